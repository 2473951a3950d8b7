"""Which checks are asked for which main reason, compared with the closure matrix of the guidelines as a whole."""

import pytest

from supervisor_tui.domain.answers import Missing, Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import GoalStatus
from supervisor_tui.domain.records.transfer import Transfer, TransferWish
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.testing import written
from tests.plugins.iag_core.stories import (
    HOST,
    answer,
    closed,
    closing_asked,
    day,
    due,
    goal,
    plan,
    registered,
    the_case,
)

YES, NO = YesNo.YES, YesNo.NO
HAND_OVER = {f"IAG-TRF-{number}" for number in ("01", "02", "03", "04", "05", "06", "08", "09")}

REQUIRED = {
    ClosureReason.GOALS_MET: {"02", "03", "04", "05", "06", "10", "11", "12", "13", "14", "29"},
    ClosureReason.ENDED_BY_FAMILY: {"02", "04", "07", "13", "14", "29"},
    ClosureReason.TRANSFER: {"02", "12", "13", "14", *HAND_OVER},
    ClosureReason.TURNED_18: {"02", "08", "13", "14", "29"},
    ClosureReason.DEATH: {"02", "13", "14", "19", "20", "21"},
    ClosureReason.AFTER_INITIAL: {"02", "06", "12", "13", "14", "29", "30", "IAG-S2-22"},
}
SHOWN = {
    ClosureReason.ENDED_BY_FAMILY: {"12"},
    ClosureReason.TURNED_18: {"03", "04", "05", "06", "10", "11", "12"},
}


def asked_of(case: CaseFile, as_of: str) -> dict[str, Result]:
    """Return the answer of every check that can stand in the way, by the end of its id."""
    (review,) = HOST.review_closing(case, day(as_of))
    return {
        check.rule.id.removeprefix("IAG-CLS-"): check.answer.result
        for check in review.checks
        if check.rule.strength is Strength.BLOCKS
    }


@pytest.mark.parametrize("reason", REQUIRED)
def test_each_reason_asks_for_its_own_checks(reason: ClosureReason) -> None:
    answers = asked_of(
        the_case(registered("2024-03-04"), closing_asked(reason, "2024-10-01"), as_of="2024-10-02"), "2024-10-02"
    )

    assert {rule for rule, result in answers.items() if result is not Result.NA} == REQUIRED[reason]


@pytest.mark.parametrize("reason", REQUIRED)
def test_what_does_not_stand_in_the_way_is_shown_where_the_matrix_says_so(reason: ClosureReason) -> None:
    case = the_case(registered("2024-03-04"), closing_asked(reason, "2024-10-01"), as_of="2024-10-02")
    (review,) = HOST.review_closing(case, day("2024-10-02"))

    shown = {check.rule.id.removeprefix("IAG-CLS-") for check in review.checks if "Shown:" in check.answer.reason}
    assert shown == SHOWN.get(reason, set())


def test_an_open_goal_is_shown_to_somebody_who_turns_18_and_does_not_block() -> None:
    happened = (plan("2024-04-18", "O1"), goal("O1", GoalStatus.NOT_FEASIBLE, "2024-05-01"))
    case = the_case(
        registered("2024-03-04"), *happened, closing_asked(ClosureReason.TURNED_18, "2024-10-01"), as_of="2024-10-02"
    )
    found = answer("IAG-CLS-03", case, "2024-10-02")

    assert (found.result, found.reason) == (
        Result.NA,
        "Does not stand in the way when the main reason is “turned 18”. Shown: Goals not reached: O1 (not feasible).",
    )
    assert [fact.text for fact in found.facts] == ["Goal O1: not feasible"]


@pytest.mark.parametrize("asked", [(), (closing_asked(None, "2024-10-01"),)], ids=["nobody asked", "no reason"])
def test_without_a_reason_nobody_can_say_what_is_asked(asked: tuple[()]) -> None:
    case = the_case(registered("2024-03-04"), *asked, as_of="2024-10-02")
    answers = asked_of(case, "2024-10-02")

    depending = {answers[rule] for rule in answers if rule not in {"02", "13", "14"}}
    assert depending == {Result.UNKNOWN}
    assert answer("IAG-CLS-03", case, "2024-10-02").missing == Missing(record="closure_request", field="reason")


def test_another_reason_is_none_of_the_six_and_never_passes() -> None:
    case = the_case(registered("2024-03-04"), closing_asked(ClosureReason.OTHER, "2024-10-01"), as_of="2024-10-02")
    answers = asked_of(case, "2024-10-02")

    assert answers.pop("02") is Result.FAIL
    assert set(answers.values()) == {Result.UNKNOWN, Result.FAIL}


def test_the_reason_of_the_closing_goes_before_that_of_the_request() -> None:
    case = the_case(
        registered("2024-03-04"),
        closing_asked(ClosureReason.GOALS_MET, "2024-10-01"),
        closed(ClosureReason.DEATH, "2024-10-05"),
        as_of="2024-10-06",
    )

    assert answer("IAG-CLS-02", case, "2024-10-06").reason == "The main reason is “death”."
    assert answer("IAG-CLS-03", case, "2024-10-06").result is Result.NA


CELLS = """
             goals-met  ended-by-family  transfer  turned-18       death     after-initial
    CLS-02   required   required         required  required        required  required
    CLS-03   required   -                -         shown           -         -
    CLS-04   required   required         -         shown           -         -
    CLS-05   required   -                -         shown           -         -
    CLS-06   required   -                -         shown           -         required
    CLS-07   -          required         -         -               -         -
    CLS-08   -          -                -         required        -         -
    CLS-10   required   -                -         shown           -         -
    CLS-11   required   -                -         shown           -         -
    CLS-12   required   shown            required  shown           -         required
    CLS-13   required   required         required  required        required  required
    CLS-14   required   required         required  required        required  required
    CLS-15   required   if-agreed        -         setting         -         setting
    CLS-19   -          -                -         -               required  -
    CLS-20   -          -                -         -               required  -
    CLS-29   required   required         -         required        -         required
    CLS-30   -          -                -         -               -         required
    TRF-01   -          -                required  if-transferred  -         if-transferred
    TRF-02   -          -                required  if-transferred  -         if-transferred
    TRF-03   -          -                required  if-transferred  -         if-transferred
    TRF-04   -          -                required  if-transferred  -         if-transferred
    TRF-05   -          if-transferred   required  if-transferred  -         if-transferred
    TRF-06   -          -                required  if-transferred  -         if-transferred
    TRF-07   -          -                required  if-transferred  -         if-transferred
    TRF-08   -          -                required  if-transferred  -         if-transferred
    TRF-09   -          -                required  if-transferred  -         if-transferred
"""
"""The closure matrix of the guidelines, cell by cell.

A family that declines a hand-over ends the work by its wish; so TRF-05, that no file goes then, is asked there too.
"""

SENT = written(Transfer(agency="AG-11"), "2024-09-30")
AGAINST = written(Transfer(agency="AG-11", wish=TransferWish.OVERRULED), "2024-09-30")


def cell(rule: str, reason: ClosureReason) -> str:
    """Return the word of the matrix for what is asked under a reason."""
    if rule == "IAG-CLS-15":
        return visit_cell(reason)
    plain, *sent = (
        answer(
            rule,
            the_case(registered("2024-03-04"), *more, closing_asked(reason, "2024-10-01"), as_of="2024-10-02"),
            "2024-10-02",
        )
        for more in ((), (SENT,), (AGAINST,))
    )
    if "Shown:" in plain.reason:
        return "shown"
    if plain.result is not Result.NA:
        return "required"
    if all(found.result is Result.NA for found in sent):
        return "-"
    return "required" if reason is ClosureReason.TRANSFER else "if-transferred"


def visit_cell(reason: ClosureReason) -> str:
    """Return whether a visit after closing is asked for always, if agreed, by the agency's setting, or never."""

    def is_asked(agreed: YesNo, setting: str) -> bool:
        case = the_case(registered("2024-03-04"), closed(reason, "2024-10-01", visit_agreed=agreed), as_of="2024-10-02")
        words = {"visit_after_early_closing": setting, "visit_after_turning_18": setting}
        return bool(due("IAG-CLS-15", case, "2024-10-02", **words))

    asked, not_agreed, not_set = is_asked(YES, "asked"), is_asked(NO, "asked"), is_asked(YES, "not_asked")
    if not asked:
        return "-"
    return "if-agreed" if not not_agreed else "required" if not_set else "setting"


def test_each_cell_of_the_matrix_is_asked_as_the_guidelines_say() -> None:
    head, *rows = (line.split() for line in CELLS.strip().splitlines())
    found = [[rule, *(cell(f"IAG-{rule}", ClosureReason(reason)) for reason in head)] for rule, *_cells in rows]

    assert found == rows
