"""What the guidance would answer now, as the last part of a closing report."""

from collections.abc import Iterator

from supervisor_tui.casework.closing_report.comparing import ComparedCheck, ComparedSet, Comparison
from supervisor_tui.domain.answers import Result
from supervisor_tui.exchange.paper.typed_text import table_in_markdown, text_as_markdown
from supervisor_tui.wording import _, ngettext

__all__ = ["comparison_on_paper", "result_words", "versions_of"]


def comparison_on_paper(found: Comparison) -> Iterator[str]:
    """Return the part: each set then, the same day asked again, and today; then the checks that answer otherwise."""
    yield "## " + _("What the guidance would answer now")
    yield _("Then is what was kept. Asked again is the same day, with the guidance, the numbers and the file of today.")
    heads = [_("Guidance"), _("Then"), _("Asked again for {day}").format(day=found.signed_on.isoformat())]
    heads.append(_("Today, {day}").format(day=found.as_of.isoformat()))
    yield table_in_markdown(heads, map(_set, found.sets))
    numbers = [one for kept in found.sets for one in kept.numbers]
    if numbers:
        rows = [[*map(text_as_markdown, (one.title, _value(one.then), _value(one.today)))] for one in numbers]
        yield table_in_markdown([_("Number"), _("Then"), _("Today")], rows)
    if found.changed:
        yield table_in_markdown([_("Rule"), *heads[1:], _("Reason today")], map(_check, found.changed))
    yield ngettext("{n} check answers as it did.", "{n} checks answer as they did.", found.same).format(n=found.same)


def result_words(result: Result | None) -> str:
    """Say an answer, or that the check was not asked."""
    return result.label if result is not None else _("not kept or not asked")


def versions_of(one: ComparedSet) -> str:
    """Say which versions of a set are compared."""
    if one.version_then == one.version_today:
        return one.version_today
    return f"{one.version_then or _('not in force')} → {one.version_today or _('not installed')}"


def _set(one: ComparedSet) -> list[str]:
    cells = (
        f"{one.title} ({versions_of(one)})",
        _words(one.standing_then, one.words_then),
        one.words_same_day or _("not installed"),
        _words(one.standing_today, one.words_today) or _("not installed"),
    )
    return [text_as_markdown(cell) for cell in cells]


def _words(standing: str, words: str) -> str:
    return ": ".join(filter(None, (standing, words)))


def _check(one: ComparedCheck) -> list[str]:
    answers = map(result_words, (one.then, one.same_day, one.today))
    return [text_as_markdown(cell) for cell in (f"{one.rule} {one.title}".strip(), *answers, one.reason_today)]


def _value(value: str) -> str:
    return value or _("not decided")
