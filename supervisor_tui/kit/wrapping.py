"""Breaking a text into lines of a width in cells, at its words."""

from supervisor_tui.domain.shown_text import cells, fit, shown

__all__ = ["wrapped"]


def wrapped(text: str, width: int) -> tuple[str, ...]:
    """Return a text, cleaned, in lines of at most `width` cells; its own line breaks stay. A longer word is broken."""
    if width < 1:
        return ()
    return tuple(line for part in shown(text, lines=True).split("\n") for line in _of_one_line(part, width))


def _of_one_line(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if cells(joined) <= width:
            lines[-1] = joined
            continue
        if lines[-1]:
            lines.append("")
        *full, rest = _broken(word, width)
        lines[-1:] = [*full, rest]
    return lines


def _broken(word: str, width: int) -> list[str]:
    parts = []
    while cells(word) > width and (part := fit(word, width, more="")):
        parts.append(part)
        word = word[len(part) :]
    return [*parts, word]
