"""A case's code is no name, leads nowhere, and stays the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from supervisor_tui.domain.ids import is_code
from supervisor_tui.exchange.reading.case_codes import CodeFault, code_from, derived_code, longer_code
from tests.exchange.primero_files import FIRST_ID


@pytest.mark.parametrize(
    ("text", "code"),
    [("C-0117", "C-0117"), (" c 0117 ", "C-0117"), ("ke_nrb_17", "KE-NRB-17"), ("583069e", "583069E"), ("1", None)],
)
def test_a_code_is_written_in_one_way(text: str, code: str | None) -> None:
    assert code_from(text) == (code or CodeFault.NOT_A_CODE)


@pytest.mark.parametrize(
    "text",
    [
        "../C-01",
        "C:\\17",
        "\\\\host\\17",
        "C-17:stream",
        "COM1",
        "lpt9",
        "C-17.",
        "C\x0017",
        "C-17\u202e",
        "%2e%2e17",
        "~17",
    ],
)
def test_what_leads_out_of_a_folder_is_no_code(text: str) -> None:
    assert code_from(text) is CodeFault.LEADS_OUT


@pytest.mark.parametrize("text", ["Nobody Invented", "nobody", "INVENTED-NOBODY"])
def test_a_name_is_no_code(text: str) -> None:
    assert code_from(text) is CodeFault.A_NAME


@pytest.mark.parametrize("text", [FIRST_ID, "C-0117-" * 8, "C*17", "٤٢"])
def test_other_things_are_no_codes(text: str) -> None:
    assert isinstance(code_from(text), CodeFault)


@given(some.text(max_size=40))
def test_whatever_is_taken_for_a_code_is_one(text: str) -> None:
    found = code_from(text)
    assert isinstance(found, CodeFault) or (is_code(found) and code_from(found) == found)


@given(some.text(min_size=1, max_size=60))
def test_a_derived_code_is_a_code_and_always_the_same(source_id: str) -> None:
    assert is_code(derived_code(source_id))
    assert is_code(longer_code(source_id))
    assert derived_code(source_id) == derived_code(f" {source_id} ".strip(" ") or source_id)


def test_a_derived_code_ends_as_primero_shows_the_case() -> None:
    assert (derived_code(FIRST_ID), longer_code(FIRST_ID)) == ("P-583069E", "P-30B9F583069E")
