"""A new case: its code is the next in the agency's manner, and no code is given twice."""

import threading
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.intake import CodeTakenError, next_code, open_case
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.ids import CaseCode, ProgrammeId, is_code
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.store.open_store import unlock
from tests.tui.agency import AMOS, NORTH, NOW, PASSPHRASE, an_agency

BODY = Registration(programme=NORTH.id)
TODAY = NOW.date()


def test_the_next_code_follows_the_highest(desk: Desk) -> None:
    assert next_code(desk) == "C-0122"


def test_the_first_code_of_an_agency_is_proposed_too(tmp_path: Any) -> None:
    empty = an_agency(tmp_path / "empty", cases=False)
    assert next_code(empty) == "C-0001"
    empty.store.close()


def test_the_manner_is_that_of_the_case_opened_last(desk: Desk) -> None:
    open_case(desk, "NBO-2026-0007", BODY, TODAY)
    open_case(desk, "ZZ-99999", BODY, date(2026, 1, 1))
    assert next_code(desk) == "NBO-2026-0008"


def test_a_number_that_can_grow_no_longer_gives_way_to_the_usual_manner(desk: Desk) -> None:
    open_case(desk, "9" * 32, BODY, TODAY)
    assert next_code(desk) == "C-0122"


def test_a_case_is_opened_with_its_caseworker(desk: Desk) -> None:
    code = open_case(desk, "C-0122", BODY, TODAY, AMOS.code)
    assert [record.kind for record in desk.case(code).records] == ["assignment", "registration"]


@pytest.mark.parametrize("code", ["C-0117", "c-0122", "", "C 0122"])
def test_a_code_that_was_given_or_is_none_is_refused(desk: Desk, code: str) -> None:
    before = desk.store.records.codes()
    with pytest.raises(CodeTakenError):
        open_case(desk, code, BODY, TODAY)
    assert desk.store.records.codes() == before


def test_a_programme_that_is_not_here_is_refused_and_nothing_is_written(desk: Desk) -> None:
    with pytest.raises(RefusedError, match="There is no programme south here"):
        open_case(desk, "C-0122", Registration(programme=ProgrammeId("south")), TODAY)
    assert not desk.store.records.has(CaseCode("C-0122"))


def test_two_applications_that_take_the_same_code_at_once_open_one_case(desk: Desk) -> None:
    took: list[str] = []
    ready = threading.Barrier(2)

    def take(name: str) -> None:
        store = unlock(desk.store.folder, "Ruth", PASSPHRASE)
        mine = Desk(store, desk.host, desk.person, desk.clock)
        ready.wait()
        try:
            open_case(mine, "C-0122", BODY, TODAY)
            took.append(name)
        except CodeTakenError:
            pass
        finally:
            store.close()

    both = [threading.Thread(target=take, args=(name,)) for name in ("one", "two")]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert len(took) == 1
    assert len(desk.store.records.of(CaseCode("C-0122"))) == 1


class Summaries:
    """Stands in for the summaries of a store, which `next_code` reads the day of opening from."""

    def __init__(self, codes: list[str]) -> None:
        self.codes_held = codes

    def all(self) -> list[Any]:
        return [type("Row", (), {"case": code, "opened_on": TODAY}) for code in self.codes_held]

    def codes(self) -> list[str]:
        return self.codes_held


@given(st.lists(st.from_regex(r"[A-Z0-9][A-Z0-9-]{1,31}", fullmatch=True), max_size=8))
def test_what_is_proposed_is_a_code_that_nobody_has(codes: list[str]) -> None:
    held = Summaries(codes)
    store = type("Store", (), {"summaries": held, "records": held})
    proposed = next_code(type("Desk", (), {"store": store}))  # type: ignore[arg-type]
    assert is_code(proposed)
    assert proposed not in codes
