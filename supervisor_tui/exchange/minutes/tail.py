"""The end of minutes: the next meeting, who was sent a copy, what was corrected, how to keep the paper."""

from collections.abc import Iterable

from supervisor_tui.domain.meetings.corrections import differing
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.exchange.minutes.attributes import ATTRIBUTES, Around, Attribute
from supervisor_tui.exchange.minutes.facts_of_meeting import moment
from supervisor_tui.exchange.minutes.headings import HEADING_OF, blank
from supervisor_tui.exchange.minutes.lines_out import Naming
from supervisor_tui.exchange.minutes.minutes_text import MinutesText
from supervisor_tui.exchange.paper.typed_text import table_in_markdown, text_as_markdown
from supervisor_tui.wording import _

__all__ = ["CONFIDENTIALITY", "COPIES", "CORRECTIONS", "NEXT_MEETING", "end"]

NEXT_MEETING = _("Next meeting")
COPIES = _("Who was sent a copy")
CORRECTIONS = _("Corrections")
CONFIDENTIALITY = _("Confidentiality")


def end(text: MinutesText, naming: Naming) -> list[str]:
    """Return the end of the minutes."""
    return [
        "## " + NEXT_MEETING,
        moment(text.next_meeting) if text.next_meeting else blank(),
        *_copies(text, naming),
        *_corrections(text, naming),
        "## " + CONFIDENTIALITY,
        _to_keep(with_names=bool(text.names)),
    ]


def _copies(text: MinutesText, naming: Naming) -> list[str]:
    if not text.copies:
        return []
    who = {one.id: one for one in text.meeting.participants}
    rows = []
    for copy in text.copies:
        label = who[copy.to].label if copy.to in who else copy.to  # type: ignore[index]
        version = str(copy.version)
        which = copy.kind.label
        if copy.not_sent_because:
            which = _("not sent: {why}").format(why=text_as_markdown(copy.not_sent_because))
        rows.append([naming(label), text_as_markdown(copy.agency), which, version, copy.sent_on.isoformat()])
    return ["## " + COPIES, table_in_markdown([_("To"), _("Agency"), _("Copy"), _("Version"), _("Sent on")], rows)]


def _corrections(text: MinutesText, naming: Naming) -> list[str]:
    """Return the log of what was corrected after the chair approved the minutes; the text above stays as approved."""
    if not text.corrections:
        return []
    return ["## " + CORRECTIONS, "\n".join(_correction(text, line, naming) for line in text.corrections)]


def _correction(text: MinutesText, line: MinutesLine, naming: Naming) -> str:
    was = next((one for one in (*text.lines, *text.corrections) if one.id == line.amends), None)
    place = " · ".join(filter(None, (naming(line.case) if line.case else "", HEADING_OF.get((was or line).kind, ""))))
    told = [
        f"{line.correction}. {line.at.date().isoformat()}, {naming(line.by)}" + (f", {place}" if place else ""),
        *(f"   - {words}" for words in _what_changed(was, line, naming)),
        "   - " + _("Corrected because: {reason}").format(reason=text_as_markdown(line.corrected_because) or blank()),
    ]
    return "\n".join(told)


def _what_changed(was: MinutesLine | None, line: MinutesLine, naming: Naming) -> Iterable[str]:
    """Give the words before and after, or the words of the line in which something else changed, and that."""
    if line.kind is LineKind.RETRACTED:
        yield _("Was: {text}").format(text=text_as_markdown(was.text) if was else "–")
        yield _("Is to read: {text}").format(text=_("taken out"))
        return
    changed = differing(was, line) if was is not None else ("text",)
    if "text" in changed:
        yield _("Was: {text}").format(text=text_as_markdown(was.text) if was else "–")
        yield _("Is to read: {text}").format(text=text_as_markdown(line.text))
    else:
        yield _("The line: {text}").format(text=text_as_markdown(line.text) or blank())
    for attribute in ATTRIBUTES:
        if was is not None and attribute.field in changed:
            before, after = (_beside(attribute, one, naming) for one in (was, line))
            yield _("{field} was: {before}; is to read: {after}").format(
                field=attribute.label, before=before, after=after
            )


def _beside(attribute: Attribute, line: MinutesLine, naming: Naming) -> str:
    words = attribute.words(getattr(line, attribute.field), Around())
    if not words.strip():
        return blank()
    return naming(words) if attribute.field == "owner" else text_as_markdown(words)


def _to_keep(*, with_names: bool) -> str:
    if with_names:
        return _("These minutes hold names. Keep them locked, and give them only to those who may read them.")
    return _("These minutes hold codes and no names. Keep them as confidential as the case file.")
