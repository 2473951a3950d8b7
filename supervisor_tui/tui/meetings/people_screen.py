"""Who takes part in a meeting: may be told, was told, is here, has signed. A key for each, kept at once."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from supervisor_tui.casework.meetings.attendance import told
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.invitees import Invitee, Invitees, invitees
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.kit.command import Commanded
from supervisor_tui.kit.command_footer import CommandFooter
from supervisor_tui.kit.safe_text import Line, SafeStatic, content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.virtual_table import RowHighlighted, VirtualTable
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.desk_app import DeskApp, desk_app
from supervisor_tui.tui.meetings.basis_dialog import BasisDialog
from supervisor_tui.tui.meetings.blank_screen import BlankScreen, BlankTheWall
from supervisor_tui.tui.meetings.change_meeting_screen import ChangeMeetingScreen
from supervisor_tui.tui.meetings.invite_dialog import InviteDialog
from supervisor_tui.tui.meetings.invitee_dialogs import HarmDialog, ToldDialog
from supervisor_tui.tui.meetings.missing_line import MissingLine, missing_now
from supervisor_tui.tui.meetings.needs_screen import NeedsScreen
from supervisor_tui.tui.meetings.notes_attendance import Change, NotesAttendance
from supervisor_tui.tui.meetings.papers_for_dialog import PapersForDialog
from supervisor_tui.tui.meetings.people_columns import columns_for, in_full
from supervisor_tui.tui.meetings.people_commands import (
    AddPeople,
    Arrived,
    DeclinedToSign,
    EverybodyIsHere,
    InviteOne,
    LeavePeople,
    MayHarm,
    NeedNotSign,
    PapersForThem,
    RecordBasis,
    SentApologies,
    Signed,
    StayedAway,
    StepsOut,
    StillNeeded,
    Told,
)
from supervisor_tui.tui.meetings.room_lines import room_words
from supervisor_tui.tui.says_problems import SaysProblems
from supervisor_tui.wording import _

__all__ = ["PeopleScreen"]


class PeopleScreen(SaysProblems, NotesAttendance, Commanded, ModalScreen[None]):
    """The list over the meeting."""

    SHOWN_TO_OTHERS: ClassVar[bool] = True
    CSS_PATH = "people_screen.tcss"
    ACTIONS = (
        Arrived,
        SentApologies,
        StayedAway,
        Signed,
        StepsOut,
        EverybodyIsHere,
        DeclinedToSign,
        NeedNotSign,
        Told,
        RecordBasis,
        MayHarm,
        PapersForThem,
        StillNeeded,
        InviteOne,
        AddPeople,
        BlankTheWall,
        LeavePeople,
    )
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, number: MeetingId) -> None:
        super().__init__()
        self.number = number
        self.title = _("Who is invited, and who is here")
        self.found: Invitees | None = None
        self.people = VirtualTable[Invitee](
            (), row_key=lambda one: one.participant.id, empty=_("Nobody is named yet. i or F6 adds people.")
        )

    def compose(self) -> ComposeResult:
        """Lay out the list, and below it what is said in full of the person of the line."""
        with Vertical(id="people-frame") as frame:
            frame.border_title = content(self.title or "")
            yield Line(id="room")
            yield MissingLine(id="missing")
            yield self.people
            yield SafeStatic(id="in-full")
            yield Line(id="people-problem")
        yield CommandFooter()

    def on_mount(self) -> None:
        """Show who takes part, and follow what is changed."""
        self.watch(self.app, "revision", self._show_again, init=False)
        self._show(invitees(self._app.desk, self.number))
        self.people.focus()

    @property
    def _app(self) -> DeskApp:
        return desk_app(self)

    @property
    def _is_conference(self) -> bool:
        return self.found is not None and self.found.meeting.kind is MeetingKind.CONFERENCE

    def _show_again(self, _revision: int) -> None:
        self._show(invitees(self._app.desk, self.number))

    def _show(self, found: Invitees) -> None:
        self.found = found
        self.people.show_columns(columns_for(lambda: self._app.desk, found, shown_to_others=self._app.shown_to_others))
        self.people.replace_rows(found.people)
        self.query_one("#room", Line).update(content(room_words(found.meeting), Tone.QUIET.style))
        self.query_one(MissingLine).tell(missing_now(self._app.desk, found.meeting))
        self._say_in_full(self.people.row)

    @on(RowHighlighted)
    def _another_line(self, event: RowHighlighted[Invitee]) -> None:
        self._say_in_full(event.row)

    def _say_in_full(self, one: Invitee | None) -> None:
        words = ""
        if one is not None and self.found is not None:
            words = in_full(self._app.desk, self.found, one, shown_to_others=self._app.shown_to_others)
        self.query_one("#in-full", SafeStatic).update(content(words, Tone.QUIET.style, lines=True))

    def note(self, change: Change) -> None:
        """Keep one thing about the person of the line, read afresh, so that two who note at once do not collide."""
        one = self.people.row
        problem = self.query_one("#people-problem", Line)
        if one is None:
            return
        try:
            before = seen(self._app.desk, self.number)
            if before.value.participant(one.participant.id) is None:
                problem.update(content(_("Somebody else changed the list; look again."), Tone.URGENT.style))
            else:
                change(self._app.desk, before, one.participant.id)
                problem.update(content(""))
        except StoreProblem as conflict:
            problem.update(content(str(conflict), Tone.URGENT.style))
        self._app.something_saved()

    def action_record_basis(self) -> None:
        """Handle `RecordBasis`."""
        if self.people.row is not None:
            self.app.push_screen(BasisDialog(self.number, self.people.row))

    def action_papers_for_them(self) -> None:
        """Handle `PapersForThem`."""
        if self.people.row is not None:
            self.app.push_screen(PapersForDialog(self.number, self.people.row.participant.id))

    def action_may_harm(self) -> None:
        """Handle `MayHarm`."""
        if self.people.row is not None:
            self.app.push_screen(HarmDialog(self.number, self.people.row.participant))

    def action_told(self) -> None:
        """Handle `Told`: the day once noted is asked about, and never taken away by the key."""
        one = self.people.row
        if one is not None and one.participant.notice_on is not None:
            self.app.push_screen(ToldDialog(self.number, one.participant))
        else:
            self.note(told)

    def action_still_needed(self) -> None:
        """Handle `StillNeeded`."""
        self.app.switch_screen(NeedsScreen(self.number))

    def action_invite_one(self) -> None:
        """Handle `InviteOne`."""
        self.app.push_screen(InviteDialog(self.number))

    def action_add_people(self) -> None:
        """Handle `AddPeople`."""
        self.app.switch_screen(ChangeMeetingScreen(self.number, "participants"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave to when nobody looks on what names other cases, and why somebody may be told or could harm.

        Where nobody from outside comes, neither is asked.
        """
        if action in _NOT_ON_A_WALL and self._app.shown_to_others:
            return False
        if action in _OF_A_CONFERENCE and not self._is_conference:
            return False
        return super().check_action(action, parameters)

    def action_blank_the_wall(self) -> None:
        """Handle `BlankTheWall`."""
        self.app.push_screen(BlankScreen())

    def action_leave_people(self) -> None:
        """Handle `LeavePeople`."""
        self.dismiss()


_OF_A_CONFERENCE = frozenset((RecordBasis.name(), MayHarm.name()))
_NOT_ON_A_WALL = _OF_A_CONFERENCE | {AddPeople.name(), PapersForThem.name(), StillNeeded.name()}
