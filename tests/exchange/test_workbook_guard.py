"""Workbooks that are not opened: bombs, far cells, entities, files inside files; and that honest ones pass."""

import io
import struct
import zipfile
from collections.abc import Callable
from datetime import date, datetime

import pytest
import xlsxwriter

from supervisor_tui.exchange.problems import ImportProblem
from supervisor_tui.exchange.reading.opening import FileTaken
from supervisor_tui.exchange.reading.progress import nobody_watches
from supervisor_tui.exchange.reading.values import CasesRead, Shape, Value
from supervisor_tui.exchange.reading.workbook_guard import USUAL_LIMITS, Limits, checked_workbook
from tests.exchange.cases_here import read_from, refused_by


def a_workbook(*sheets: tuple[str, list[list[object]]]) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    for title, rows in sheets or (("Cases", [["Case", "Sex"], ["C-0117", "f"]]),):
        sheet = book.add_worksheet(title)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write(number, column, cell)
    book.close()
    return out.getvalue()


def rebuilt(content: bytes, change: Callable[[str, bytes], bytes], *more: tuple[str, bytes]) -> bytes:
    """Return the workbook with its members changed and others added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, added in more:
            new.writestr(name, added)
    return out.getvalue()


def in_sheet(old: bytes, new: bytes) -> Callable[[str, bytes], bytes]:
    return lambda name, content: content.replace(old, new) if name.endswith("sheet1.xml") else content


def unchanged(_name: str, content: bytes) -> bytes:
    return content


def checked(content: bytes, limits: Limits = USUAL_LIMITS) -> bytes | ImportProblem:
    return checked_workbook(FileTaken("cases.xlsx", content), nobody_watches, limits)


def test_a_bomb_is_refused_by_what_it_unpacks_to() -> None:
    bomb = rebuilt(a_workbook(), unchanged, ("xl/worksheets/sheet9.xml", b"<a>" + b" " * 30_000_000 + b"</a>"))
    assert len(bomb) < 100_000
    assert refused_by(bomb).what == "this sheet is not opened, because it unpacks to far too much"


def test_a_bomb_that_lies_about_its_size_is_counted_all_the_same() -> None:
    bomb = bytearray(rebuilt(a_workbook(), unchanged, ("xl/media/image1.png", b"\x00" * 30_000_000)))
    entry = bomb.rfind(b"PK\x01\x02")
    while bomb[entry + 46 : entry + 55] != b"xl/media/":
        entry = bomb.rfind(b"PK\x01\x02", 0, entry)
    bomb[entry + 24 : entry + 28] = struct.pack("<L", 10)
    found = checked(bytes(bomb))
    assert isinstance(found, ImportProblem)
    assert found.what == "the file is damaged or cut off"


def test_a_cell_far_out_is_refused_before_room_is_kept_for_it() -> None:
    far = rebuilt(a_workbook(), in_sheet(b'r="B2"', b'r="XFD1048576"'))
    assert "spans more than 20000000 cells" in refused_by(far).what


def test_rows_and_cells_without_an_address_are_counted_too() -> None:
    rows = b"<row/>" * 999 + b'<row><c t="str"><v>x</v></c></row>'
    tall = rebuilt(a_workbook(), in_sheet(b"</sheetData>", rows + b"</sheetData>"))
    assert isinstance(checked(tall, Limits(cells=1000)), ImportProblem)
    assert isinstance(checked(tall, Limits(cells=5000)), bytes)


@pytest.mark.parametrize("address", [b"AAAAAAA9", b"B99999999999", b"b2", b"2", b"&#66;2 "])
def test_an_address_that_is_none_is_refused(address: bytes) -> None:
    assert isinstance(checked(rebuilt(a_workbook(), in_sheet(b'r="B2"', b'r="' + address + b'"'))), ImportProblem)


@pytest.mark.parametrize(
    "start",
    [
        b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet>',
        b'<!DOCTYPE worksheet SYSTEM "file:///etc/passwd"><worksheet>',
    ],
)
def test_xml_that_brings_its_own_entities_is_refused(start: bytes) -> None:
    found = checked(rebuilt(a_workbook(), in_sheet(b"<worksheet ", start + b"</worksheet><worksheet ")))
    assert isinstance(found, ImportProblem)
    assert "entities of its own" in found.what


def test_xml_in_another_encoding_cannot_hide_anything() -> None:
    hidden = rebuilt(
        a_workbook(),
        lambda name, content: (
            content.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
            if name.endswith("sheet1.xml")
            else content
        ),
    )
    assert "its XML is not UTF-8" in refused_by(hidden).what


def test_a_packed_file_inside_is_refused() -> None:
    nested = rebuilt(a_workbook(), unchanged, ("xl/embeddings/more.xlsx", a_workbook()))
    assert "another packed file inside" in refused_by(nested).what


def test_too_many_members_are_refused_before_they_are_listed() -> None:
    many = rebuilt(a_workbook(), unchanged, *((f"xl/media/{number}.png", b"") for number in range(3000)))
    assert "list of members is too long" in refused_by(many).what


def test_two_members_of_one_name_are_refused() -> None:
    out = io.BytesIO(a_workbook())
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("xl/workbook.xml", b"<other/>")
    assert "two of one name" in refused_by(out.getvalue()).what


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_unusual_packing_is_refused(packing: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        archive.writestr("xl/workbook.xml", b"<a/>")
    assert "packed in a way" in refused_by(out.getvalue()).what


def test_the_copy_holds_checked_xml_and_nothing_else() -> None:
    content = rebuilt(a_workbook(), unchanged, ("xl/media/image1.png", b"picture"), ("../escape.xml", b"<a/>"))
    copy = checked(content)
    assert isinstance(copy, bytes)
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        assert "xl/media/image1.png" not in archive.namelist()


def test_every_cut_of_a_workbook_is_refused_or_read_and_never_breaks() -> None:
    content = a_workbook()
    for length in range(4, len(content), 97):
        assert isinstance(refused_by(content[:length]), ImportProblem)


def cells(read: CasesRead) -> list[tuple[Value, ...]]:
    return [case.cells for case in read.cases]


def test_an_honest_workbook_is_read_as_it_looks() -> None:
    read = read_from(
        a_workbook(
            (
                "Cases",
                [
                    ["Case", "Registered", "Age", "Seen"],
                    ["C-0117", date(2026, 3, 2), 11, True],
                    [None, None, None, None],
                    ["C-0118", datetime(2026, 3, 2, 14, 30), 7.5, None],  # noqa: DTZ001 - a sheet knows no offset
                ],
            )
        )
    )
    assert read.source.shape is Shape.WORKBOOK
    assert [case.row for case in read.cases] == [2, 4]
    assert cells(read) == [
        ("C-0117", date(2026, 3, 2), 11, True),
        ("C-0118", datetime(2026, 3, 2, 14, 30), 7.5, None),  # noqa: DTZ001 - a sheet knows no offset
    ]


def test_of_several_lists_one_has_to_be_named() -> None:
    several = a_workbook(
        ("North", [["Case", "Sex"], ["C-0117", "f"]]),
        ("South", [["Number", "Sex"], ["C-0118", "m"]]),
    )
    problem = refused_by(several)
    assert (problem.what, "--sheet" in problem.do) == ("it has several sheets: North, South", True)


def test_a_sheet_that_is_not_read_is_said_aloud() -> None:
    read = read_from(a_workbook(("Cases", [["Case", "Sex"], ["C-0117", "f"]]), ("Notes", [["remember the milk"]])))
    assert [(notice.what, notice.where.sheet) for notice in read.notices] == [("this sheet is not read", "Notes")]
