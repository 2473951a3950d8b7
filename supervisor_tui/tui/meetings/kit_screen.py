"""The papers of a meeting into a file to print: all of them, or only what the family takes home."""

from supervisor_tui.casework.meetings.paper_kit import meeting_kit, usual_name_of_kit
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.exchange.paper.paper import Paper, PaperForm
from supervisor_tui.tui.paper_dialog import PaperDialog
from supervisor_tui.wording import N_, _

__all__ = ["KitScreen"]


class KitScreen(PaperDialog):
    """Asks which file, and whether it shall hold the family's page alone."""

    HEADING = N_("Papers of the meeting")

    def __init__(self, number: MeetingId) -> None:
        super().__init__(usual_name_of_kit(number, PaperForm.PDF), _("Family's page only?"))
        self.number = number

    def paper(self, *, wanted: bool) -> Paper:
        """Return the papers, codes only."""
        return meeting_kit(self.desk, self.number, only_family=wanted)
