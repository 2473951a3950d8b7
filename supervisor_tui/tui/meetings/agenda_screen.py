"""The agenda of a meeting, put right by hand: its order, its times, points more and points less."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from supervisor_tui.casework.meetings.agenda_by_hand import (
    AgendaProblemError,
    agenda_ready,
    change_taken_back,
    point_moved,
    point_struck,
)
from supervisor_tui.casework.meetings.holding import ApprovedAlreadyError, seen
from supervisor_tui.domain.ids import CaseCode, MeetingId, RuleId
from supervisor_tui.domain.meetings.agenda import time_in_words
from supervisor_tui.domain.meetings.meeting import AgendaLine, Meeting
from supervisor_tui.kit.columns import Align, Cell, Column
from supervisor_tui.kit.safe_text import tell
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.kit.work_list import LineChosen, WorkList
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.meetings import agenda_commands as commands
from supervisor_tui.tui.meetings.agenda_dialogs import PointDialog, TimeDialog
from supervisor_tui.tui.reading_screen import ReadingScreen
from supervisor_tui.wording import _

if TYPE_CHECKING:
    from supervisor_tui.casework.desk import Desk
    from supervisor_tui.store.revised import Revised

    AgendaChange = Callable[[Desk, Revised[Meeting]], Revised[Meeting]]

__all__ = ["AgendaScreen"]


class Point(msgspec.Struct, frozen=True):
    """A point of the agenda with its place, from 1."""

    place: int
    line: AgendaLine


COLUMNS: tuple[Column[Point], ...] = (
    Column("place", "", lambda point: Cell(str(point.place), Tone.QUIET), width=3, align=Align.RIGHT),
    Column("case", "", lambda point: point.line.case or "", width=9),
    Column("text", "", lambda point: point.line.text, width=30, flex=1),
    Column("minutes", "", lambda point: _minutes(point.line), width=8),
)


class AgendaScreen(ReadingScreen[Meeting]):
    """A caseworker's points stay together. Each change is kept at once; `z` takes your last ones back, also later."""

    ACTIONS = (
        commands.PointUp,
        commands.PointDown,
        commands.TimePoint,
        commands.AddPoint,
        commands.StrikePoint,
        commands.AgendaReady,
        commands.TakeBackChange,
        commands.LeaveAgenda,
    )
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, number: MeetingId) -> None:
        super().__init__()
        self.number = number
        self.title = _("Agenda of {number}").format(number=number)

    def compose_body(self) -> ComposeResult:
        """Lay out one list."""
        yield WorkList(COLUMNS, line_key=_key, empty=_("No point yet. Press a to add one."), id="points")

    @property
    def points(self) -> WorkList[Point]:
        """The list."""
        return self.query_one("#points", WorkList)

    def read(self, desk: "Desk") -> Meeting:
        """Read the meeting."""
        return seen(desk, self.number).value

    def show(self, found: Meeting) -> None:
        """Show the points, caseworker by caseworker."""
        self.entitle(_title(found))
        self.points.replace_groups(tuple(self._groups(found)))

    def _groups(self, meeting: Meeting) -> Iterable[Group[Point]]:
        numbered = [Point(place, line) for place, line in enumerate(meeting.agenda, 1)]
        for by, together in groupby(numbered, key=lambda point: point.line.by):
            lines = list(together)
            title = self.desk.short_name(by) if by else _("the meeting as a whole")
            title = title if any(line.by for line in meeting.agenda) else _("POINTS")
            note = time_in_words(point.line for point in lines)
            yield Group(f"{by or ''}/{lines[0].place}", title, lines, count=len(lines), note=note)

    def case_in_hand(self) -> CaseCode | None:
        """Return the case of the point."""
        return self.points.line.line.case if self.points.line else None

    def rule_in_hand(self) -> RuleId | None:
        """Return the rule that proposed the point."""
        point = self.points.line
        return RuleId(point.line.rule) if point is not None and point.line.rule else None

    def _change(self, change: "AgendaChange", of: Point | None = None) -> bool:
        """Change the agenda as it stands, and show it; say what is wrong where it cannot be.

        of: the point that is changed, which has to stand where it was seen.
        """
        before = seen(self.desk, self.number)
        if of is not None and before.value.agenda[of.place - 1 : of.place] != (of.line,):
            tell(self, _("Somebody else changed the agenda meanwhile; look again."), severity="warning")
            self.refresh_from_desk()
            return False
        try:
            after = change(self.desk, before).value
        except (AgendaProblemError, ApprovedAlreadyError, StoreProblem) as problem:
            tell(self, str(problem), severity="warning")
            return False
        self.show(after)
        self.desk_app.something_saved()
        return True

    def _move(self, by: int) -> None:
        point = self.points.line
        if point is None or not 0 < point.place + by <= sum(len(group.lines) for group in self.points.groups):
            return
        if self._change(lambda desk, before: point_moved(desk, before, point.place, point.place + by), point):
            self.points.go_to(_place_of(seen(self.desk, self.number).value.agenda, point))

    def action_point_up(self) -> None:
        """Handle `PointUp`."""
        self._move(-1)

    def action_point_down(self) -> None:
        """Handle `PointDown`."""
        self._move(1)

    @on(LineChosen)
    def time_it(self) -> None:
        """Ask how long the point takes."""
        self.action_time_point()

    def action_time_point(self) -> None:
        """Handle `TimePoint`."""
        point = self.points.line
        if point is not None:
            self.app.push_screen(TimeDialog(self.number, point.place, point.line))

    def action_add_point(self) -> None:
        """Handle `AddPoint`."""
        self.app.push_screen(PointDialog(self.number, self.case_in_hand()))

    def action_strike_point(self) -> None:
        """Handle `StrikePoint`."""
        point = self.points.line
        if point is not None and self._change(lambda desk, before: point_struck(desk, before, point.place), point):
            tell(self, _("Struck: {text}. z brings it back.").format(text=point.line.text))

    def action_agenda_ready(self) -> None:
        """Handle `AgendaReady`."""
        self._change(agenda_ready)

    def action_take_back_change(self) -> None:
        """Handle `TakeBackChange`."""
        self._change(change_taken_back)

    def action_leave_agenda(self) -> None:
        """Handle `LeaveAgenda`."""
        self.dismiss()


def _title(meeting: Meeting) -> str:
    """Return which agenda it is, how long it takes, and since when it is ready."""
    ready = (
        _("ready since {day}").format(day=meeting.agenda_on.isoformat()) if meeting.agenda_on else _("not ready yet")
    )
    time = time_in_words(meeting.agenda, meeting.planned_minutes)
    return " · ".join(part for part in (_("Agenda of {number}").format(number=meeting.id), time, ready) if part)


def _key(point: Point) -> int:
    return point.place


def _place_of(lines: tuple[AgendaLine, ...], point: Point) -> int:
    """Return where a point stands after it was moved."""
    places = [place for place, line in enumerate(lines, 1) if line == point.line]
    return min(places, key=lambda place: abs(place - point.place), default=point.place)


def _minutes(line: AgendaLine) -> Cell:
    words = _("{n} min").format(n=line.minutes) if line.minutes else "–"
    return Cell(words, Tone.PLAIN if line.minutes else Tone.QUIET)
