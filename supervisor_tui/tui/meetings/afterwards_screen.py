"""After a meeting: approving the minutes, correcting a line, and who gets which copy."""

from typing import TYPE_CHECKING, ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from supervisor_tui.casework.meetings.approving import approve, to_approve
from supervisor_tui.casework.meetings.copies import CopyLine, copies_of, note_sent, noted_in_words
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.meetings_due import MeetingDue, time_allowed
from supervisor_tui.casework.meetings.minutes import minutes
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.ids import MeetingId, ParticipantId, PersonCode
from supervisor_tui.domain.meetings.corrections import corrections
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import MinutesLine
from supervisor_tui.kit.command import Command
from supervisor_tui.kit.safe_text import tell
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.kit.work_list import LineChosen, WorkList
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.days import near_day
from supervisor_tui.tui.meetings.after_lines import COLUMNS, AfterLine, time_group
from supervisor_tui.tui.meetings.afterwards_dialogs import CopyDialog, CorrectDialog, NotSentDialog
from supervisor_tui.tui.reading_screen import ReadingScreen
from supervisor_tui.wording import N_, _, ngettext

if TYPE_CHECKING:
    from supervisor_tui.casework.desk import Desk

__all__ = ["AfterwardsScreen"]


class ApproveMinutes(Command):
    """Approve the minutes as the chair: asked once more, for from then on they are corrected, never rewritten."""

    BINDING_KEY = "a"
    TITLE = N_("Approve the minutes")
    FOOTER = N_("approve")


class CopyWasSent(Command):
    """Note that the copy of this line was sent today."""

    BINDING_KEY = "s"
    TITLE = N_("Copy was sent")
    FOOTER = N_("sent")


class CopyIsNotSent(Command):
    """Note that the copy of this line is not sent, and why."""

    BINDING_KEY = "n"
    TITLE = N_("Copy is not sent")
    FOOTER = N_("not sent")


class DecisionsAlone(Command):
    """Write decisions and actions of this copy into a file; they go round before the minutes are approved."""

    BINDING_KEY = "d"
    TITLE = N_("Decisions of this copy")
    FOOTER = N_("decisions")


class LeaveAfterwards(Command):
    """Go back to where you came from."""

    BINDING_KEY = "escape"
    TITLE = N_("Back")
    FOOTER = N_("back")


class Found(msgspec.Struct, frozen=True):
    """What the screen shows."""

    meeting: Meeting
    copies: tuple[CopyLine, ...]
    lines: tuple[MinutesLine, ...]
    corrected: tuple[MinutesLine, ...]
    allowed: tuple[MeetingDue, ...]


class AfterwardsScreen(ReadingScreen[Found]):
    """Enter on a copy writes it into a file; on a line of approved minutes it corrects the line."""

    ACTIONS = (ApproveMinutes, CopyWasSent, CopyIsNotSent, DecisionsAlone, LeaveAfterwards)
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, number: MeetingId) -> None:
        super().__init__()
        self.number = number
        self.title = _("After meeting {number}").format(number=number)
        self._asked = ""

    def compose_body(self) -> ComposeResult:
        """Lay out the list."""
        yield WorkList(COLUMNS, line_key=_key, empty=_("Nothing was written down."), id="afterwards")

    def read(self, desk: "Desk") -> Found:
        """Read the meeting, its lines and its copies."""
        meeting = seen(desk, self.number).value
        logged = corrections(desk.store.minutes.of(self.number))
        return Found(
            meeting, copies_of(desk, self.number), minutes(desk, self.number), logged, time_allowed(desk, self.number)
        )

    def show(self, found: Found) -> None:
        """Show who gets which copy first, then the lines, then the log of corrections."""
        self._asked = ""
        self.entitle(f"{_('After meeting {number}').format(number=self.number)} · {self._state(found.meeting)}")
        copies = [self._copy(one) for one in found.copies]
        lines = [AfterLine(f"line/{one.id}", one.kind.label, _with_its_case(one), line=one) for one in found.lines]
        log = [
            AfterLine(f"log/{one.id}", _("correction {n}").format(n=one.correction), one.text, one.corrected_because)
            for one in found.corrected
        ]
        work_list = self.query_one("#afterwards", WorkList)
        work_list.replace_groups(
            (
                Group("copies", _("WHO GETS WHICH COPY"), copies, count=len(copies)),
                *time_group(found.allowed, self.desk.as_of),
                Group("lines", _("MINUTES"), lines, count=len(lines), mark=Result.PASS if self._approved else None),
                *([Group("log", _("CORRECTED SINCE"), log, count=len(log))] if log else []),
            )
        )
        work_list.focus()

    @property
    def _approved(self) -> bool:
        return seen(self.desk, self.number).value.approved_at is not None

    def _question(self) -> str:
        """Say what would be approved; raises RefusedError as `approve` does where it cannot be."""
        meeting = to_approve(self.desk, self.number).value
        count = len(minutes(self.desk, self.number))
        words = ngettext(
            "{kind} of {day}, {n} line: the same key again approves the minutes.",
            "{kind} of {day}, {n} lines: the same key again approves the minutes.",
            count,
        )
        day = near_day(meeting.day, self.desk.as_of)
        said = words.format(kind=meeting.kind.label, day=day, n=count)
        return said if meeting.there else f"{said} {_('Nobody is noted as here, so nobody gets a copy.')}"

    def _state(self, meeting: Meeting) -> str:
        if meeting.approved_at is None:
            return _("draft, not approved")
        who = self.desk.short_name(PersonCode(meeting.approved_by))
        return _("approved by {who} {day}").format(who=who, day=near_day(meeting.approved_at.date(), self.desk.as_of))

    def _copy(self, one: CopyLine) -> AfterLine:
        name = self.desk.short_name(PersonCode(one.participant.label))
        who = " · ".join(part for part in (name, one.participant.role.label, one.participant.agency) if part)
        kind = one.kind.label if one.kind else _("no copy")
        sent = noted_in_words(one.sent[-1], near_day(one.sent[-1].sent_on, self.desk.as_of)) if one.sent else ""
        note = " · ".join(part for part in (sent, one.why) if part)
        return AfterLine(f"copy/{one.participant.id}", who, kind, note, to=one.participant.id if one.kind else None)

    @property
    def _line(self) -> AfterLine | None:
        line = self.query_one("#afterwards", WorkList).line
        return line if isinstance(line, AfterLine) else None

    def _whose(self) -> ParticipantId | None:
        """Return whose copy the line is about; None where it is about none, which is said."""
        line = self._line
        if line is not None and line.to is not None:
            return line.to
        gets_none = line is not None and line.key.startswith("copy/")
        words = _("They get no copy: {why}.").format(why=line.note) if line and gets_none else _("Choose a copy first.")
        tell(self, words)
        return None

    @on(LineChosen)
    def open_line(self, event: LineChosen[AfterLine]) -> None:
        """Write the copy of the line, or correct the line."""
        if event.line.to is not None:
            self.app.push_screen(CopyDialog(self.number, event.line.to))
        elif event.line.line is not None and self._approved:
            self.app.push_screen(CorrectDialog(self.number, event.line.line))
        elif event.line.line is not None:
            tell(self, _("Not approved yet: open the meeting again and change the line there."))

    def action_approve_minutes(self) -> None:
        """Handle `ApproveMinutes`: the first press says what would be approved, the second approves it."""
        try:
            question = self._question()
            if self._asked != question:
                tell(self, question, severity="warning")
                self._asked = question
                return
            approve(self.desk, self.number)
        except (RefusedError, StoreProblem) as problem:
            tell(self, str(problem), severity="warning")
            return
        self.desk_app.something_saved()
        tell(self, _("The minutes are approved."))

    def action_copy_was_sent(self) -> None:
        """Handle `CopyWasSent`."""
        to = self._whose()
        if to is None:
            return
        try:
            note_sent(self.desk, self.number, to)
        except (RefusedError, StoreProblem) as problem:
            tell(self, str(problem), severity="warning")
            return
        self.desk_app.something_saved()

    def action_decisions_alone(self) -> None:
        """Handle `DecisionsAlone`."""
        to = self._whose()
        if to is not None:
            self.app.push_screen(CopyDialog(self.number, to, only_decisions=True))

    def action_copy_is_not_sent(self) -> None:
        """Handle `CopyIsNotSent`."""
        to = self._whose()
        if to is not None:
            self.app.push_screen(NotSentDialog(self.number, to))

    def action_leave_afterwards(self) -> None:
        """Handle `LeaveAfterwards`."""
        self.app.pop_screen()


def _with_its_case(line: MinutesLine) -> str:
    return f"{line.case}  {line.text}".rstrip() if line.case else line.text


def _key(line: AfterLine) -> str:
    return line.key
