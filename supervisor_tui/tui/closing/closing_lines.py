"""The lines of the closing workspace, in words: what can be acted on first, what is in order folded away."""

from collections.abc import Iterable
from datetime import date

import msgspec

from supervisor_tui.casework.closing import ClosingView, DifferenceLine, OpenCheck, how_known_words
from supervisor_tui.casework.open_lines import OpenLine, open_lines
from supervisor_tui.casework.turns import Turn
from supervisor_tui.casework.ways_out import way_words
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.ids import RuleId, SetId
from supervisor_tui.kit.columns import Cell, Column
from supervisor_tui.kit.marks import Marks, result_tone
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.tui.days import near_day
from supervisor_tui.wording import _, ngettext

__all__ = ["ClosingLine", "columns", "groups"]


class ClosingLine(msgspec.Struct, frozen=True):
    """One line: a check of a set, or a question on which the sets differ. `depending`: how many more it settles."""

    key: str
    what: str
    reason: str
    note: str
    set_title: str
    check: OpenCheck | None = None
    depending: int = 0
    difference: DifferenceLine | None = None


ClosingGroup = Group[ClosingLine]


def columns(marks: Marks) -> tuple[Column[ClosingLine], ...]:
    """Return the columns: mark, what, why, whose turn or from when, which set."""

    def mark(line: ClosingLine) -> Cell:
        if line.check is None:
            return Cell("")
        result = line.check.check.answer.result
        return Cell(marks.of(result), result_tone(result))

    return (
        Column("mark", "", mark, width=1),
        Column("what", "", lambda line: line.what, width=30, flex=2),
        Column("reason", "", lambda line: Cell(line.reason, Tone.QUIET), width=24, flex=3, leaves_first=3),
        Column("note", "", lambda line: line.note, width=18, leaves_first=1),
        Column("set", "", lambda line: Cell(line.set_title, Tone.QUIET), width=14, leaves_first=2),
    )


def groups(view: ClosingView) -> tuple[ClosingGroup, ...]:
    """Return the groups in the order in which a reader can act."""
    titles = {found.set.id: found.set.short_title for found in view.reviews}
    return (
        *_in_the_way(view, titles),
        *_ways_out(view, titles),
        *_where_they_differ(view, titles),
        *_changed(view, titles),
        *_folded_away(view, titles),
    )


def _in_the_way(view: ClosingView, titles: dict[SetId, str]) -> Iterable[ClosingGroup]:
    """Give by whose turn it is what every way to close asks for."""
    lines = [_open(one, titles[one.check.set], view.as_of) for one in open_lines(view)]
    for turn in Turn:
        held = tuple(line for line in lines if line.check is not None and line.check.turn is turn)
        if held:
            yield Group(turn.value, turn.label.upper(), held, count=len(held), tone=Tone.STRONG)


def _ways_out(view: ClosingView, titles: dict[SetId, str]) -> Iterable[ClosingGroup]:
    """Give each way out as a heading that says what misses, and opens to those items."""
    open_checks: dict[tuple[SetId, RuleId], OpenCheck] = {(one.set, one.check.rule.id): one for one in view.open_checks}
    for way in view.ways:
        missing = [open_checks[way.set, check.rule.id] for check in way.missing]
        lines = tuple(_line(one, titles[one.set], view.as_of) for one in missing)
        title, note = way_words(way, titles[way.set])
        key = f"way/{way.set}/{way.name}"
        yield Group(key, title, lines, note=note, mark=way.result, folded=True, tone=Tone.PLAIN)


def _where_they_differ(view: ClosingView, titles: dict[SetId, str]) -> Iterable[ClosingGroup]:
    if view.differences:
        lines = tuple(_difference(line, titles) for line in view.differences)
        yield Group("differ", _("WHERE THEY DIFFER"), lines, count=len(lines), tone=Tone.STRONG)


def _changed(view: ClosingView, titles: dict[SetId, str]) -> Iterable[ClosingGroup]:
    """Give what came to be in order within the week, and what fell out of it."""
    if not view.changed:
        return
    lines = []
    for one in view.changed:
        line = _line(OpenCheck(Turn.NOW, one.set, one.check), titles[one.set], view.as_of)
        is_in_order = one.check.answer.result is Result.PASS
        note = _("in order now") if is_in_order else _("was in order")
        lines.append(msgspec.structs.replace(line, key=f"changed/{line.key}", note=note))
    better = sum(1 for one in view.changed if one.check.answer.result is Result.PASS)
    words = [ngettext("{n} now in order", "{n} now in order", better).format(n=better)] if better else []
    worse = len(lines) - better
    if worse:
        words.append(ngettext("{n} no longer", "{n} no longer", worse).format(n=worse))
    title = _("CHANGED SINCE {day}").format(day=near_day(view.since, view.as_of).upper())
    yield Group("changed", title, tuple(lines), note=" · ".join(words), folded=True, tone=Tone.STRONG)


def _folded_away(view: ClosingView, titles: dict[SetId, str]) -> Iterable[ClosingGroup]:
    for key, title, checks, mark in (
        ("advice", _("advised, not in the way"), view.advice, Result.UNKNOWN),
        ("in_order", _("in order"), view.in_order, Result.PASS),
        ("not_asked", _("do not apply"), view.not_asked, Result.NA),
    ):
        if checks:
            held = tuple(_line(one, titles[one.set], view.as_of) for one in checks)
            note = how_known_words(checks) if key == "in_order" else ""
            yield Group(key, f"{len(checks)} {title}", held, note=note, mark=mark, folded=True, tone=Tone.PLAIN)


def _line(one: OpenCheck, set_title: str, as_of: date) -> ClosingLine:
    return _open(OpenLine(one.check.rule.title, one.check.answer.reason, one), set_title, as_of)


def _open(one: OpenLine, set_title: str, as_of: date) -> ClosingLine:
    answer = one.check.check.answer
    depending = len(one.depending)
    note = answer.missing.who if answer.missing and answer.missing.who else ""
    if answer.earliest is not None and answer.earliest > as_of:
        note = _("from {day}").format(day=near_day(answer.earliest, as_of))
    return ClosingLine(
        key=f"{one.check.set}/{one.check.check.rule.id}",
        what=one.what,
        reason=one.reason,
        note=f"{note} +{depending}".strip() if depending else note,
        set_title=set_title,
        check=one.check,
        depending=depending,
    )


def _difference(line: DifferenceLine, titles: dict[SetId, str]) -> ClosingLine:
    answers = " · ".join(f"{titles[set_id]}: {answer.answer}" for set_id, answer in line.answers)
    return ClosingLine(f"differ/{line.question.value}", line.question.label, answers, "", "", difference=line)
