"""A paper into a file: asks where, and says in one sentence why it cannot be written."""

from collections.abc import Iterable
from pathlib import Path

from textual.widget import Widget

from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.exchange.paper.paper import Paper
from supervisor_tui.exchange.paper.paper_file import FileThereError, UnknownFormError, form_named, write_paper
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content, tell
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.dialog import Dialog, labelled
from supervisor_tui.wording import _

__all__ = ["NO", "YES", "PaperDialog"]

YES, NO = _("yes"), _("no")


class PaperDialog(Dialog[None]):
    """The end of the file's name says the form: .html or .pdf to print, .docx for Word, .md for plain text.

    `question` is a line that asks yes or no; its answer goes to `paper`.
    """

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
        path = Path(self.line("file")).expanduser()
        wanted = self.line("wanted").casefold()
        try:
            form_named(path)
        except UnknownFormError as error:
            self.point_at("file", str(error))
            return
        if wanted not in {YES, NO}:
            self.point_at("wanted", _("Type yes or no."))
        else:
            self._write(path, wanted=wanted == YES)

    def _write(self, path: Path, *, wanted: bool) -> None:
        try:
            write_paper(self.paper(wanted=wanted), path)
        except (StoreProblem, RefusedError) as problem:
            self.point_at("wanted", str(problem))
        except FileThereError as error:
            self.point_at("file", str(error))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self.point_at("file", _("{file} cannot be written: {reason}").format(file=path, reason=reason))
        else:
            self.written(wanted=wanted)
            self.dismiss()
            tell(self, _("Written: {file}").format(file=path))
