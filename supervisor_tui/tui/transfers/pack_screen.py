"""The hand-over list into a file; it is not made while the file may not go."""

from supervisor_tui.casework.transfers.on_paper import hand_over_on_paper
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.exchange.paper.paper import Paper
from supervisor_tui.tui.paper_dialog import PaperDialog
from supervisor_tui.wording import N_, _

__all__ = ["PackScreen"]


class PackScreen(PaperDialog):
    """Asks which file, and whether names stand in it."""

    HEADING = N_("Hand-over list into a file")

    def __init__(self, code: CaseCode) -> None:
        super().__init__(f"hand-over-{code}.pdf", _("With names?"))
        self.code = code

    def paper(self, *, wanted: bool) -> Paper:
        """Return the list, with names if they are asked for and may be read."""
        return hand_over_on_paper(self.desk, self.code, with_names=wanted)

    def hint(self) -> str:
        """Say who gets names."""
        return _("The end of the name says the form: .html, .docx, .pdf or .md. Names only where they are needed.")
