"""The mapping file: what is proposed, what may be seen in it, and that it comes back as it was written."""

from hypothesis import given
from hypothesis import strategies as some

from supervisor_tui.domain.ids import ProgrammeId
from supervisor_tui.exchange.mapping.column_mapping import (
    CodesFrom,
    ColumnMapping,
    Mapping,
    SectionMapping,
    WordMapping,
)
from supervisor_tui.exchange.mapping.mapping_file import write_mapping
from supervisor_tui.exchange.mapping.mapping_reader import read_mapping
from supervisor_tui.exchange.mapping.masking import masked
from supervisor_tui.exchange.mapping.proposal import propose_mapping
from supervisor_tui.exchange.mapping.targets import all_targets
from supervisor_tui.exchange.problems import ImportProblem
from supervisor_tui.exchange.reading.dates import DateOrder
from tests.exchange.cases_here import NORTH, PEOPLE, read_from
from tests.exchange.primero_files import a_closed_case, a_primero_case, as_api_page, as_workbook

BY_HAND = (
    "Case No;Full Name;Gender;D.O.B.;Date Registered;Case Worker;Risk;Remarks\n"
    "C-0117;Nobody Invented;F;17/03/2015;02/03/2026;w04;Very high;likes to draw\n"
)

texts = some.text(some.characters(exclude_categories=["Cs"]), max_size=20)
columns = some.builds(
    ColumnMapping,
    header=texts,
    section=texts,
    samples=some.lists(texts, max_size=3).map(tuple),
    field=some.sampled_from(["", *all_targets()]),
    identifying=some.booleans(),
    only_codes=some.booleans(),
    leave_out=some.booleans(),
    date_order=some.none() | some.sampled_from(list(DateOrder)),
)
mappings = some.builds(
    Mapping,
    made_for=texts,
    programme=some.none() | some.just(ProgrammeId("north")),
    sheet=some.none() | some.just("Sheet 1"),
    codes=some.sampled_from(list(CodesFrom)),
    dates=some.none() | some.sampled_from(list(DateOrder)),
    columns=some.lists(
        columns, max_size=5, unique_by=(lambda entry: (entry.section, entry.header), lambda entry: entry.field)
    ).map(tuple),
    sections=some.lists(
        some.builds(SectionMapping, texts, some.sampled_from(["", "plan", "approval"])), max_size=2
    ).map(tuple),
    words=some.lists(
        some.builds(WordMapping, some.just("registration.sex"), texts, some.sampled_from(["", "female"])), max_size=3
    ).map(tuple),
)


@given(mappings)
def test_a_mapping_comes_back_as_it_was_written(mapping: Mapping) -> None:
    assert read_mapping(write_mapping(mapping), "cases.toml") == mapping


def fields_of(mapping: Mapping) -> dict[str, str]:
    return {entry.header: entry.field for entry in mapping.columns if not entry.section}


def test_headings_typed_by_hand_are_understood() -> None:
    assert fields_of(propose_mapping(read_from(BY_HAND.encode()))) == {
        "Case No": "case.code",
        "Full Name": "person.name",
        "Gender": "registration.sex",
        "D.O.B.": "registration.born_on",
        "Date Registered": "registration.on",
        "Case Worker": "assignment.worker",
        "Risk": "risk_level.level",
        "Remarks": "",
    }


def test_words_are_matched_where_they_are_known() -> None:
    mapping = propose_mapping(read_from(BY_HAND.replace("Very high", "Level 7").encode()), NORTH, PEOPLE)
    assert mapping.words == (
        WordMapping("registration.sex", "F", "female"),
        WordMapping("assignment.worker", "w04", "W-04"),
        WordMapping("risk_level.level", "Level 7", ""),
    )


def test_nothing_of_a_child_stands_in_a_mapping_file() -> None:
    for content in (
        as_api_page([a_primero_case(), a_closed_case()]),
        as_workbook([a_primero_case()]),
        BY_HAND.encode(),
    ):
        text = write_mapping(propose_mapping(read_from(content), NORTH, PEOPLE))
        for seen in ("Nobody", "Invented", "555", "market", "all is well", "likes to", "2015", "583069", "sleeps"):
            assert seen not in text


def test_samples_keep_their_shape() -> None:
    assert masked("Zoë (9), C-0117") == "xxx (9), x-9999"
    assert masked("x" * 50) == "x" * 32 + "…"
    assert masked("٤٢ \u202e\x1b") == "99 ··"


def test_whatever_is_not_known_is_identifying() -> None:
    mapping = propose_mapping(read_from(as_api_page([a_primero_case()])))
    locked = [entry.header for entry in mapping.columns if not entry.section and not entry.enters_the_case]
    assert locked == [
        "case_id",
        "short_id",
        "module_id",
        "name",
        "name_first",
        "telephone_current",
        "block_660b751",
        "phonetic_data",
    ]


def test_a_person_s_name_stays_locked_whatever_the_file_says() -> None:
    entry = ColumnMapping("Name", field="person.name", identifying=False)
    assert not entry.enters_the_case


def test_sections_are_known_by_name_or_by_what_stands_in_them() -> None:
    by_name = propose_mapping(read_from(as_api_page([a_primero_case()])))
    by_sheet = propose_mapping(read_from(as_workbook([a_primero_case()])))
    assert [entry.becomes for entry in by_name.sections] == ["follow_up", "referral", "plan"]
    assert [entry.becomes for entry in by_sheet.sections] == ["follow_up", "referral"]


def problems_of(text: str) -> list[tuple[int | None, str]]:
    found = read_mapping(text, "cases.toml")
    assert isinstance(found, tuple)
    assert all(isinstance(problem, ImportProblem) for problem in found)
    return [(problem.where.row, problem.what) for problem in found]


A_FILE = """\
format = 1
made_for = "cases.csv"

[[column]]
header = "Case"
field = "case.code"
identifying = false

[[column]]
header = "Born"
field = "registration.born_on"

[[section]]
section = "Visits"
becomes = "follow_up"

[[word]]
field = "registration.sex"
says = "F"
means = "female"
"""


def test_a_short_file_is_enough() -> None:
    found = read_mapping(A_FILE, "cases.toml")
    assert isinstance(found, Mapping)
    assert len(found.columns) == 2


def test_mistakes_are_named_by_their_line() -> None:
    assert problems_of(A_FILE.replace("registration.born_on", "registration.bron_on")) == [
        (11, "there is no field “registration.bron_on”")
    ]
    assert problems_of(A_FILE.replace("identifying = false", "identifying = 3")) == [
        (7, "“identifying” does not fit here")
    ]
    assert problems_of(A_FILE.replace("identifying", "harmless")) == [(7, "“harmless” does not fit here")]
    assert problems_of(A_FILE.replace('header = "Born"\n', "")) == [(9, "“header” is missing")]
    assert problems_of(A_FILE.replace('header = "Born"', 'header = "Case"')) == [(10, "this column stands twice")]
    assert problems_of(A_FILE.replace("registration.born_on", "case.code")) == [
        (11, "a second column becomes “case.code”")
    ]
    assert problems_of(A_FILE.replace("follow_up", "followup")) == [(15, "a section cannot become “followup”")]
    assert problems_of(A_FILE.replace('"female"', '"girl"')) == [(20, "“girl” is not a choice here")]
    assert problems_of(A_FILE.replace("format = 1", "format = 9")) == [(1, "this format is not known")]
    assert problems_of(A_FILE + "means = \n") == [(21, "this line is not as a mapping file has it")]
    assert problems_of(A_FILE.replace("format = 1", "format = 1\nsheets = 3")) == [(2, "“sheets” does not fit here")]
