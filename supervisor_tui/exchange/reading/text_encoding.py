"""Bytes to letters: UTF-8, UTF-16, and the old Windows letters only when nothing else fits, said aloud."""

import codecs

import msgspec

from supervisor_tui.exchange.problems import ImportNotice, ImportProblem, Place
from supervisor_tui.exchange.reading.opening import FileTaken
from supervisor_tui.wording import _

__all__ = ["TextRead", "read_text"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LONGEST_LETTER = 4


class TextRead(msgspec.Struct, frozen=True):
    """The text of a file, with what had to be assumed to read it."""

    text: str
    notices: tuple[ImportNotice, ...] = ()


def read_text(file: FileTaken) -> TextRead | ImportProblem:
    """Return the letters of a file, or say that they cannot be told."""
    content = file.content
    for mark, marked in _MARKS:
        if content.startswith(mark):
            return _decoded(file, content[len(mark) :], marked)
    if unmarked := _sixteen_bits_without_mark(content):
        return _decoded(file, content, unmarked)
    try:
        return _clean(file, content.decode("utf-8"))
    except UnicodeDecodeError as fault:
        if _is_cut_off(fault, content):
            return _cut_off(file)
    return _old_windows_letters(file)


def _decoded(file: FileTaken, content: bytes, encoding: str) -> TextRead | ImportProblem:
    try:
        return _clean(file, content.decode(encoding))
    except UnicodeDecodeError as fault:
        return _cut_off(file) if _is_cut_off(fault, content) else _unreadable(file)


def _is_cut_off(fault: UnicodeDecodeError, content: bytes) -> bool:
    """Tell whether only the last letter is broken."""
    return len(content) - fault.start < _LONGEST_LETTER and "invalid start" not in fault.reason


def _sixteen_bits_without_mark(content: bytes) -> str | None:
    """Recognise UTF-16 by the empty half of nearly every letter in the headings."""
    start = content[:512]
    if len(start) < 4:
        return None
    if start[1::2].count(0) > len(start) // 3:
        return "utf-16-le"
    return "utf-16-be" if start[0::2].count(0) > len(start) // 3 else None


def _old_windows_letters(file: FileTaken) -> TextRead | ImportProblem:
    try:
        text = file.content.decode("cp1252")
    except UnicodeDecodeError:
        return _unreadable(file)
    notice = ImportNotice(
        _("the letters are not UTF-8 and were read as Windows-1252: check that accents look right"), Place(file.name)
    )
    read = _clean(file, text)
    return read if isinstance(read, ImportProblem) else TextRead(read.text, (notice,))


def _clean(file: FileTaken, text: str) -> TextRead | ImportProblem:
    if "\x00" in text:
        return _unreadable(file)
    return TextRead(text)


def _cut_off(file: FileTaken) -> ImportProblem:
    return ImportProblem(
        _("the file ends in the middle of a letter"),
        Place(file.name),
        _("It was not downloaded whole: export it again."),
    )


def _unreadable(file: FileTaken) -> ImportProblem:
    return ImportProblem(
        _("this is not text that can be read"),
        Place(file.name),
        _("Open it in a spreadsheet and save it as CSV with UTF-8, or as .xlsx."),
    )
