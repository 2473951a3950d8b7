"""The keys that note whether somebody came, promised confidentiality or stepped out."""

from collections.abc import Callable

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.attendance import attended, everybody_came, promised, stepped_out
from supervisor_tui.domain.ids import ParticipantId
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import Attendance, Confidentiality
from supervisor_tui.store.revised import Revised

__all__ = ["Change", "NotesAttendance"]

Change = Callable[[Desk, Revised[Meeting], ParticipantId], Revised[Meeting]]
"""What is changed of the person of the line, in the meeting as it was seen."""


class NotesAttendance:
    """What a list of people also is: it answers the keys of attendance with a change that is kept at once."""

    def note(self, change: Change) -> None:
        """Keep one thing about the person of the line."""
        raise NotImplementedError

    def _came(self, attendance: Attendance) -> None:
        self.note(lambda desk, before, who: attended(desk, before, who, attendance))

    def _says(self, promise: Confidentiality) -> None:
        self.note(lambda desk, before, who: promised(desk, before, who, promise))

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
        self.note(stepped_out)

    def action_everybody_is_here(self) -> None:
        """Handle `EverybodyIsHere`."""
        self.note(lambda desk, before, _who: everybody_came(desk, before))
