"""From one caseworker to another here: all or nothing, with a reason, and somebody tells the child."""

import msgspec
import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.handing_on import HandingOn, hand_on, handing_on_paper
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.domain.status import worker
from tests.tui.agency import AMOS, LEILA, NOW

CASES = (CaseCode("C-0117"), CaseCode("C-0048"), CaseCode("C-0062"))
TO_LEILA = HandingOn(LEILA.code, NOW.date(), "Amos goes on leave", "W-04")


def test_every_case_is_given_on_with_the_reason_and_who_tells_the_child(desk: Desk) -> None:
    assert hand_on(desk, CASES, TO_LEILA) == CASES[:2]
    given = [desk.case(code).of(Assignment)[-1].body for code in CASES[:2]]
    assert given == [Assignment(worker=LEILA.code, reason="Amos goes on leave", child_told_by="W-04")] * 2


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (msgspec.structs.replace(TO_LEILA, worker=PersonCode("W-99")), "Nobody who works here has the code W-99."),
        (msgspec.structs.replace(TO_LEILA, reason=" "), "Please say why the caseworker changes."),
        (msgspec.structs.replace(TO_LEILA, child_told_by=""), "Please say who tells the child."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_written(desk: Desk, wrong: HandingOn, sentence: str) -> None:
    with pytest.raises(RefusedError) as refused:
        hand_on(desk, CASES, wrong)
    assert (str(refused.value), worker(desk.case(CASES[0]))) == (sentence, AMOS.code)


def test_the_list_names_what_is_due_and_open_in_each_case_by_codes(desk: Desk) -> None:
    text = handing_on_paper(desk, CASES, TO_LEILA).markdown
    assert text.startswith("# Hand-over list")
    for words in (
        "## C-0117",
        "**From:** W-04",
        "**To:** W-05",
        "**Who tells the child:** W-04",
        "talk with the head teacher",
    ):
        assert words in text
    assert "Leila" not in text
