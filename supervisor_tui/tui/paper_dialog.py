"""A paper into a file: asks where, and says in one sentence why it cannot be written."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.widget import Widget

from supervisor_tui.exchange.paper.paper import Paper
from supervisor_tui.exchange.paper.paper_file import form_named, paper_beside
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.tui.dialog import labelled
from supervisor_tui.tui.file_dialog import FileDialog
from supervisor_tui.wording import _

__all__ = ["NO", "YES", "PaperDialog"]

YES, NO = _("yes"), _("no")


class PaperDialog(FileDialog):
    """The end of the file's name says the form: .html or .pdf to print, .docx for Word, .md for plain text.

    `question` is a line that asks yes or no; its answer goes to `paper`.
    """

    REFUSED_AT: ClassVar[str] = "wanted"

    def __init__(self, usual_name: str, question: str) -> None:
        super().__init__()
        self.usual_name = usual_name
        self.question = question
        self.title = self.heading()

    def paper(self, *, wanted: bool) -> Paper:
        """Return the paper; wanted: whether the question was answered with yes."""
        raise NotImplementedError

    def written(self, *, wanted: bool) -> None:
        """Do what follows from the file that was written; nothing, unless a dialog says otherwise."""

    def hint(self) -> str:
        """Return what stands below the lines."""
        return _("The end of the name says the form: .html, .docx, .pdf or .md.")

    def rows(self) -> Iterable[Widget]:
        """Return the lines: which file, and the question."""
        yield labelled(_("File"), SafeInput(str(Path.home() / self.usual_name), id="file"))
        yield labelled(self.question, SafeInput(NO, id="wanted"))
        yield SafeStatic(content(self.hint()), classes="hint")

    def save(self) -> None:
        """Write the file, or say what is wrong."""
        if self._wanted() is None:
            self.point_at("wanted", _("Type yes or no."))
        else:
            super().save()

    def write_to(self, path: Path) -> Path:
        """Write the paper; it is taken away again where what follows from it cannot be done."""
        form_named(path)
        wanted = bool(self._wanted())
        with paper_beside(self.paper(wanted=wanted), path):
            self.written(wanted=wanted)
        return path

    def _wanted(self) -> bool | None:
        """Return the answer, of which the first letter is enough; None for anything else."""
        typed = self.line("wanted").casefold()
        meant = [word for word in (YES, NO) if typed and word.startswith(typed)]
        return meant == [YES] if len(meant) == 1 else None
