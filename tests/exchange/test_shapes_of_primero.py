"""The same two cases, as each of Primero's exporters and servers writes them."""

from collections.abc import Callable, Sequence

import pytest

from supervisor_tui.exchange.problems import ImportNotice, Place
from supervisor_tui.exchange.reading.values import CasesRead, SectionRow, Shape
from tests.exchange.cases_here import read_from, refused_by
from tests.exchange.primero_files import (
    PrimeroCase,
    a_closed_case,
    a_primero_case,
    a_primero_follow_up,
    as_api_page,
    as_csv,
    as_export,
    as_flat_array,
    as_single_record,
    as_workbook,
)

CASES = (a_primero_case(), a_closed_case())


def cell(read: CasesRead, column: str, case: int = 0) -> object:
    return read.cases[case].cells[read.columns.index(column)]


@pytest.mark.parametrize(
    ("write", "shape"),
    [
        (as_api_page, Shape.PRIMERO_API),
        (as_export, Shape.PRIMERO_EXPORT),
        (as_flat_array, Shape.PRIMERO_FLAT),
        (as_csv, Shape.PRIMERO_CSV),
        (lambda cases: as_csv(cases, spaced=False), Shape.PRIMERO_CSV),
    ],
)
def test_each_shape_gives_the_same_follow_up(write: Callable[[Sequence[PrimeroCase]], bytes], shape: Shape) -> None:
    read = read_from(write(CASES))
    assert read.source.shape is shape
    assert [len(case.section_rows) for case in read.cases] == [3, 0]
    follow_up = read.cases[0].section_rows[0]
    said = dict(zip(read.columns_of("followup_subform_section"), follow_up.cells, strict=True))
    expected = a_primero_follow_up()
    if shape is Shape.PRIMERO_FLAT:
        expected |= {"followup_date": "2026/04/01", "followup_needed_by_date": "2026/04/02"}
    assert said == expected


def test_a_single_record_is_one_case_of_an_unfinished_list() -> None:
    read = read_from(as_single_record(CASES[0]))
    assert (len(read.cases), read.complete) == (1, False)


def test_a_page_of_several_says_that_it_is_not_the_whole_list() -> None:
    read = read_from(as_api_page(CASES, total=11_512))
    assert not read.complete
    assert ImportNotice("this is one page of several: 2 of 11512 cases", Place("cases.file")) in read.notices


def test_what_the_database_keeps_beside_the_fields_is_kept_too() -> None:
    read = read_from(as_export(CASES))
    assert cell(read, "srch_sex") == "female"


def test_a_workbook_joins_its_forms_and_puts_subforms_under_their_cases() -> None:
    read = read_from(as_workbook(CASES))
    assert read.source.shape is Shape.PRIMERO_WORKBOOK
    assert cell(read, "Risk Level", case=1) == "high"
    assert cell(read, "Protection Concerns") == ("separated", "child_labour")
    assert read.cases[0].section_rows[0] == SectionRow(
        "Follow Up-Follow Up", 1, ("2026-04-01", "2026-04-02", "yes", 'said "all is well", mostly')
    )


@pytest.mark.parametrize("write", [as_api_page, as_csv, as_workbook])
def test_stars_are_a_hidden_name_and_not_a_name(write: Callable[[Sequence[PrimeroCase]], bytes]) -> None:
    read = read_from(write(CASES))
    heading = "Name" if "Name" in read.columns else "name"
    assert (cell(read, heading, 0), cell(read, heading, 1)) == ("Nobody Invented", None)
    assert [notice.where.column for notice in read.notices] == [heading]


def test_the_apostrophe_before_a_formula_is_taken_off() -> None:
    read = read_from(as_csv([a_primero_case(telephone_current="+000 555 0100", name="=10+10")]))
    assert (cell(read, "telephone_current"), cell(read, "name")) == ("+000 555 0100", "=10+10")


def test_a_cell_that_does_not_come_apart_stays_the_text_that_it_is() -> None:
    content = as_csv([a_primero_case()]).replace(b'""unique_id"" => ""s-001""', b'""unique_id"" =')
    read = read_from(content)
    kept = cell(read, "services_section")
    assert isinstance(kept, str)
    assert kept.startswith("[{")
    assert read.notices == (
        ImportNotice(
            "this cell looks like a list and does not come apart; it is kept as text",
            Place("cases.file", row=2, column="services_section"),
        ),
    )


def test_fields_that_nobody_knows_are_kept() -> None:
    assert cell(read_from(as_api_page(CASES)), "block_660b751") == "lives near the old market"


def test_an_error_of_the_server_is_not_a_list_of_cases() -> None:
    problem = refused_by(b'{"errors": [{"code": 403, "message": "Forbidden"}]}')
    assert problem.what == "this is an error that Primero answered with, not a list of cases"


def test_json_of_something_else_is_refused() -> None:
    assert "not an export of cases" in refused_by(b'[{"invoice": 7, "sum": 12.5}]').what


def test_an_entry_that_is_not_a_case_is_refused_and_the_others_stand() -> None:
    content = as_flat_array(CASES).replace(b"[{", b'["oops", {', 1)
    read = read_from(content)
    assert (len(read.cases), [problem.where.row for problem in read.refused]) == (2, [1])
