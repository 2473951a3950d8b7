"""Going from case to case: on, back, to any code; how a case was passed is written down, so that none is skipped."""

from textual import on

from supervisor_tui.casework.meetings.going_through import left_to_pass, neighbour, pass_case, spoken_of, take_on
from supervisor_tui.casework.meetings.minutes import minutes
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingState
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.kit.tones import Tone
from supervisor_tui.store.problems import ReasonAsked, StoreProblem
from supervisor_tui.tui import doors
from supervisor_tui.tui.meetings.entry_line import NOT_A_LINE
from supervisor_tui.tui.meetings.kept_line import kept_line
from supervisor_tui.tui.meetings.meeting_page import MeetingPage
from supervisor_tui.tui.meetings.round_questions import is_pressing
from supervisor_tui.tui.meetings.round_screen import RoundScreen
from supervisor_tui.tui.meetings.saying import is_as_taken_back
from supervisor_tui.tui.meetings.typed_line import LETTERS, TypedLine
from supervisor_tui.tui.meetings.ways_of_needs import LineWanted
from supervisor_tui.wording import _

__all__ = ["PassesCases"]

PUT_OFF_LETTER = next(letter for letter, kind in LETTERS.items() if kind is LineKind.PUT_OFF)


class PassesCases(MeetingPage):
    """The part of a meeting's screen that changes which case is in front."""

    _asked_of_no_change: CaseCode | None = None
    is_proposed_anew = False
    """Whether the telling in the line was proposed on coming back to a case, and nobody has seen to it yet."""

    def save_line(self, typed: TypedLine) -> bool:
        """Save what stands in the line; say what is wrong and return False where that cannot be."""
        raise NotImplementedError

    def action_next_case(self) -> None:
        """Handle `NextCase`."""
        self._go_on(LineKind.NO_CHANGE)

    def action_put_off_case(self) -> None:
        """Handle `PutOffCase`: the first press asks why, the second goes on, with the reason or without."""
        asks = self.entry.typed.text.strip() == PUT_OFF_LETTER
        if asks:
            self.entry.clear()
        elif self.case is not None and self.entry.typed.is_blank:
            self.entry.begin(self.entry.place, TypedLine(f"{PUT_OFF_LETTER} "), self.entry.guessed_owner)
            self.say(_("Why is {code} put off? The same key again goes on.").format(code=self.case), Tone.WARNING)
            return
        self._go_on(LineKind.PUT_OFF)

    def action_previous_case(self) -> None:
        """Handle `PreviousCase`."""
        dropped = self._drop_taken_back()
        self._step(-1)
        self.refresh_from_desk()
        self._say_dropped(dropped)

    def _go_on(self, how: LineKind) -> None:
        """Save what stands in the line, write down how the case was passed if nothing was said, and go on."""
        dropped = self._drop_taken_back()
        typed = self.entry.typed
        if self.is_proposed_anew:
            self.is_proposed_anew = False
            self.say(_("The child is to be told: the same key again keeps this and goes on."), Tone.WARNING)
            return
        was_proposed = self.entry.proposed is not None
        if self.front is None or not (typed.is_blank or self.save_line(typed)):
            return
        if self.entry.proposed is not None and not was_proposed:
            self.say(_("Saved. The child is to be told: the same key again keeps this and goes on."), Tone.WARNING)
            return
        is_over = self.front.meeting.state is MeetingState.CLOSED
        if self.case is not None and not is_over:
            if how is LineKind.NO_CHANGE and self._asks_whether_nothing_changed(self.case):
                return
            try:
                pass_case(self.desk, self.front.meeting, self.case, how)
            except (RefusedError, StoreProblem) as error:
                self.say(str(error))
                return
        self._step(1)
        self.desk_app.something_saved()
        self._say_dropped(dropped)

    def _drop_taken_back(self) -> str:
        """Take away a line that was taken back and stands there unchanged, and return its words; "" where none does."""
        typed = self.entry.typed
        if not is_as_taken_back(self.desk, self.number, typed):
            return ""
        self.entry.clear()
        self.forget_kept(self.entry.place)
        return typed.text

    def _say_dropped(self, words: str) -> None:
        if words:
            self.say(_("taken back and not saved again: {text}").format(text=words), Tone.QUIET)

    def _asks_whether_nothing_changed(self, case: CaseCode) -> bool:
        """Ask once more before a case that presses is passed in the team's meeting and nothing was said about it."""
        view = self.front.view if self.front else None
        if view is None or self.front is None or self.front.meeting.kind is not MeetingKind.MANAGEMENT:
            return False
        is_said = case in spoken_of(minutes(self.desk, self.number))
        if is_said or self._asked_of_no_change == case or not is_pressing(self.desk, view):
            return False
        self._asked_of_no_change = case
        words = _("{code}: danger, or high risk with something late. The same key again: no change.")
        self.say(words.format(code=case), Tone.WARNING)
        return True

    def _step(self, by: int) -> None:
        cases = self.front.meeting.cases if self.front else ()
        following = neighbour(cases, self.case, by)
        if following is not None:
            self.bring_in_front(following)
        elif not cases:
            self.say(_("No case is on the agenda. F3 takes the team's round, F6 changes the meeting."))
        elif by > 0:
            self._say_what_is_left()
        else:
            self.say(_("This is the first case."), Tone.WARNING)

    def _say_what_is_left(self) -> None:
        """Say at the end of the agenda which of its cases nobody spoke about, and what of the team is left."""
        written = minutes(self.desk, self.number)
        agenda = self.front.meeting.cases if self.front else ()
        skipped = [code for code in agenda if code not in spoken_of(written)]
        is_of_the_team = self.front is not None and self.front.meeting.kind is MeetingKind.MANAGEMENT
        left = len(left_to_pass(self.desk, written)) if is_of_the_team else 0
        if skipped:
            words = _("That was the last case. Nothing was said about {codes}; “:” and a code goes there.")
            self.say(words.format(codes=", ".join(skipped[:5])), Tone.WARNING)
        elif left:
            words = _("That was the last case of the agenda. F3 is the round of the other {n} open cases.")
            self.say(words.format(n=left), Tone.WARNING)
        else:
            self.say(_("That was the last case. F10 says that the meeting is over."), Tone.WARNING)

    def go_to(self, code: CaseCode) -> None:
        """Bring a case in front, an empty code being the meeting as a whole; a meeting of the team takes it on."""
        if self.front is None:
            return
        meeting = self.front.meeting
        if self.front.has_family:
            self.say(_("The family is in the room. ^F sends them out first."))
            return
        if code and code not in meeting.cases and not self._take_on(code):
            return
        if self.entry.typed.text.startswith(NOT_A_LINE):
            self.entry.clear()
        self.bring_in_front(code or None)
        self.refresh_from_desk()

    @on(LineWanted)
    def begin_wanted_line(self, event: LineWanted) -> None:
        """Begin a line of the kind that is wanted, with its case in front; what is being typed is left alone."""
        letter = next((letter for letter, kind in LETTERS.items() if kind is event.kind), "n")
        if event.case is not None and event.case != self.case:
            self.go_to(event.case)
        words = _("{letter} begins a line: {kind}. F8 takes back a line of the page, to mend it.")
        if self.entry.typed.is_blank or self.entry.proposed is not None:
            self.entry.begin(self.entry.place, TypedLine(f"{letter} "), self.entry.guessed_owner)
        self.say(words.format(letter=letter, kind=event.kind.label), Tone.QUIET)

    def _take_on(self, code: CaseCode) -> bool:
        """Put a case on the agenda of a case management meeting; say what is wrong where that cannot be."""
        if self.front is None or self.front.meeting.kind is not MeetingKind.MANAGEMENT:
            self.say(_("{code} is not on the agenda. F6 changes the meeting.").format(code=code))
            return False
        if self.desk_app.shown_to_others and code not in left_to_pass(self.desk, ()):
            self.say(_("{code} is not a case of this team; others look on.").format(code=code))
            return False
        try:
            take_on(self.desk, self.number, [code])
        except ReasonAsked:
            self.app.push_screen(doors.why_read(code), lambda said_why: self.go_to(code) if said_why else None)
            return False
        except (LookupError, StoreProblem, RefusedError) as error:
            self.say(str(error.args[0]))
            return False
        self.desk_app.something_saved()
        return True

    def action_take_the_round(self) -> None:
        """Handle `TakeTheRound`."""
        if self.front is None:
            return
        self.keep_at_once()
        self.app.push_screen(RoundScreen(self.front.meeting), self._raised)

    def _raised(self, code: CaseCode | None) -> None:
        """Bring a raised case in front; what the round saved of the line in front stands there no longer."""
        if code is not None:
            self.go_to(code)
        elif self.entry.proposed is None and kept_line(self.desk, self.entry.place) != self.entry.typed:
            self.bring_in_front(self.case)
