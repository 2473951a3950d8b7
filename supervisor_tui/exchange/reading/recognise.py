"""What kind of file this is, told by its bytes: a file's ending is a promise that nobody keeps."""

import enum

from supervisor_tui.exchange.problems import ImportProblem, Place
from supervisor_tui.exchange.reading.opening import FileTaken
from supervisor_tui.wording import _

__all__ = ["Container", "recognise"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_OTHER_KINDS = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"{\\rtf", "RTF"),
)


class Container(enum.Enum):
    """How a file's bytes are to be opened."""

    PACKED = enum.auto()
    JSON = enum.auto()
    TEXT = enum.auto()


def recognise(file: FileTaken) -> Container | ImportProblem:
    """Tell packed sheets, JSON and text apart, and name what is none of these."""
    content = file.content
    if content.startswith(_ZIP):
        return Container.PACKED
    if content.startswith(_OLE):
        return _old_office(file)
    for start, kind in _OTHER_KINDS:
        if content.startswith(start):
            return _not_a_table(file, kind)
    first = _first_letter(content)
    if first == b"<":
        return _not_a_table(file, "XML/HTML")
    return Container.JSON if first in {b"[", b"{"} else Container.TEXT


def _first_letter(content: bytes) -> bytes:
    for mark in _BYTE_ORDER_MARKS:
        content = content.removeprefix(mark)
    return content[:1024].replace(b"\x00", b"").lstrip()[:1]


def _old_office(file: FileTaken) -> ImportProblem:
    """Tell a sheet locked with a password from a sheet of before 2007: both begin alike."""
    if "EncryptedPackage".encode("utf-16-le") in file.content:
        return ImportProblem(
            _("the sheet is locked with a password"),
            Place(file.name),
            _("Open it, save it without the password, and delete that copy when the import is done."),
        )
    return ImportProblem(
        _("this is a file of an older office program (.xls or .doc)"),
        Place(file.name),
        _("Open it there and save it as .xlsx or as CSV."),
    )


def _not_a_table(file: FileTaken, kind: str) -> ImportProblem:
    return ImportProblem(
        _("this is a {kind} file, not a list of cases").format(kind=kind),
        Place(file.name),
        _("Export the cases as CSV, XLSX or JSON."),
    )
