"""Codes of cases and people, what people may do, and choices with words."""

import msgspec
import pytest

from supervisor_tui.domain.ids import PersonCode, is_code
from supervisor_tui.domain.people import Person, Role
from supervisor_tui.domain.records.kind import YesNo


@pytest.mark.parametrize("text", ["C-0117", "W-04", "A1", "2026-17", "A" * 32])
def test_codes(text: str) -> None:
    assert is_code(text)


@pytest.mark.parametrize("text", ["", "C", "c-0117", "-C1", "C 0117", "C/0117", "Ümit", "C-0117\n", "A" * 33])
def test_what_is_no_code(text: str) -> None:
    assert not is_code(text)


@pytest.mark.parametrize(
    ("role", "may"),
    [
        (Role.SUPERVISOR, True),
        (Role.MANAGER, True),
        (Role.CASEWORKER, False),
        (Role.FACILITATOR, False),
        (Role.AUDITOR, False),
    ],
)
def test_who_may_approve_a_closing(role: Role, may: bool) -> None:
    assert Person(PersonCode("W-21"), "Ruth", (role,)).may_approve() is may


def test_a_choice_is_stored_by_its_value_and_read_by_its_words() -> None:
    assert msgspec.json.encode(YesNo.NOT_KNOWN) == b'"not_known"'
    assert msgspec.json.decode(b'"not_known"', type=YesNo) is YesNo.NOT_KNOWN
    assert YesNo.NOT_KNOWN.label == "not known"
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'"maybe"', type=YesNo)
