"""Whatever happens to a file on its way, it is read or refused; nothing breaks."""

from hypothesis import given, settings
from hypothesis import strategies as some

from supervisor_tui.exchange.incoming.import_plan import ImportPlan
from supervisor_tui.exchange.incoming.planning import plan_import
from supervisor_tui.exchange.mapping.mapping_file import write_mapping
from supervisor_tui.exchange.mapping.mapping_reader import read_mapping
from supervisor_tui.exchange.mapping.proposal import propose_mapping
from supervisor_tui.exchange.problems import ImportProblem
from supervisor_tui.exchange.reading.opening import FileTaken
from supervisor_tui.exchange.reading.read_cases import read_taken
from tests.exchange.cases_here import NORTH, PEOPLE, RememberedCases, the_terms
from tests.exchange.primero_files import (
    a_closed_case,
    a_primero_case,
    as_api_page,
    as_csv,
    as_export,
    as_flat_array,
    as_workbook,
)

CASES = [a_primero_case(), a_closed_case()]
SOUND = [write(CASES) for write in (as_api_page, as_export, as_flat_array, as_csv, as_workbook)]


@some.composite
def damaged(draw: some.DrawFn) -> bytes:
    """Return a sound file after one to four accidents: a cut, a lost part, a changed or an added piece."""
    content = draw(some.sampled_from(SOUND))
    for _accident in range(draw(some.integers(1, 4))):
        start = draw(some.integers(0, len(content)))
        end = min(len(content), start + draw(some.integers(0, 40)))
        piece = draw(
            some.binary(max_size=8) | some.sampled_from([b'"', b"{", b"]", b"\xff", b"\x00", b"=>", b"\n", b","])
        )
        content = content[:start] + piece + content[end:]
    return content


@settings(max_examples=300, deadline=None)
@given(damaged() | some.binary(max_size=200))
def test_a_damaged_file_is_read_or_refused_and_never_breaks(content: bytes) -> None:
    read = read_taken(FileTaken("cases.file", content))
    if isinstance(read, ImportProblem):
        assert read.do
        return
    mapping = propose_mapping(read, NORTH, PEOPLE)
    assert read_mapping(write_mapping(mapping), "cases.toml") == mapping
    assert isinstance(plan_import(read, mapping, RememberedCases(), the_terms()), ImportPlan)
