"""Holding a meeting: the case in front, what was left of last time, what is so now, and one line to type into."""

from typing import TYPE_CHECKING, ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from supervisor_tui.casework.meetings.holding import ended, opened_again, seen
from supervisor_tui.casework.meetings.minutes import Said, enter, minutes, take_back
from supervisor_tui.casework.meetings.preparing import replan_meeting, round_of_the_team
from supervisor_tui.casework.meetings.who import caseworker_of
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.ids import CaseCode, MeetingId, PersonCode
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingState
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.kit.safe_text import Line, content, tell
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_list import LineChosen, WorkList
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui import doors
from supervisor_tui.tui.days import day_and_hour
from supervisor_tui.tui.meetings import meeting_commands as commands
from supervisor_tui.tui.meetings.change_meeting_screen import ChangeMeetingScreen
from supervisor_tui.tui.meetings.entry_line import NOT_A_LINE, EntryChanged, EntryLine, EntrySaved
from supervisor_tui.tui.meetings.meeting_lines import COLUMNS, Front, MeetingFileLine, groups, read_front
from supervisor_tui.tui.meetings.minutes_screen import MinutesScreen
from supervisor_tui.tui.meetings.people_screen import PeopleScreen
from supervisor_tui.tui.meetings.saying import CannotSayError, Speaker
from supervisor_tui.tui.meetings.typed_line import TypedLine, as_typed
from supervisor_tui.tui.reading_screen import ReadingScreen
from supervisor_tui.tui.ways_on import follow
from supervisor_tui.wording import _

if TYPE_CHECKING:
    from supervisor_tui.casework.desk import Desk

__all__ = ["MeetingScreen"]


class MeetingScreen(ReadingScreen[Front]):
    """A letter says what the line is (d decision, a action, r risk, f follow-up, n note), the rest is typed."""

    CSS_PATH = "meeting_screen.tcss"
    ACTIONS = (
        commands.NextCase,
        commands.TakeBackLine,
        commands.WhoIsHere,
        commands.ChangeMeeting,
        commands.WriteMinutesFile,
        commands.CloseMeeting,
        commands.OpenCaseFile,
        commands.PreviousCase,
        commands.TakeTheRound,
        commands.LeaveMeeting,
    )
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, number: MeetingId) -> None:
        super().__init__()
        self.number = number
        self.title = _("Meeting {number}").format(number=number)
        self.front: Front | None = None
        self._case: CaseCode | None = None
        self._speaker = Speaker()

    def compose_body(self) -> ComposeResult:
        """Lay out the page above the line."""
        yield WorkList(COLUMNS, line_key=_key, empty=_("Nothing on the agenda yet."), id="page")
        people = (person.short_name for person in self.desk.store.people.all() if person.active)
        yield EntryLine(people, self.desk.clock().date())
        yield Line(id="entry-help")

    def read(self, desk: "Desk") -> Front:
        """Read the meeting and the case in front, the first one when the meeting is opened."""
        found = seen(desk, self.number)
        if self.front is None and found.value.cases:
            self._case = found.value.cases[0]
        return read_front(desk, found, self._case)

    def show(self, found: Front) -> None:
        """Show the page; what stands in the line is left alone."""
        if found.case != self._case:
            self.refresh_from_desk()
            return
        is_first = self.front is None
        self.front = found
        self.entitle(self._title(found))
        self.query_one("#page", WorkList).replace_groups(groups(self.desk, found))
        if is_first:
            self._bring_in_front(self._case)

    def case_in_hand(self) -> CaseCode | None:
        """Return the case in front."""
        return self._case

    def _title(self, found: Front) -> str:
        meeting = found.seen.value
        parts = [meeting.kind.label]
        if found.case is not None and found.view is not None:
            number = meeting.cases.index(found.case) + 1 if found.case in meeting.cases else 0
            level = found.view.risk.level if found.view.risk else None
            parts.append(_("case {n} of {m}").format(n=number, m=len(meeting.cases)))
            parts += [f"{found.case}  {level.letter if level else '?'}", found.view.age_band]
            parts.append(self.desk.short_name(found.view.worker))
        elif meeting.cases:
            parts.append(_("the meeting as a whole, {n} cases").format(n=len(meeting.cases)))
        parts.append(day_and_hour(meeting.starts, self.desk.as_of))
        if meeting.state is not MeetingState.HELD:
            parts.append(meeting.state.label)
        return " · ".join(part for part in parts if part)

    def _bring_in_front(self, case: CaseCode | None) -> None:
        """Take up a case, or the meeting as a whole; what was kept of a line about it stands in the line again."""
        self._case = case
        place = f"meeting/{self.number}/{case or ''}"
        kept = {draft.place: draft.text for draft in self.desk.store.drafts.of(self.desk.person.code)}
        typed = msgspec.json.decode(kept[place], type=TypedLine) if place in kept else TypedLine()
        self.query_one(EntryLine).begin(place, typed, caseworker_of(self.desk, case))
        words = _("d decision  a action  r risk  f follow-up as told  n note  v child's view  w caregiver's view")
        self._say(words if typed.is_blank else _("what you typed before stands here again"), Tone.QUIET)

    def _say(self, words: str, tone: Tone = Tone.URGENT) -> None:
        self.query_one("#entry-help", Line).update(content(words, tone.style))

    @on(EntryChanged)
    def keep_draft(self, event: EntryChanged) -> None:
        """Keep what is typed, and say so only when it is on disk."""
        drafts, person = self.desk.store.drafts, self.desk.person.code
        try:
            if event.typed.is_blank:
                drafts.forget(person, event.place)
                return
            at = drafts.keep(person, event.place, msgspec.json.encode(event.typed).decode())
        except StoreProblem as problem:
            self._say(_("Not kept: {problem}").format(problem=problem))
            return
        self._say(_("draft kept {time}").format(time=f"{at:%H:%M:%S}"), Tone.QUIET)

    def _keep_at_once(self) -> None:
        """Keep what the last second typed, without waiting for the line to tell it."""
        entry = self.query_one(EntryLine)
        typed = entry.taken()
        if typed is not None:
            self.keep_draft(EntryChanged(entry.place, typed))

    @on(EntrySaved)
    def save_line(self, event: EntrySaved) -> None:
        """Save the line and stay; a colon and a code go to that case, a colon alone to the meeting as a whole."""
        text = event.typed.text.strip()
        if text.startswith(NOT_A_LINE):
            self._go_to(CaseCode(text.removeprefix(NOT_A_LINE).strip().upper()))
        elif not event.typed.is_blank:
            self._save(event.typed)

    def _save(self, typed: TypedLine) -> bool:
        """Save a line; say what is wrong and leave it standing where it cannot be."""
        if self.front is None:
            return False
        self._keep_at_once()
        try:
            line = self._speaker.say(self.desk, self.front.seen.value, typed, self._case)
        except (CannotSayError, StoreProblem) as error:
            self._say(str(error))
            return False
        entry = self.query_one(EntryLine)
        self.desk.store.drafts.forget(self.desk.person.code, entry.place)
        entry.clear()
        self.desk_app.something_saved()
        self._say(_saved_words(line), Tone.QUIET)
        return True

    @on(LineChosen)
    def open_line(self, event: LineChosen[MeetingFileLine]) -> None:
        """Go where the line leads: a form, a case, the people; else show the whole of it."""
        line = event.line
        if line.way is not None:
            follow(self, line.way)
        elif line.people:
            self.action_who_is_here()
        elif line.case is not None and line.case != self._case:
            self._go_to(line.case)
        else:
            tell(self, line.what)

    def action_next_case(self) -> None:
        """Handle `NextCase`."""
        typed = self.query_one(EntryLine).typed
        if self.front is None or not (typed.is_blank or self._save(typed)):
            return
        said = {line.case for line in minutes(self.desk, self.number)}
        is_over = self.front.seen.value.state is MeetingState.CLOSED
        if self._case is not None and self._case not in said and not is_over:
            try:
                enter(self.desk, self.front.seen.value, Said(kind=LineKind.NO_CHANGE, text="", case=self._case))
            except (RefusedError, StoreProblem) as error:
                self._say(str(error))
                return
        self._step(1)
        self.desk_app.something_saved()

    def action_previous_case(self) -> None:
        """Handle `PreviousCase`."""
        self._step(-1)
        self.refresh_from_desk()

    def _step(self, by: int) -> None:
        cases = self.front.seen.value.cases if self.front else ()
        place = cases.index(self._case) + by if self._case in cases else (0 if by > 0 else len(cases) - 1)
        if not cases:
            self._say(_("No case is on the agenda. F3 takes the team's round, F6 changes the meeting."))
        elif 0 <= place < len(cases):
            self._bring_in_front(cases[place])
        elif by > 0:
            self._say(_("That was the last case. F10 says that the meeting is over."), Tone.WARNING)
        else:
            self._say(_("This is the first case."), Tone.WARNING)

    def _go_to(self, code: CaseCode) -> None:
        if self.front is None:
            return
        meeting = self.front.seen.value
        is_there = not code or code in meeting.cases
        if not is_there and not (meeting.kind is MeetingKind.MANAGEMENT and self._take_on(code)):
            if meeting.kind is not MeetingKind.MANAGEMENT:
                self._say(_("{code} is not on the agenda. F6 changes the meeting.").format(code=code))
            return
        entry = self.query_one(EntryLine)
        if entry.typed.text.startswith(NOT_A_LINE):
            entry.clear()
        self._bring_in_front(code or None)
        self.refresh_from_desk()

    def _take_on(self, *codes: CaseCode) -> bool:
        """Put cases on the agenda of a case management meeting; say what is wrong where that cannot be."""
        try:
            before = seen(self.desk, self.number)
            for code in codes:
                self.desk.case(code)
            cases = (*before.value.cases, *codes)
            replan_meeting(self.desk, before, msgspec.structs.replace(before.value, cases=cases))
        except (LookupError, StoreProblem) as error:
            self._say(str(error.args[0]))
            return False
        self.desk_app.something_saved()
        return True

    def action_take_the_round(self) -> None:
        """Handle `TakeTheRound`."""
        if self.front is None or self.front.seen.value.kind is not MeetingKind.MANAGEMENT:
            self._say(_("The team's round belongs to case management meetings."))
        elif self._take_on(*round_of_the_team(self.desk)):
            self._say(_("Every open case of the team is on the agenda; ^N begins."), Tone.QUIET)

    def action_take_back_line(self) -> None:
        """Handle `TakeBackLine`."""
        line = self._line_to_take_back()
        if line is None:
            self._say(_("There is no line of yours to take back here."))
            return
        try:
            take_back(self.desk, line)
        except (RefusedError, StoreProblem) as error:
            self._say(str(error))
            return
        entry = self.query_one(EntryLine)
        if entry.typed.is_blank and line.kind is not LineKind.NO_CHANGE:
            entry.begin(entry.place, as_typed(line, self.desk.short_name(PersonCode(line.owner))), entry.guessed_owner)
        self.desk_app.something_saved()
        self._say(_("taken back: {text}").format(text=line.text or line.kind.label), Tone.QUIET)

    def _line_to_take_back(self) -> MinutesLine | None:
        """Return the line of the cursor where the page has the keys, else the last one of whoever is at the desk."""
        page = self.query_one("#page", WorkList)
        if page.has_focus and isinstance(page.line, MeetingFileLine) and page.line.line is not None:
            return page.line.line
        written = [line for line in minutes(self.desk, self.number) if line.case == self._case]
        return next((line for line in reversed(written) if line.by == self.desk.person.code), None)

    def action_open_case_file(self) -> None:
        """Handle `OpenCaseFile`."""
        if self._case is not None:
            self.app.push_screen(doors.case_file(self._case))

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
        self._keep_at_once()
        try:
            before = seen(self.desk, self.number)
            is_over = before.value.state is MeetingState.CLOSED
            (opened_again if is_over else ended)(self.desk, before)
        except StoreProblem as problem:
            self._say(str(problem))
            return
        self.desk_app.something_saved()
        words = _("The meeting is open again.") if is_over else _("The meeting is over. F10 opens it again.")
        self._say(words, Tone.QUIET)

    def action_leave_meeting(self) -> None:
        """Handle `LeaveMeeting`."""
        self._keep_at_once()
        self.dismiss()


def _saved_words(line: MinutesLine) -> str:
    words = _("{kind} saved {time}").format(kind=line.kind.label, time=f"{line.at:%H:%M:%S}")
    if line.kind is LineKind.ACTION and line.due_on is None:
        words += " · " + _("no day set; F8 takes it back")
    if line.kind is LineKind.DECISION and not line.reason:
        words += " · " + _("no reason given; “because” begins one")
    return words


def _key(line: MeetingFileLine) -> str:
    return line.key
