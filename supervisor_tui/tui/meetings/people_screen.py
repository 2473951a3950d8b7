"""Who takes part in a meeting: who was told, who is here, who has signed. A key for each, kept at once."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from supervisor_tui.casework.meetings.attendance import attended, everybody_came, promised, stepped_out, told
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.domain.ids import MeetingId, ParticipantId, PersonCode
from supervisor_tui.domain.meetings.participants import Attendance, Confidentiality, Participant
from supervisor_tui.kit.columns import Column
from supervisor_tui.kit.command import Command, Commanded
from supervisor_tui.kit.command_footer import CommandFooter
from supervisor_tui.kit.safe_text import Line, content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.virtual_table import VirtualTable
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.desk_app import DeskApp, desk_app
from supervisor_tui.tui.meetings.blank_screen import BlankScreen, BlankTheWall
from supervisor_tui.tui.meetings.change_meeting_screen import ChangeMeetingScreen
from supervisor_tui.tui.meetings.needs_screen import NeedsScreen
from supervisor_tui.tui.meetings.room_lines import room_words
from supervisor_tui.wording import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable

    from supervisor_tui.casework.desk import Desk
    from supervisor_tui.domain.meetings.meeting import Meeting
    from supervisor_tui.store.revised import Revised

__all__ = ["PeopleScreen"]


class Arrived(Command):
    """Note that this person is here."""

    BINDING_KEY = "p,enter"
    TITLE = N_("Here")
    FOOTER = N_("here")


class SentApologies(Command):
    """Note that this person sent apologies."""

    BINDING_KEY = "a"
    TITLE = N_("Sent apologies")
    FOOTER = N_("apologies")


class StayedAway(Command):
    """Note that this person did not come and said nothing."""

    BINDING_KEY = "x"
    TITLE = N_("Absent")
    FOOTER = N_("absent")


class Signed(Command):
    """Note that this person is here and signed confidentiality; once more takes it back."""

    BINDING_KEY = "s"
    TITLE = N_("Signed confidentiality")
    FOOTER = N_("signed")


class DeclinedToSign(Command):
    """Note that this person declined to sign, and was asked to leave; once more takes it back."""

    BINDING_KEY = "d"
    TITLE = N_("Declined to sign")
    FOOTER = N_("declined")


class NeedNotSign(Command):
    """Note that this person is here and need not sign; once more takes it back."""

    BINDING_KEY = "e"
    TITLE = N_("Need not sign")
    FOOTER = N_("exempt")


class StepsOut(Command):
    """Note that this person steps out for a while, or comes back; what is said meanwhile is not theirs to read."""

    BINDING_KEY = "o"
    TITLE = N_("Steps out, or comes back")
    FOOTER = N_("out, in")


class EverybodyIsHere(Command):
    """Note that everybody who was invited is here, the family left aside; what was noted of others stays."""

    BINDING_KEY = "asterisk"
    TITLE = N_("Everybody is here")
    FOOTER = N_("all here")


class Told(Command):
    """Note that this person was told of the meeting today; once more takes it back."""

    BINDING_KEY = "n"
    TITLE = N_("Told of the meeting")
    FOOTER = N_("told")


class StillNeeded(Command):
    """See what the meeting still needs by the guidance in force."""

    BINDING_KEY = "w"
    TITLE = N_("What the meeting still needs")
    FOOTER = N_("what it needs")


class AddPeople(Command):
    """Add somebody, or change a role or an agency, on the form of the meeting."""

    BINDING_KEY = "f6"
    TITLE = N_("Add people")
    FOOTER = N_("add people")


class LeavePeople(Command):
    """Go back to the meeting."""

    BINDING_KEY = "escape,f2"
    TITLE = N_("Back to the meeting")
    FOOTER = N_("back")


Seat = tuple[int, Participant]
"""A participant with the place in the list."""


class PeopleScreen(Commanded, ModalScreen[None]):
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
        StillNeeded,
        AddPeople,
        BlankTheWall,
        LeavePeople,
    )
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, number: MeetingId) -> None:
        super().__init__()
        self.number = number
        self.title = _("Who is here")
        self.people = VirtualTable[Seat](
            self._columns(), row_key=lambda seat: seat[0], empty=_("Nobody is named yet. F6 adds people.")
        )

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(id="people-frame") as frame:
            frame.border_title = content(_("Who is here"))
            yield Line(id="room")
            yield self.people
            yield Line(id="people-problem")
        yield CommandFooter()

    def on_mount(self) -> None:
        """Show who takes part, and follow what is changed."""
        self.watch(self.app, "revision", self._show_again, init=False)
        self._show(seen(self._app.desk, self.number))
        self.people.focus()

    @property
    def _app(self) -> DeskApp:
        return desk_app(self)

    def _columns(self) -> tuple[Column[Seat], ...]:
        def who(seat: Seat) -> str:
            return self._app.desk.short_name(PersonCode(seat[1].label))

        return (
            Column("who", _("Who"), who, width=14, flex=2),
            Column("role", _("Role"), lambda seat: seat[1].role.label, width=14, flex=1),
            Column("agency", _("Agency"), lambda seat: seat[1].agency, width=10, flex=1, leaves_first=2),
            Column("told", _("Told on"), lambda seat: _day(seat[1].notice_on), width=10, leaves_first=1),
            Column("attendance", _("Attendance"), lambda seat: _attendance(seat[1]), width=16),
            Column("signed", _("Confidentiality"), lambda seat: seat[1].confidentiality.label, width=16),
        )

    def _show_again(self, _revision: int) -> None:
        self._show(seen(self._app.desk, self.number))

    def _show(self, now: "Revised[Meeting]") -> None:
        self.people.replace_rows(tuple(enumerate(now.value.participants)))
        self.query_one("#room", Line).update(content(room_words(now.value), Tone.QUIET.style))

    def _note(self, change: "Callable[[Desk, Revised[Meeting], ParticipantId], Revised[Meeting]]") -> None:
        """Keep one thing about the person of the line, read afresh, so that two who note at once do not collide."""
        seat = self.people.row
        problem = self.query_one("#people-problem", Line)
        if seat is None:
            return
        try:
            before = seen(self._app.desk, self.number)
            if before.value.participant(seat[1].id) is None:
                problem.update(content(_("Somebody else changed the list; look again."), Tone.URGENT.style))
            else:
                change(self._app.desk, before, seat[1].id)
                problem.update(content(""))
        except StoreProblem as conflict:
            problem.update(content(str(conflict), Tone.URGENT.style))
        self._app.something_saved()

    def _came(self, attendance: Attendance) -> None:
        self._note(lambda desk, before, who: attended(desk, before, who, attendance))

    def _says(self, promise: Confidentiality) -> None:
        self._note(lambda desk, before, who: promised(desk, before, who, promise))

    def action_arrived(self) -> None:
        """Handle `Arrived`."""
        self._came(Attendance.PRESENT)

    def action_sent_apologies(self) -> None:
        """Handle `SentApologies`."""
        self._came(Attendance.APOLOGIES)

    def action_stayed_away(self) -> None:
        """Handle `StayedAway`."""
        self._came(Attendance.ABSENT)

    def action_signed(self) -> None:
        """Handle `Signed`."""
        self._says(Confidentiality.SIGNED)

    def action_declined_to_sign(self) -> None:
        """Handle `DeclinedToSign`."""
        self._says(Confidentiality.DECLINED)

    def action_need_not_sign(self) -> None:
        """Handle `NeedNotSign`."""
        self._says(Confidentiality.EXEMPT)

    def action_steps_out(self) -> None:
        """Handle `StepsOut`."""
        self._note(stepped_out)

    def action_everybody_is_here(self) -> None:
        """Handle `EverybodyIsHere`."""
        self._note(lambda desk, before, _who: everybody_came(desk, before))

    def action_told(self) -> None:
        """Handle `Told`."""
        self._note(told)

    def action_still_needed(self) -> None:
        """Handle `StillNeeded`."""
        self.app.switch_screen(NeedsScreen(self.number))

    def action_add_people(self) -> None:
        """Handle `AddPeople`."""
        self.app.switch_screen(ChangeMeetingScreen(self.number, "participants"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the form of the meeting, which names other cases, and its findings to when nobody looks on."""
        is_shut = action in {AddPeople.name(), StillNeeded.name()} and self._app.shown_to_others
        return False if is_shut else super().check_action(action, parameters)

    def action_blank_the_wall(self) -> None:
        """Handle `BlankTheWall`."""
        self.app.push_screen(BlankScreen())

    def action_leave_people(self) -> None:
        """Handle `LeavePeople`."""
        self.dismiss()


def _attendance(one: Participant) -> str:
    return _("stepped out") if one.stepped_out else one.attendance.label


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
