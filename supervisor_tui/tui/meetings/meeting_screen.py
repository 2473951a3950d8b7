"""Holding a meeting: the case in front, what was left of last time, what is so now, and one line to type into."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType

from supervisor_tui.casework.meetings.holding import ApprovedAlreadyError, ended, opened_again, seen
from supervisor_tui.casework.meetings.minutes import minutes
from supervisor_tui.casework.meetings.telling import telling_proposed
from supervisor_tui.casework.names_typed import texts_of, words_of_names
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.kinds import MeetingPart, MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.kit.safe_text import tell
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_list import LineChosen
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui import doors
from supervisor_tui.tui.meetings import meeting_commands as commands
from supervisor_tui.tui.meetings.change_meeting_screen import ChangeMeetingScreen
from supervisor_tui.tui.meetings.entry_line import NOT_A_LINE
from supervisor_tui.tui.meetings.kept_line import cases_with_a_line
from supervisor_tui.tui.meetings.minutes_screen import MinutesScreen
from supervisor_tui.tui.meetings.needs_screen import NeedsScreen
from supervisor_tui.tui.meetings.page_lines import PageLine
from supervisor_tui.tui.meetings.passes_cases import PassesCases
from supervisor_tui.tui.meetings.people_screen import PeopleScreen
from supervisor_tui.tui.meetings.saying import CannotSayError, Speaker
from supervisor_tui.tui.meetings.sheet_screen import SheetScreen
from supervisor_tui.tui.meetings.shows_to_others import ShowsToOthers
from supervisor_tui.tui.meetings.takes_back import TakesBackLines
from supervisor_tui.tui.meetings.typed_line import TypedLine
from supervisor_tui.tui.ways_on import follow
from supervisor_tui.wording import _

__all__ = ["MeetingScreen"]


class MeetingScreen(PassesCases, TakesBackLines, ShowsToOthers):
    """A letter says what the line is (d decision, a action, r risk, f follow-up, n note), the rest is typed."""

    CSS_PATH = "meeting_screen.tcss"
    ACTIONS = (
        commands.NextCase,
        commands.TakeBackLine,
        commands.WhoIsHere,
        commands.FamilyInOrOut,
        commands.TakeTheRound,
        commands.BlankTheWall,
        commands.CloseMeeting,
        commands.PutOffCase,
        commands.ShowToOthers,
        commands.OpenCaseFile,
        commands.ChangeMeeting,
        commands.WriteMinutesFile,
        commands.ShowSheet,
        commands.ShowNeeds,
        commands.SetAgenda,
        commands.PreviousCase,
        commands.LeaveMeeting,
    )
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, number: MeetingId, is_alone: bool = False) -> None:
        super().__init__(number, is_alone)
        self.speaker = Speaker()

    def action_save_what_is_typed(self) -> None:
        """Save the line and stay; a colon and a code go to that case, a colon alone to the meeting as a whole."""
        typed = self.entry.typed
        text = typed.text.strip()
        if text.startswith(NOT_A_LINE):
            self.go_to(CaseCode(text.removeprefix(NOT_A_LINE).strip().upper()))
        elif not typed.is_blank:
            self.save_line(typed)

    def save_line(self, typed: TypedLine) -> bool:
        """Save a line; say what is wrong and leave it standing where it cannot be."""
        if self.front is None:
            return False
        self.keep_at_once()
        self.is_proposed_anew = False
        try:
            line = self.speaker.say(self.desk, self.front.meeting, typed, self.case)
        except (CannotSayError, StoreProblem) as error:
            self.say(str(error))
            return False
        place = self.entry.place
        self.entry.clear()
        self.desk_app.something_saved()
        self._say_saved(line)
        self._propose_telling(self.front.meeting)
        self.forget_kept(place)
        return True

    def _say_saved(self, line: MinutesLine) -> None:
        """Say when the line was saved and what it lacks; before that, that it may hold somebody's name."""
        named = words_of_names(self.desk, *texts_of(line))
        if named:
            words = _("{words}: a name? F8 takes the line back; write the code.")
            self.say(words.format(words=", ".join(f"“{word}”" for word in named)), Tone.WARNING)
        else:
            self.say(_saved_words(line), Tone.QUIET)

    def _propose_telling(self, meeting: Meeting) -> None:
        """Put the action into the line by which the child hears what was decided; another letter takes its place."""
        said = telling_proposed(self.desk, meeting, minutes(self.desk, meeting.id), self.case) if self.case else None
        if said is not None:
            self.entry.propose(TypedLine(f"a {said.text}", said.owner, until=f"{said.due_on}", need=said.need))

    def bring_in_front(self, case: CaseCode | None) -> None:
        """Take up a case; what is still to be told to its child stands in the line, where nothing else does."""
        super().bring_in_front(case)
        if self.front is not None and self.front.meeting.state is MeetingState.HELD and self.entry.typed.is_blank:
            self._propose_telling(self.front.meeting)
        self.is_proposed_anew = self.entry.proposed is not None

    @on(LineChosen)
    def open_line(self, event: LineChosen[PageLine]) -> None:
        """Go where the line leads: a form, a case, the people; else show the whole of it. Then one types."""
        line = event.line
        if line.way is not None and not self.desk_app.shown_to_others:
            self.set_focus(self.entry.words)
            follow(self, line.way)
        elif line.people:
            self.action_who_is_here()
        elif line.case is not None and line.case != self.case:
            self.go_to(line.case)
        else:
            tell(self, line.what)

    def action_open_case_file(self) -> None:
        """Handle `OpenCaseFile`."""
        if self.case is not None:
            self.app.push_screen(doors.case_file(self.case))

    def action_show_sheet(self) -> None:
        """Handle `ShowSheet`."""
        if self.case is not None:
            self.app.push_screen(SheetScreen(self.number, self.case))

    def action_show_needs(self) -> None:
        """Handle `ShowNeeds`."""
        self.app.push_screen(NeedsScreen(self.number))

    def action_set_agenda(self) -> None:
        """Handle `SetAgenda`."""
        self.app.push_screen(doors.meeting_part(self.number, MeetingPart.AGENDA))

    def action_who_is_here(self) -> None:
        """Handle `WhoIsHere`."""
        self.app.push_screen(PeopleScreen(self.number))

    def action_change_meeting(self) -> None:
        """Handle `ChangeMeeting`."""
        self.app.push_screen(ChangeMeetingScreen(self.number))

    def action_write_minutes_file(self) -> None:
        """Handle `WriteMinutesFile`."""
        self.app.push_screen(MinutesScreen(self.number))

    def action_close_meeting(self) -> None:
        """Handle `CloseMeeting`."""
        self.keep_at_once()
        try:
            before = seen(self.desk, self.number)
            is_over = before.value.state is MeetingState.CLOSED
            meeting = (opened_again if is_over else ended)(self.desk, before).value
        except (ApprovedAlreadyError, StoreProblem) as problem:
            self.say(str(problem))
            return
        self.desk_app.something_saved()
        if is_over:
            self.say(_("The meeting is open again."), Tone.QUIET)
        else:
            self.say(*self._said_at_the_end(meeting))

    def _said_at_the_end(self, meeting: Meeting) -> tuple[str, Tone]:
        if self.has_family:
            return _("The meeting is over. F10 opens it again."), Tone.QUIET
        begun = [code or _("the meeting as a whole") for code in cases_with_a_line(self.desk, meeting.id)]
        if begun:
            words = _("Over, but a line was begun and not saved: {codes}. F10 opens it again, then Enter saves.")
            return words.format(codes=", ".join(begun[:5])), Tone.WARNING
        if not meeting.there:
            return _("Over; F10 opens it again. Nobody is noted as here, so nobody gets a copy: F2."), Tone.WARNING
        return _("The meeting is over. F10 opens it again."), Tone.QUIET

    def action_leave_meeting(self) -> None:
        """Handle `LeaveMeeting`."""
        self.keep_at_once()
        self.dismiss()


def _saved_words(line: MinutesLine) -> str:
    words = _("{kind} saved {time}").format(kind=line.kind.label, time=f"{line.at:%H:%M:%S}")
    if line.kind is LineKind.ACTION and line.due_on is None:
        words += " · " + _("no day set; F8 takes it back")
    if line.kind is LineKind.DECISION and not line.reason:
        words += " · " + _("no reason given; “because” begins one")
    return words
