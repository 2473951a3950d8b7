"""A packed sheet (.xlsx) checked before any reader of sheets touches it.

A file of half a megabyte can unpack into gigabytes, and one cell far down can make a reader reserve the whole area
above it. So each member is unpacked here in small counted pieces, its XML is checked as it passes, and what was checked
is packed again: the reader is given that copy, and never the original, whose other possible readings nobody checked.
"""

import codecs
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

import msgspec

from supervisor_tui.exchange.problems import ImportProblem, Place
from supervisor_tui.exchange.reading.opening import FileTaken
from supervisor_tui.exchange.reading.progress import ImportStep, ImportStoppedError, Progress, Watcher
from supervisor_tui.exchange.reading.workbook_area import AreaTooLargeError, SheetArea
from supervisor_tui.wording import _

__all__ = ["USUAL_LIMITS", "Limits", "checked_workbook"]

_PIECE = 64 * 1024
_END_OF_ARCHIVE = struct.Struct("<4s4H2LH")
_LONGEST_COMMENT = 65535
_LOCKED = 0x1
_XML_ENDINGS = (".xml", ".rels")
_READ_BY_OTHER_READERS = ("workbook.bin", "content.xml", "mimetype")
_SIXTEEN_BITS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


class Limits(msgspec.Struct, frozen=True):
    """How far a workbook may go; the defaults leave room for 35,000 cases with 350 columns."""

    members: int = 2_000
    directory: int = 1024 * 1024
    """Bytes of the archive's own list of members."""
    unpacked: int = 1024 * 1024 * 1024
    """Bytes of all members together."""
    ratio: int = 60
    """Bytes unpacked for each byte packed; sheets of real cases stay below 40."""
    ratio_counts_from: int = 4 * 1024 * 1024
    cells: int = 20_000_000
    """Cells of the rectangle that a sheet spans, empty ones included: a reader keeps room for all of them."""


USUAL_LIMITS = Limits()


class _RefusedError(Exception):
    """A member that is not let through."""

    def __init__(self, problem: ImportProblem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def checked_workbook(file: FileTaken, watcher: Watcher, limits: Limits = USUAL_LIMITS) -> bytes | ImportProblem:
    """Return the workbook with nothing in it but checked XML, or the reason why it is not opened."""
    if _directory_is_too_large(file.content, limits):
        return _bomb(file, _("its list of members is too long"))
    try:
        with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
            members = archive.infolist()
            if problem := _unwelcome(file, members, limits):
                return problem
            return _packed_again(file, archive, members, watcher, limits)
    except _RefusedError as refused:
        return refused.problem
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, RuntimeError):
        return ImportProblem(
            _("the file is damaged or cut off"), Place(file.name), _("It was not downloaded whole: export it again.")
        )


def _directory_is_too_large(content: bytes, limits: Limits) -> bool:
    """Look at the archive's end before a list of a million members is built from it."""
    start = content.rfind(b"PK\x05\x06", max(0, len(content) - _LONGEST_COMMENT - _END_OF_ARCHIVE.size))
    if start < 0 or len(content) - start < _END_OF_ARCHIVE.size:
        return False
    _mark, _disk, _first, _here, members, size, _offset, _comment = _END_OF_ARCHIVE.unpack_from(content, start)
    is_zip64 = content[max(0, start - 20) : start].startswith(b"PK\x06\x07")
    return is_zip64 or size > limits.directory or members > limits.members


def _unwelcome(file: FileTaken, members: list[zipfile.ZipInfo], limits: Limits) -> ImportProblem | None:
    """Name an archive that is something else than an open workbook."""
    names = {member.filename for member in members}
    here = Place(file.name)
    if any(member.flag_bits & _LOCKED for member in members):
        what = _("this is a packed file locked with a password, as Primero delivers its exports")
        return ImportProblem(what, here, _("Unpack it with its password, and import the file inside."))
    if any(name.endswith(_READ_BY_OTHER_READERS) for name in names):
        return ImportProblem(_("this is a sheet, but not an .xlsx"), here, _("Open it and save it as .xlsx or as CSV."))
    if "xl/workbook.xml" not in names:
        what = _("this is a packed file (.zip), not a sheet")
        return ImportProblem(what, here, _("Unpack it, and import the file inside."))
    why = _suspicious(members, names, limits)
    return None if why is None else _bomb(file, why)


def _suspicious(members: list[zipfile.ZipInfo], names: set[str], limits: Limits) -> str | None:
    """Say what no honest workbook has."""
    if len(members) > limits.members or len(names) != len(members):
        return _("it has too many members, or two of one name")
    if _says_too_much(members, limits):
        return _("it unpacks to far too much")
    if any(member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for member in members):
        return _("it is packed in a way that spreadsheets do not use")
    return None


def _says_too_much(members: list[zipfile.ZipInfo], limits: Limits) -> bool:
    """Judge by the sizes that the archive states; one that states less than it holds is caught while it is unpacked."""
    return sum(member.file_size for member in members) > limits.unpacked or any(
        member.file_size > max(limits.ratio_counts_from, limits.ratio * member.compress_size) for member in members
    )


def _packed_again(
    file: FileTaken, archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], watcher: Watcher, limits: Limits
) -> bytes:
    clean = io.BytesIO()
    passed = 0
    of = sum(member.file_size for member in members)
    with zipfile.ZipFile(clean, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as copy:
        for member in members:
            pieces = _told(_counted(file, archive, member, passed, limits), passed, of, watcher)
            if member.filename.endswith(_XML_ENDINGS):
                with copy.open(zipfile.ZipInfo(member.filename), "w") as out:
                    for piece in _checked_xml(file, member.filename, pieces, limits):
                        passed += len(piece)
                        out.write(piece)
            else:
                passed += sum(len(piece) for piece in pieces)
    return clean.getvalue()


def _told(pieces: Iterator[bytes], passed: int, of: int, watcher: Watcher) -> Iterator[bytes]:
    for piece in pieces:
        passed += len(piece)
        if not watcher(Progress(ImportStep.CHECKING, passed, of)):
            raise ImportStoppedError
        yield piece


def _counted(
    file: FileTaken, archive: zipfile.ZipFile, member: zipfile.ZipInfo, passed: int, limits: Limits
) -> Iterator[bytes]:
    """Yield a member in small pieces, counting what comes out."""
    unpacked = 0
    with archive.open(member) as packed:
        while piece := packed.read(_PIECE):
            if unpacked == 0:
                _check_start(file, member.filename, piece)
            unpacked += len(piece)
            if passed + unpacked > limits.unpacked:
                raise _RefusedError(_bomb(file, _("it unpacks to far too much")))
            yield piece


def _check_start(file: FileTaken, name: str, piece: bytes) -> None:
    """Refuse a packed file inside, and XML in UTF-16: expat would follow its marks, the reader of sheets would not."""
    if piece.startswith(_PACKED) and not name.endswith(".bin"):
        raise _RefusedError(_bomb(file, _("it has another packed file inside")))
    if piece.startswith(_SIXTEEN_BITS) and name.endswith(_XML_ENDINGS):
        raise _RefusedError(_bomb(file, _("its XML is not UTF-8")))


def _checked_xml(file: FileTaken, name: str, pieces: Iterator[bytes], limits: Limits) -> Iterator[bytes]:
    """Yield the pieces again, having seen well-formed UTF-8 XML without a document type and without a far cell."""
    parser = expat.ParserCreate("UTF-8")
    parser.StartDoctypeDeclHandler = _refuse_document_type
    area = SheetArea(limits.cells)
    parser.StartElementHandler = area.look_at
    try:
        for piece in pieces:
            parser.Parse(piece, False)  # noqa: FBT003 - expat takes it by place
            yield piece
        parser.Parse(b"", True)  # noqa: FBT003 - expat takes it by place
    except _DocumentTypeError:
        raise _RefusedError(_bomb(file, _("its XML defines entities of its own"))) from None
    except AreaTooLargeError:
        raise _RefusedError(
            ImportProblem(
                _("a sheet in it spans more than {cells} cells").format(cells=limits.cells),
                Place(file.name, name.rpartition("/")[2]),
                _("Delete what stands far below or far to the right of the table, or save the table as CSV."),
            )
        ) from None
    except expat.ExpatError:
        raise _RefusedError(
            ImportProblem(
                _("a part of the sheet is damaged or cut off"),
                Place(file.name),
                _("Export it again, or open it and save it anew."),
            )
        ) from None


class _DocumentTypeError(Exception):
    """An XML file that brings definitions of its own."""


def _refuse_document_type(_name: str, _system: str | None, _public: str | None, _inner: bool) -> None:
    raise _DocumentTypeError


def _bomb(file: FileTaken, why: str) -> ImportProblem:
    return ImportProblem(
        _("this sheet is not opened, because {why}").format(why=why),
        Place(file.name),
        _("If you trust who sent it, open it in a spreadsheet program and save it as CSV."),
    )
