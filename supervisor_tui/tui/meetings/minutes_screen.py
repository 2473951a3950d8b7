"""Minutes into a file, to print or send: codes only unless names are asked for."""

from supervisor_tui.casework.meetings.minutes_out import minutes_on_paper, usual_file_name
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.exchange.paper.paper import Paper, PaperForm
from supervisor_tui.tui.paper_dialog import PaperDialog
from supervisor_tui.wording import N_, _

__all__ = ["MinutesScreen"]


class MinutesScreen(PaperDialog):
    """Asks which file, and whether names stand in it."""

    HEADING = N_("Minutes into a file")

    def __init__(self, number: MeetingId) -> None:
        super().__init__(usual_file_name(number, PaperForm.HTML), _("With names?"))
        self.number = number

    def paper(self, *, wanted: bool) -> Paper:
        """Return the minutes, with names if they are asked for and may be read."""
        return minutes_on_paper(self.desk, self.number, with_names=wanted)

    def hint(self) -> str:
        """Say who gets names."""
        return _(
            "The end of the name says the form: .html, .docx, .pdf or .md. Names only for those who may read them."
        )
