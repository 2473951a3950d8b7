"""Small forms that write a file: which one, and in one sentence why it cannot be written."""

from pathlib import Path
from typing import ClassVar

from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.exchange.paper.paper_file import FileThereError, NoFileNamedError, UnknownFormError, file_named
from supervisor_tui.kit.safe_text import tell
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.dialog import Dialog
from supervisor_tui.wording import _

__all__ = ["FileDialog", "why_not_written"]


class FileDialog(Dialog[None]):
    """The line called "file" says which file; nothing is written over."""

    REFUSED_AT: ClassVar[str] = "file"
    """The line to point at where what is to be written is refused."""

    def write_to(self, path: Path) -> Path:
        """Write the file and return where it stands; what may go wrong is said by the dialog."""
        raise NotImplementedError

    def save(self) -> None:
        """Write the file, or say why it cannot be written."""
        try:
            path = self.write_to(file_named(self.line("file")))
        except (RefusedError, StoreProblem) as problem:
            self.point_at(self.REFUSED_AT, str(problem))
        except (FileThereError, NoFileNamedError, UnknownFormError) as problem:
            self.point_at("file", str(problem))
        except OSError as error:
            self.point_at("file", why_not_written(self.line("file"), error))
        else:
            self.dismiss()
            tell(self, _("Written: {file}").format(file=path))


def why_not_written(file: str, error: OSError) -> str:
    """Return the sentence about a file that the disk refused."""
    reason = error.strerror or type(error).__name__
    return _("{file} cannot be written: {reason}").format(file=file, reason=reason)
