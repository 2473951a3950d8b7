"""Minutes into a file, to print or send: codes only unless names are asked for."""

from collections.abc import Iterable
from pathlib import Path

from textual.widget import Widget

from supervisor_tui.casework.meetings.minutes_out import minutes_on_paper, usual_file_name
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.exchange.paper.paper import PaperForm
from supervisor_tui.exchange.paper.paper_file import FileThereError, UnknownFormError, form_named, write_paper
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content, tell
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.dialog import Dialog, labelled
from supervisor_tui.wording import N_, _

__all__ = ["MinutesScreen"]

YES, NO = _("yes"), _("no")


class MinutesScreen(Dialog[None]):
    """The end of the file's name says the form: .html or .pdf to print, .docx for Word, .md for plain text."""

    HEADING = N_("Minutes into a file")

    def __init__(self, number: MeetingId) -> None:
        super().__init__()
        self.number = number
        self.title = _("Minutes into a file")

    def rows(self) -> Iterable[Widget]:
        """Return the lines: which file, and whether names stand in it."""
        yield labelled(_("File"), SafeInput(str(Path.home() / usual_file_name(self.number, PaperForm.HTML)), id="file"))
        yield labelled(_("With names?"), SafeInput(NO, id="names"))
        hint = _(
            "The end of the name says the form: .html, .docx, .pdf or .md. Names only for those who may read them."
        )
        yield SafeStatic(content(hint), classes="hint")

    def save(self) -> None:
        """Write the file, or say what is wrong."""
        path = Path(self.line("file")).expanduser()
        names = self.line("names").casefold()
        try:
            form_named(path)
        except UnknownFormError as error:
            self.point_at("file", str(error))
            return
        if names not in {YES, NO}:
            self.point_at("names", _("Type yes or no."))
        else:
            self._write(path, with_names=names == YES)

    def _write(self, path: Path, *, with_names: bool) -> None:
        try:
            write_paper(minutes_on_paper(self.desk, self.number, with_names=with_names), path)
        except StoreProblem as problem:
            self.point_at("names", str(problem))
        except FileThereError as error:
            self.point_at("file", str(error))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self.point_at("file", _("{file} cannot be written: {reason}").format(file=path, reason=reason))
        else:
            self.dismiss()
            tell(self, _("Minutes written: {file}").format(file=path))
