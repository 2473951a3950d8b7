"""The lines of the closing workspace, in words: what can be acted on first, what is in order folded away."""

from collections.abc import Iterable
from datetime import date

import msgspec

from supervisor_tui.casework.closing import ClosingView, OpenCheck, Turn, how_known_counts
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.ids import SetId
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.kit.columns import Cell, Column
from supervisor_tui.kit.marks import Marks, result_tone
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.tui.days import near_day
from supervisor_tui.wording import _, ngettext

__all__ = ["ClosingLine", "columns", "groups"]


class ClosingLine(msgspec.Struct, frozen=True):
    """One line: a check of a set, or, without one, a question on which the sets differ."""

    key: str
    what: str
    reason: str
    note: str
    set_title: str
    check: OpenCheck | None = None


def columns(marks: Marks) -> tuple[Column[ClosingLine], ...]:
    """Return the columns: mark, what, why, whose turn or from when, which set."""

    def mark(line: ClosingLine) -> Cell:
        if line.check is None:
            return Cell("")
        result = line.check.check.answer.result
        return Cell(marks.of(result), result_tone(result))

    return (
        Column("mark", "", mark, width=1),
        Column("what", "", lambda line: line.what, width=22, flex=2),
        Column("reason", "", lambda line: Cell(line.reason, Tone.QUIET), width=20, flex=3, leaves_first=3),
        Column("note", "", lambda line: line.note, width=14, leaves_first=2),
        Column("set", "", lambda line: Cell(line.set_title, Tone.QUIET), width=14, leaves_first=1),
    )


def groups(view: ClosingView) -> tuple[Group[ClosingLine], ...]:
    """Return the groups in the order in which a reader can act."""
    titles = {found.set.id: found.set.short_title for found in view.reviews}
    lines = [
        _line(one, titles[one.set], view.as_of, depending) for one, depending in settled_together(view.open_checks)
    ]
    found = [
        Group(turn.value, turn.label.upper(), held, count=len(held), tone=Tone.STRONG)
        for turn in Turn
        if (held := tuple(line for line in lines if line.check is not None and line.check.turn is turn))
    ]
    if view.differences:
        found.append(Group("differ", _("WHERE THEY DIFFER"), tuple(_differences(view, titles)), tone=Tone.STRONG))
    for key, title, checks, mark in (
        ("advice", _("ADVISED, does not stand in the way"), view.advice, Result.UNKNOWN),
        ("in_order", _("in order"), view.in_order, Result.PASS),
        ("not_asked", _("do not apply"), view.not_asked, Result.NA),
    ):
        if checks:
            held = tuple(_line(one, titles[one.set], view.as_of) for one in checks)
            note = _known_words(checks) if key == "in_order" else ""
            found.append(Group(key, f"{len(checks)} {title}", held, note=note, mark=mark, folded=True, tone=Tone.PLAIN))
    return tuple(found)


def settled_together(checks: tuple[OpenCheck, ...]) -> tuple[tuple[OpenCheck, int], ...]:
    """Return the first of the checks that one missing fact would settle, and how many more depend on it."""
    first: dict[object, OpenCheck] = {}
    depending: dict[object, int] = {}
    for one in checks:
        missing = one.check.answer.missing
        key: object = (one.set, one.turn, missing) if missing is not None and missing.record else one.check.rule.id
        first.setdefault(key, one)
        depending[key] = depending.get(key, -1) + 1
    return tuple((one, depending[key]) for key, one in first.items())


def _line(one: OpenCheck, set_title: str, as_of: date, depending: int = 0) -> ClosingLine:
    answer = one.check.answer
    note = answer.missing.who if answer.missing and answer.missing.who else ""
    if answer.earliest is not None and answer.earliest > as_of:
        note = _("from {day}").format(day=near_day(answer.earliest, as_of))
    more = ngettext("+{n} more", "+{n} more", depending).format(n=depending) if depending else ""
    return ClosingLine(
        key=f"{one.set}/{one.check.rule.id}",
        what=one.check.rule.title,
        reason=answer.reason,
        note="  ".join(part for part in (note, more) if part),
        set_title=set_title,
        check=one,
    )


def _differences(view: ClosingView, titles: dict[SetId, str]) -> Iterable[ClosingLine]:
    for line in view.differences:
        answers = " · ".join(f"{titles[set_id]}: {answer.answer}" for set_id, answer in line.answers)
        yield ClosingLine(f"differ/{line.question.value}", line.question.label, answers, "", "")


def _known_words(checks: tuple[OpenCheck, ...]) -> str:
    counts = how_known_counts(checks)
    words = [
        ngettext("{n} {how}", "{n} {how}", counts[how]).format(n=counts[how], how=how.label)
        for how in HowKnown
        if counts[how]
    ]
    return " · ".join(words)
