"""A paper for one of those invited into a file: the invitation, the agenda, or the presentation sheet."""

from collections.abc import Iterable
from pathlib import Path

from textual.widget import Widget

from supervisor_tui.casework.meetings.calendar_entry import meeting_calendar
from supervisor_tui.casework.meetings.paper_kit import kit_for
from supervisor_tui.casework.meetings.presentation import presentation
from supervisor_tui.casework.meetings.sheets_on_paper import sheets_on_paper
from supervisor_tui.casework.typed_choice import NotAChoiceError, chosen
from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import MeetingId, ParticipantId
from supervisor_tui.exchange.paper.paper_file import write_new_file, write_paper
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.tui.dialog import labelled
from supervisor_tui.tui.file_dialog import FileDialog
from supervisor_tui.wording import N_, _

__all__ = ["PapersForDialog"]


class PaperForOne(Choice):
    """What one of those invited is sent."""

    INVITATION = "invitation", _("invitation")
    AGENDA = "agenda", _("agenda")
    SHEET = "sheet", _("sheet of each case")


class PapersForDialog(FileDialog):
    """What stands in the paper follows from what they may be told; without a basis it is the code only."""

    HEADING = N_("Papers for one of those invited")

    def __init__(self, number: MeetingId, to: ParticipantId) -> None:
        super().__init__()
        self.number = number
        self.to = to

    def rows(self) -> Iterable[Widget]:
        """Return the lines: which paper, and which file."""
        yield labelled(_("Paper"), SafeInput(PaperForOne.INVITATION.label, id="paper"))
        yield labelled(_("File"), SafeInput(str(Path.home() / f"{self.number}-{self.to}.ics"), id="file"))
        words = _("An invitation is an .ics file; agenda and sheet are .html, .docx, .pdf or .md. Papers: {papers}.")
        papers = ", ".join(one.label for one in PaperForOne)
        yield SafeStatic(content(words.format(papers=papers)), classes="hint")

    def save(self) -> None:
        """Write the file, or say what is wrong."""
        try:
            chosen(PaperForOne, self.line("paper"))
        except NotAChoiceError as problem:
            self.point_at("paper", str(problem))
        else:
            super().save()

    def write_to(self, path: Path) -> Path:
        """Write the paper that is asked for; the end of the file's name follows it."""
        which = chosen(PaperForOne, self.line("paper")) or PaperForOne.INVITATION
        path = _in_its_form(which, path)
        if which is PaperForOne.INVITATION:
            write_new_file(path, meeting_calendar(self.desk, self.number, to=self.to))
        elif which is PaperForOne.AGENDA:
            write_paper(kit_for(self.desk, self.number, self.to), path)
        else:
            sheets = presentation(self.desk, self.number, to=self.to)
            write_paper(sheets_on_paper(self.number, sheets), path)
        return path


def _in_its_form(which: PaperForOne, path: Path) -> Path:
    """Return the file's name with an end that fits: a calendar reads .ics, and nobody reads an agenda in it."""
    if which is PaperForOne.INVITATION:
        return path.with_suffix(".ics")
    return path.with_suffix(".pdf") if path.suffix.casefold() == ".ics" else path
