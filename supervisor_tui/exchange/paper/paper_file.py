"""A paper into a file: the end of the file's name says the form, and nothing is written over."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from supervisor_tui.exchange.paper.paper import Paper, PaperForm
from supervisor_tui.exchange.paper.printed import printed
from supervisor_tui.wording import _

__all__ = [
    "FileThereError",
    "NoFileNamedError",
    "UnknownFormError",
    "file_named",
    "form_named",
    "paper_beside",
    "write_new_file",
    "write_paper",
]


class FileThereError(ValueError):
    """A file of that name stands there; nothing is written over it."""


class NoFileNamedError(ValueError):
    """What was typed is the name of no file."""


class UnknownFormError(ValueError):
    """The file's name does not say in which form it is to be written."""


def file_named(typed: str) -> Path:
    """Return the file that was typed, `~` read as a home folder. Raises NoFileNamedError where it names none."""
    try:
        path = Path(typed).expanduser()
    except RuntimeError as error:
        raise NoFileNamedError(
            _("Nobody on this computer has the home folder of {file}.").format(file=typed)
        ) from error
    if not path.name:
        raise NoFileNamedError(_("Type the name of a file."))
    return path


def form_named(path: Path) -> PaperForm:
    """Return the form that the end of a file's name says. Raises UnknownFormError where it says none."""
    ending = path.suffix.casefold()
    for form in PaperForm:
        if ending == f".{form.value}":
            return form
    endings = ", ".join(f".{form.value}" for form in PaperForm)
    raise UnknownFormError(
        _("Let the file's name end in {endings}, so that the form is clear.").format(endings=endings)
    )


def write_paper(paper: Paper, path: Path, form: PaperForm | None = None) -> None:
    """Write a paper into a file that is not there yet, whole or not at all. Without `form` the file's name says it.

    Raises FileThereError, UnknownFormError, or OSError where it cannot be written.
    """
    write_new_file(path, printed(paper, form or form_named(path)))


@contextmanager
def paper_beside(paper: Paper, path: Path, form: PaperForm | None = None) -> Iterator[None]:
    """Write a paper about what the block does, before the block; where the block fails, no paper stays behind.

    Raises as `write_paper`; then nothing of the block is done.
    """
    write_paper(paper, path, form)
    try:
        yield
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def write_new_file(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, whole or not at all. Raises FileThereError, or OSError."""
    try:
        file = path.open("xb")
    except FileExistsError as error:
        raise FileThereError(_("{file} is there already. Type another name.").format(file=path)) from error
    try:
        with file:
            file.write(content)
    except OSError:
        path.unlink(missing_ok=True)
        raise
