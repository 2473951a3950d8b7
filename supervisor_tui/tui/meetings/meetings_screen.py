"""The meetings: what is ahead, what is being held, what is over; and the cases that want discussing."""

from typing import TYPE_CHECKING, ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from supervisor_tui.casework.meetings.approving import waits_for_approval_of
from supervisor_tui.casework.meetings.proposing import Proposal, proposals
from supervisor_tui.casework.meetings.series import held_today, next_meeting, next_starts
from supervisor_tui.casework.meetings.whose import led_by
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.kinds import MeetingPart, MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.kit.columns import Cell, Column
from supervisor_tui.kit.safe_text import tell
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.kit.work_list import LineChosen, WorkList
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui import doors
from supervisor_tui.tui.commands import GoToMeetings
from supervisor_tui.tui.days import day_and_hour
from supervisor_tui.tui.meetings.calendar_screen import CalendarScreen
from supervisor_tui.tui.meetings.kit_screen import KitScreen
from supervisor_tui.tui.meetings.meetings_commands import (
    AfterMeeting,
    BesideBefore,
    CallMeeting,
    IntoCalendar,
    OpenCase,
    PrintKit,
    PutInOrder,
    SetStandingMeeting,
    StandingMeeting,
)
from supervisor_tui.tui.meetings.series_dialogs import SeriesDialog
from supervisor_tui.tui.meetings.when_held import planned_for, when_it_is
from supervisor_tui.tui.reading_screen import ReadingScreen
from supervisor_tui.wording import _

if TYPE_CHECKING:
    from supervisor_tui.casework.desk import Desk

__all__ = ["MeetingsScreen"]


class MeetingLine(msgspec.Struct, frozen=True):
    """A meeting, or a case proposed for one."""

    key: str
    when: str
    what: str
    note: str
    meeting: MeetingId | None = None
    case: CaseCode | None = None


class Found(msgspec.Struct, frozen=True):
    """What the screen shows."""

    meetings: tuple[Meeting, ...]
    to_approve: frozenset[MeetingId]
    proposals: tuple[Proposal, ...]


COLUMNS: tuple[Column[MeetingLine], ...] = (
    Column("when", "", lambda line: Cell(line.when, Tone.STRONG), width=18),
    Column("what", "", lambda line: line.what, width=30, flex=1),
    Column("note", "", lambda line: Cell(line.note, Tone.QUIET), width=20, leaves_first=1),
)


class MeetingsScreen(ReadingScreen[Found]):
    """Enter opens a meeting, or the case file of a proposed case."""

    PLACE = GoToMeetings
    ACTIONS = (
        StandingMeeting,
        AfterMeeting,
        CallMeeting,
        OpenCase,
        IntoCalendar,
        PrintKit,
        PutInOrder,
        BesideBefore,
        SetStandingMeeting,
    )
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self) -> None:
        super().__init__()
        self.title = _("Meetings")
        self._came_back_to: MeetingId | None = None

    def compose_body(self) -> ComposeResult:
        """Lay out the list."""
        yield WorkList(COLUMNS, line_key=_key, empty=_("No meeting yet. Press m to call one."), id="meetings")

    def read(self, desk: "Desk") -> Found:
        """Read the meetings, and the cases that want discussing."""
        meetings = desk.store.meetings.all()
        waiting = frozenset(one.id for one in meetings if waits_for_approval_of(desk, one))
        return Found(meetings, waiting, proposals(desk))

    def show(self, found: Found) -> None:
        """Show what is ahead first."""
        ahead = [one for one in found.meetings if one.state is not MeetingState.CLOSED]
        ended = [one for one in found.meetings if one.state is MeetingState.CLOSED]
        to_approve = [one for one in ended if one.id in found.to_approve]
        over = [one for one in ended if one.id not in found.to_approve]
        work_list = self.query_one("#meetings", WorkList)
        coming = [_line(self.desk, one) for one in sorted(ahead, key=lambda one: one.starts)]
        written = [_line(self.desk, one) for one in sorted(to_approve, key=lambda one: one.starts, reverse=True)]
        held = [_line(self.desk, one) for one in sorted(over, key=lambda one: one.starts, reverse=True)]
        work_list.replace_groups(
            (
                Group("ahead", _("AHEAD"), coming, count=len(coming)),
                *([Group("approve", _("MINUTES TO APPROVE"), written, count=len(written))] if written else []),
                Group(
                    "proposed",
                    _("PROPOSED FOR THE NEXT ONE"),
                    [_proposed(one) for one in found.proposals],
                    count=len(found.proposals),
                    first=8,
                ),
                Group("over", _("over"), held, count=len(held), folded=True),
            )
        )
        self.entitle(_("Meetings"))
        work_list.focus()

    def case_in_hand(self) -> CaseCode | None:
        """Return the case of the line."""
        line = self.query_one("#meetings", WorkList).line
        return line.case if isinstance(line, MeetingLine) else None

    def meeting_in_hand(self) -> MeetingId | None:
        """Return the meeting of the line."""
        line = self.query_one("#meetings", WorkList).line
        return line.meeting if isinstance(line, MeetingLine) else None

    @on(LineChosen)
    def open_line(self, event: LineChosen[MeetingLine]) -> None:
        """Open the meeting, or the case."""
        if event.line.meeting is not None:
            self.app.push_screen(doors.meeting(event.line.meeting))
        elif event.line.case is not None:
            self.app.push_screen(doors.case_file(event.line.case))

    def action_call_meeting(self) -> None:
        """Handle `CallMeeting`."""
        code = self.case_in_hand()
        self.app.push_screen(doors.new_meeting([code] if code else []))

    def action_standing_meeting(self) -> None:
        """Handle `StandingMeeting`."""
        over = held_today(self.desk)
        if over is not None and self._came_back_to != over.id:
            self._came_back_to = over.id
            following = day_and_hour(next_starts(self.desk), self.desk.as_of)
            words = _("{number} of today is over; F10 opens it again. Esc, then w: the next one, {day}.")
            tell(self, words.format(number=over.id, day=following))
            self.app.push_screen(doors.meeting(over.id))
            return
        self._came_back_to = None
        try:
            meeting = next_meeting(self.desk)
        except StoreProblem as problem:
            tell(self, str(problem), severity="warning")
            return
        self.desk_app.something_saved()
        self.app.push_screen(doors.meeting(meeting.id))

    def action_after_meeting(self) -> None:
        """Handle `AfterMeeting`."""
        line = self.query_one("#meetings", WorkList).line
        if isinstance(line, MeetingLine) and line.meeting is not None:
            self.app.push_screen(doors.after_meeting(line.meeting))
        else:
            tell(self, _("Choose a meeting first."))

    def action_set_standing_meeting(self) -> None:
        """Handle `SetStandingMeeting`."""
        self.app.push_screen(SeriesDialog())

    def action_beside_before(self) -> None:
        """Handle `BesideBefore`."""
        line = self.query_one("#meetings", WorkList).line
        number = line.meeting if isinstance(line, MeetingLine) else None
        meeting = self.desk.store.meetings.get(number) if number else None
        if meeting is None or not meeting.cases:
            tell(self, _("Choose a meeting about a case first."))
        else:
            self.app.push_screen(doors.beside(meeting.id, meeting.cases[0]))

    def action_open_case(self) -> None:
        """Handle `OpenCase`."""
        code = self.case_in_hand()
        if code is not None:
            self.app.push_screen(doors.case_file(code))

    def action_into_calendar(self) -> None:
        """Handle `IntoCalendar`."""
        if number := self.meeting_in_hand():
            self.app.push_screen(CalendarScreen(number))

    def action_put_in_order(self) -> None:
        """Handle `PutInOrder`."""
        if number := self.meeting_in_hand():
            self.app.push_screen(doors.meeting_part(number, MeetingPart.AGENDA))

    def action_print_kit(self) -> None:
        """Handle `PrintKit`."""
        if number := self.meeting_in_hand():
            self.app.push_screen(KitScreen(number))


def _key(line: MeetingLine) -> str:
    return line.key


def _line(desk: "Desk", one: Meeting) -> MeetingLine:
    cases = ", ".join(one.cases[:4]) + (" …" if len(one.cases) > 4 else "")
    what = "  ".join(part for part in (one.kind.label, led_by(desk, one), cases) if part)
    purpose = one.purpose.label if one.purpose else ""
    note = " · ".join(part for part in (one.id, one.state.label, planned_for(one), purpose) if part)
    return MeetingLine(one.id, when_it_is(one, desk.as_of), what, note, meeting=one.id)


def _proposed(one: Proposal) -> MeetingLine:
    return MeetingLine(f"case/{one.case}", one.case, one.reason, "", case=one.case)
