"""Holding a meeting: the case in front, what was left of last time, what is so now, and one line to type into."""

from typing import TYPE_CHECKING, ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from supervisor_tui.casework.days_as_typed import NotADayError
from supervisor_tui.casework.follow_ups import NotUnderstoodError
from supervisor_tui.casework.meetings.holding import began, ended, seen
from supervisor_tui.casework.meetings.minutes import Said, enter, take_back
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meeting import LineKind, MeetingState
from supervisor_tui.kit.command import Command
from supervisor_tui.kit.safe_text import Line, content, tell
from supervisor_tui.kit.work_list import LineChosen, WorkList
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui import doors
from supervisor_tui.tui.days import day_and_hour
from supervisor_tui.tui.meetings.entry_line import EntryChanged, EntryLine, EntrySaved
from supervisor_tui.tui.meetings.meeting_lines import COLUMNS, Front, MeetingFileLine, groups, read_front
from supervisor_tui.tui.meetings.typed_line import TypedLine, as_said
from supervisor_tui.tui.reading_screen import ReadingScreen
from supervisor_tui.wording import N_, _

if TYPE_CHECKING:
    from supervisor_tui.casework.desk import Desk

__all__ = ["MeetingScreen"]

GO_TO = ":"


class NextCase(Command):
    """Go on to the next case; if nothing was said about this one, "no change" is written down."""

    BINDING_KEY = "ctrl+n"
    TITLE = N_("Next case")
    FOOTER = N_("next case")
    WHILE_TYPING = True


class PreviousCase(Command):
    """Go back to the case before."""

    BINDING_KEY = "f7"
    TITLE = N_("Case before")
    FOOTER = N_("case before")
    WHILE_TYPING = True


class TakeBackLine(Command):
    """Take back the line that was written last about this case; it stays in the history."""

    BINDING_KEY = "f8"
    TITLE = N_("Take back the last line")
    FOOTER = N_("take back")
    WHILE_TYPING = True


class OpenCaseFile(Command):
    """Open the case file of the case in front."""

    BINDING_KEY = "f4"
    TITLE = N_("Open the case")
    FOOTER = N_("case file")
    WHILE_TYPING = True


class CloseMeeting(Command):
    """Say that the meeting is over; its lines stay, its actions stay in the plans."""

    BINDING_KEY = "f10"
    TITLE = N_("Meeting over")
    FOOTER = N_("over")
    WHILE_TYPING = True


class LeaveMeeting(Command):
    """Leave the meeting's screen; everything typed is kept."""

    BINDING_KEY = "escape"
    TITLE = N_("Back")
    FOOTER = N_("back")


class MeetingScreen(ReadingScreen[Front]):
    """A letter says what the line is (d decision, a action, r risk, f follow-up, n note), the rest is typed."""

    CSS_PATH = "meeting_screen.tcss"
    ACTIONS = (NextCase, PreviousCase, TakeBackLine, OpenCaseFile, CloseMeeting, LeaveMeeting)
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, number: MeetingId) -> None:
        super().__init__()
        self.number = number
        self.title = _("Meeting {number}").format(number=number)
        self.front: Front | None = None
        self._case: CaseCode | None = None
        self._opened = False

    def compose_body(self) -> ComposeResult:
        """Lay out the page above the line."""
        yield WorkList(COLUMNS, line_key=_key, empty=_("Nothing on the agenda yet."), id="page")
        yield EntryLine()
        yield Line(id="entry-help")

    def read(self, desk: "Desk") -> Front:
        """Read the meeting and the case in front; opening it the first time notes that it is being held."""
        found = seen(desk, self.number)
        if not self._opened and found.value.state is MeetingState.PLANNED:
            found = began(desk, found)
        if self._case is None and found.value.cases and not self._opened:
            self._case = found.value.cases[0]
        return read_front(desk, found, self._case)

    def show(self, found: Front) -> None:
        """Show the page, and put what was typed before back into the line."""
        first = not self._opened or self.front is None or self.front.case != found.case
        self._opened = True
        self.front = found
        self.entitle(self._title(found))
        self.query_one("#page", WorkList).replace_groups(groups(self.desk, found))
        if first:
            self.query_one(EntryLine).put(self._draft())
            self._help(
                _("d decision  a action  r risk  f follow-up as told  n note  v child's view  w caregiver's view")
            )

    def case_in_hand(self) -> CaseCode | None:
        """Return the case in front."""
        return self._case

    @property
    def place(self) -> str:
        """Where the draft of the line is kept."""
        return f"meeting/{self.number}/{self._case or ''}"

    def _title(self, found: Front) -> str:
        meeting = found.seen.value
        parts = [meeting.kind.label, day_and_hour(meeting.starts, self.desk.as_of)]
        if found.case is not None and found.view is not None:
            number = meeting.cases.index(found.case) + 1 if found.case in meeting.cases else 0
            parts.append(_("case {n} of {m}").format(n=number, m=len(meeting.cases)))
            level = found.view.risk.level if found.view.risk else None
            parts += [found.case, level.letter if level else "?", found.view.age_band]
        return " · ".join(part for part in parts if part)

    def _draft(self) -> TypedLine:
        kept = {draft.place: draft for draft in self.desk.store.drafts.of(self.desk.person.code)}
        if self.place not in kept:
            return TypedLine()
        return msgspec.json.decode(kept[self.place].text, type=TypedLine)

    def _help(self, words: str, style: str = "$foreground 75%") -> None:
        self.query_one("#entry-help", Line).update(content(words, style))

    @on(EntryChanged)
    def keep_draft(self, event: EntryChanged) -> None:
        """Keep what is typed, and say so only when it is on disk."""
        drafts, person = self.desk.store.drafts, self.desk.person.code
        if event.typed.is_blank:
            drafts.forget(person, self.place)
            return
        at = drafts.keep(person, self.place, msgspec.json.encode(event.typed).decode())
        self._help(_("draft kept {time}").format(time=f"{at:%H:%M:%S}"))

    @on(EntrySaved)
    def save_line(self, event: EntrySaved) -> None:
        """Save the line and stay; a colon and a code go to that case."""
        text = event.typed.text.strip()
        if text.startswith(GO_TO):
            self._go_to(CaseCode(text.removeprefix(GO_TO).strip().upper()))
        elif not event.typed.is_blank:
            self._save(event.typed)

    def _save(self, typed: TypedLine) -> None:
        if self.front is None:
            return
        try:
            said = as_said(typed, self._case, self.desk.clock().date())
            line = enter(self.desk, self.front.seen.value, said)
        except (NotADayError, NotUnderstoodError, RefusedError, StoreProblem) as error:
            self._help(str(error.args[0]), "$text-error")
            return
        self.desk.store.drafts.forget(self.desk.person.code, self.place)
        self.query_one(EntryLine).put(TypedLine())
        self.desk_app.something_saved()
        self._help(_("{kind} saved {time}").format(kind=line.kind.label, time=f"{line.at:%H:%M:%S}"))

    @on(LineChosen)
    def point_at_line(self, event: LineChosen[MeetingFileLine]) -> None:
        """Show the whole of a line that did not fit."""
        tell(self, event.line.what)

    def action_next_case(self) -> None:
        """Handle `NextCase`."""
        self._leave_line()
        if self.front is not None and self._case is not None and not self._anything_said(self.front):
            enter(self.desk, self.front.seen.value, Said(kind=LineKind.NO_CHANGE, text="", case=self._case))
        self._step(1)

    def action_previous_case(self) -> None:
        """Handle `PreviousCase`."""
        self._leave_line()
        self._step(-1)

    def action_take_back_line(self) -> None:
        """Handle `TakeBackLine`."""
        if self.front is not None and self.front.lines:
            taken = self.front.lines[-1]
            take_back(self.desk, taken)
            self.desk_app.something_saved()
            self._help(_("taken back: {text}").format(text=taken.text))

    def action_open_case_file(self) -> None:
        """Handle `OpenCaseFile`."""
        if self._case is not None:
            self.app.push_screen(doors.case_file(self._case))

    def action_close_meeting(self) -> None:
        """Handle `CloseMeeting`."""
        self._leave_line()
        ended(self.desk, seen(self.desk, self.number))
        self.desk_app.something_saved()
        self.app.pop_screen()

    def action_leave_meeting(self) -> None:
        """Handle `LeaveMeeting`."""
        self._leave_line()
        self.app.pop_screen()

    def _leave_line(self) -> None:
        """Keep at once what the last second typed."""
        self.keep_draft(EntryChanged(self.query_one(EntryLine).typed))

    def _anything_said(self, front: Front) -> bool:
        return any(line.case == self._case for line in front.lines)

    def _step(self, by: int) -> None:
        cases = self.front.seen.value.cases if self.front else ()
        if not cases:
            return
        place = cases.index(self._case) + by if self._case in cases else 0
        if not 0 <= place < len(cases):
            words = _("That was the last case. F10: the meeting is over.") if by > 0 else _("This is the first case.")
            self._help(words)
            self.refresh_from_desk()
            return
        self._case = cases[place]
        self.refresh_from_desk()

    def _go_to(self, code: CaseCode) -> None:
        if self.front is None or code not in self.front.seen.value.cases:
            self._help(_("{code} is not on the agenda.").format(code=code), "$text-error")
            return
        self.query_one(EntryLine).put(TypedLine())
        self._case = code
        self.refresh_from_desk()


def _key(line: MeetingFileLine) -> str:
    return line.key
