"""A paper into a file: the end of the file's name says the form, and nothing is written over."""

from pathlib import Path

from supervisor_tui.exchange.paper.paper import Paper, PaperForm
from supervisor_tui.exchange.paper.printed import printed
from supervisor_tui.wording import _

__all__ = ["FileThereError", "UnknownFormError", "form_named", "write_new_file", "write_paper"]


class FileThereError(ValueError):
    """A file of that name stands there; nothing is written over it."""


class UnknownFormError(ValueError):
    """The file's name does not say in which form it is to be written."""


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
