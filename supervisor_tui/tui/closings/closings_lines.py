"""The groups and lines of the view of closing, in words."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import msgspec

from supervisor_tui.casework.closing_place import Place
from supervisor_tui.casework.closings import ClosingLine, Closings, by_turn, reason_words
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.ids import PersonCode, SetId
from supervisor_tui.domain.records.keeping import FileKept
from supervisor_tui.kit.columns import Cell, Column
from supervisor_tui.kit.marks import Marks
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.tui.days import near_day
from supervisor_tui.tui.today.today_lines import risk_cell
from supervisor_tui.tui.ways_on import OpenCase, OpenClosing, OpenClosingSteps, OpenTransfer, RecordIt, WayOn
from supervisor_tui.wording import _, ngettext

__all__ = ["COLUMNS", "ShownLine", "closings_groups"]

FIRST = 12
"""Lines of a group that are seen before "more"."""


class ShownLine(msgspec.Struct, frozen=True):
    """One case: what is to be done first, whose turn it is, the day that counts, and what each set answers."""

    key: str
    line: ClosingLine
    when: Cell
    sets: str
    way: WayOn


COLUMNS: tuple[Column[ShownLine], ...] = (
    Column("risk", "", lambda one: risk_cell(one.line.row.risk_letter, one.line.row.risk_rank), width=1),
    Column("case", "", lambda one: one.line.row.case, width=10),
    Column("what", "", lambda one: one.line.what, width=22, flex=1),
    Column("who", "", lambda one: one.line.waits_on or one.line.worker_name, width=10, leaves_first=2),
    Column("when", "", lambda one: one.when, width=18, leaves_first=1),
    Column("sets", "", lambda one: Cell(one.sets, Tone.QUIET), width=22, leaves_first=3),
)

_Shown = Callable[[Iterable[ClosingLine], str], list[ShownLine]]


def closings_groups(
    view: Closings, titles: Mapping[SetId, str], names: Mapping[PersonCode, str], marks: Marks
) -> tuple[Group[ShownLine], ...]:
    """Return the groups, what can be acted on first. titles: of sets, short; names: of people, by code."""

    def shown(lines: Iterable[ClosingLine], group: str) -> list[ShownLine]:
        return [_shown(line, group, view.as_of, titles, marks) for line in lines]

    who = ", ".join(names.get(person.code, person.code) for person in view.deciders)
    to_decide = shown(view.to_decide, "to_decide")
    note = _("{who} decides; nothing deletes itself").format(who=who or _("nobody named yet"))
    return (
        _group(Place.READY, shown(view.ready, "ready")),
        _group(Place.ONE_AWAY, shown(view.one_away, "one_away")),
        *_waiting(view, shown),
        _group(Place.MOVING, shown(view.moving, "moving")),
        _group(Place.VISIT, shown(view.visit, "visit")),
        Group("to_decide", _("KEPT UNTIL A DAY THAT HAS COME"), to_decide, len(to_decide), note, first=FIRST),
        _group(Place.HELD, shown(view.held, "held")),
        Group("rest", _("listed nowhere"), note=_rest(view), tone=Tone.QUIET),
    )


def _group(place: Place, lines: list[ShownLine]) -> Group[ShownLine]:
    return Group(place.value, place.label.upper(), lines, count=len(lines), first=FIRST)


def _waiting(view: Closings, shown: _Shown) -> Iterable[Group[ShownLine]]:
    """Give the cases for which closing was asked, by whose turn it is."""
    for turn, title, lines in by_turn(view.waiting):
        words = _("ASKED FOR: {turn}").format(turn=title.upper())
        yield Group(f"waiting/{turn}", words, shown(lines, turn), count=len(lines), first=FIRST)


def _rest(view: Closings) -> str:
    far = ngettext("{n} open case not near closing", "{n} open cases not near closing", view.far).format(n=view.far)
    closed = ngettext("{n} closed case", "{n} closed cases", view.closed).format(n=view.closed)
    return f"{far} · {closed}"


def _shown(line: ClosingLine, group: str, today: date, titles: Mapping[SetId, str], marks: Marks) -> ShownLine:
    row = line.row
    answers = [
        f"{titles.get(one.set, one.set)} {marks.of(Result(one.verdict))}{one.in_the_way or ''}" for one in row.verdicts
    ]
    return ShownLine(f"{group}/{row.case}", line, _when(line, group, today), "  ".join(answers), _way(line, group))


def _when(line: ClosingLine, group: str, today: date) -> Cell:
    row = line.row
    if group in {"to_decide", "held"}:
        return Cell(_("until {day}").format(day=near_day(row.kept_until, today)) if row.kept_until else "")
    if row.closed_on is not None:
        return _due(row.after_due, today)
    if row.asked_on is None:
        return Cell(reason_words(row), Tone.QUIET)
    return Cell(_("asked {day}").format(day=near_day(row.asked_on, today)))


def _due(day: date | None, today: date) -> Cell:
    if day is None:
        return Cell(_("no day set"), Tone.WARNING)
    if day < today:
        return Cell(_("{n} d late").format(n=(today - day).days), Tone.URGENT)
    return Cell(near_day(day, today))


def _way(line: ClosingLine, group: str) -> WayOn:
    code = line.row.case
    if group in {"to_decide", "held"}:
        return RecordIt(code, FileKept.KIND, "until" if group == "to_decide" else "held")
    if group == "moving":
        return OpenTransfer(code)
    if group == "visit":
        return OpenCase(code)
    return OpenClosingSteps(code) if line.is_a_task else OpenClosing(code)
