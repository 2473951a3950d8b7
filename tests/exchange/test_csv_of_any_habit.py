"""CSV as agencies, Excel and hands write it."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as some

from supervisor_tui.exchange.reading.delimited import separator_of
from tests.exchange.cases_here import read_from

ROWS = "Case;Notes;Sex\nC-0117;öfter da;f\nC-0118;;m\n"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_separator_is_recognised(separator: str) -> None:
    read = read_from(ROWS.replace(";", separator).encode())
    assert (read.columns, read.cases[0].cells) == (("Case", "Notes", "Sex"), ("C-0117", "öfter da", "f"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_any_encoding_of_unicode_is_read_in_silence(encoding: str) -> None:
    read = read_from(ROWS.encode(encoding))
    assert (read.cases[0].cells[1], read.notices) == ("öfter da", ())


def test_old_windows_letters_are_read_and_said_aloud() -> None:
    read = read_from(ROWS.encode("cp1252"))
    assert read.cases[0].cells[1] == "öfter da"
    assert ["Windows-1252" in notice.what for notice in read.notices] == [True]


def test_the_separator_line_of_excel_is_obeyed_and_counted() -> None:
    read = read_from(b"sep=|\nCase|Notes, long\nC-0117|a;b;c\n")
    assert (read.columns, read.cases[0].row) == (("Case", "Notes, long"), 3)


def test_lines_inside_quotes_do_not_end_a_row_and_rows_keep_their_line() -> None:
    read = read_from(b'Case,Notes\nC-0117,"one\ntwo, three"\nC-0118,x\n')
    assert [(case.row, case.cells[1]) for case in read.cases] == [(2, "one\ntwo, three"), (4, "x")]


def test_a_row_that_was_torn_apart_is_refused_and_the_others_stand() -> None:
    read = read_from(b"Case,Notes,Sex\nC-0117,one\ntwo,f\nC-0118,x,m\n")
    assert [case.cells[0] for case in read.cases] == ["C-0118"]
    assert [problem.where.row for problem in read.refused] == [2, 3]


def test_headings_stand_once_each_and_empty_columns_go() -> None:
    read = read_from(b"Case,Name,Name,,\nC-0117,a,b,,\nC-0118,,c,d,\n")
    assert read.columns == ("Case", "Name", "Name (2)", "column 4")


def test_a_title_above_the_table_is_passed_over_and_said_aloud() -> None:
    read = read_from(b"Cases of the north,,\n,,\nCase,Sex,Age\nC-0117,f,9\n")
    assert (read.columns, read.cases[0].row) == (("Case", "Sex", "Age"), 4)
    assert [notice.what for notice in read.notices] == ["1 lines above the headings were passed over"]


cells = some.text(some.characters(exclude_categories=["Cs", "Cc"]), max_size=12).map(str.strip)


@given(some.lists(some.tuples(cells, cells), min_size=1, max_size=6), some.sampled_from(",;\t|"))
def test_whatever_a_csv_writer_quotes_is_read_back(rows: list[tuple[str, str]], separator: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL)
    writer.writerow(["Case", "Notes", "More"])
    for number, row in enumerate(rows):
        writer.writerow([f"C-{number:04}", *row])
    read = read_from(out.getvalue().encode())
    notes, more = read.columns.index("Notes"), read.columns.index("More")
    assert [(case.cells[notes] or "", case.cells[more] or "") for case in read.cases] == [
        tuple(without_guard(cell) for cell in row) for row in rows
    ]


def without_guard(cell: str) -> str:
    return cell[1:].strip() if len(cell) > 1 and cell[0] == "'" and cell[1] in "=+-@%|" else cell


def test_a_comma_in_every_note_does_not_outweigh_the_semicolons() -> None:
    assert separator_of("Case;Note\nC-1;a, b\nC-2;c, d, e\n") == ";"
