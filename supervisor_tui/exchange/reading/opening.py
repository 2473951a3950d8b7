"""The file on disk, taken in whole: once, so that what was checked is what is read."""

import hashlib
from pathlib import Path

import msgspec

from supervisor_tui.exchange.problems import ImportProblem, Place
from supervisor_tui.wording import _

__all__ = ["LARGEST_FILE", "FileTaken", "take_file"]

LARGEST_FILE = 256 * 1024 * 1024
"""Bytes. 35,000 cases with 350 columns come to about 100 MB as CSV."""


class FileTaken(msgspec.Struct, frozen=True):
    """The bytes of a file with the name they came under."""

    name: str
    content: bytes

    @property
    def content_hash(self) -> str:
        """SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


def take_file(path: Path, largest: int = LARGEST_FILE) -> FileTaken | ImportProblem:
    """Read a file's bytes, or say why not."""
    here = Place(path.name or str(path))
    if path.is_dir():
        return ImportProblem(_("this is a folder"), here, _("Name one file in it."))
    try:
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except FileNotFoundError:
        return ImportProblem(_("there is no such file"), here, _("Check the name and the folder."))
    except (OSError, ValueError):
        return ImportProblem(
            _("the file cannot be read"), here, _("Check that you may open it and that its disk is still there.")
        )
    if not content:
        return ImportProblem(_("the file is empty"), here, _("Export it again, and wait until the download is done."))
    if len(content) > largest:
        return ImportProblem(
            _("the file is larger than {megabytes} MB").format(megabytes=largest // (1024 * 1024)),
            here,
            _("Export fewer columns, or the cases in two parts."),
        )
    return FileTaken(path.name, content)
