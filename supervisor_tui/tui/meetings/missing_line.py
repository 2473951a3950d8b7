"""The line at the head of a meeting that says who is still missing; it is not there where nobody is."""

from collections.abc import Sequence

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.in_the_room import still_missing
from supervisor_tui.domain.meetings.family import family_in_the_room
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.wording import _

__all__ = ["MissingLine", "missing_now"]


def missing_now(desk: Desk, meeting: Meeting) -> tuple[str, ...]:
    """Return who is missing; nothing while the family is in the room and sees the screen."""
    return () if family_in_the_room(meeting.participants) else still_missing(desk, meeting)


class MissingLine(SafeStatic):
    """Takes no room on the screen while it has nothing to say, and two lines at most."""

    DEFAULT_CSS = """
    MissingLine { padding: 0 1; display: none; width: 1fr; height: auto; max-height: 2; }
    MissingLine.-said { display: block; }
    """

    def tell(self, missing: Sequence[str]) -> None:
        """Say what is missing, in the words of the guidance; nothing takes the line away."""
        self.set_class(bool(missing), "-said")
        words = " · ".join(one.rstrip(".") for one in missing)
        self.update(content(_("STILL MISSING  {what}").format(what=words), Tone.WARNING.style))
