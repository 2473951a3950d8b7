"""The six steps as a screen: what to record first, what each step asked for, and the way a case has gone."""

from collections.abc import Mapping

import pytest

from iag_core.guidance import SET
from iag_core.settings import SETTINGS
from iag_core.steps_screen import steps_screen
from supervisor_tui.domain.answers import Missing, Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.assessment import AssessmentStage
from supervisor_tui.domain.records.closing import ClosureReason, Reopening
from supervisor_tui.domain.records.steps import Step, StepBack
from supervisor_tui.guidance.panels import Line, Lines, Section
from supervisor_tui.testing import settings_of, written
from tests.plugins.iag_core.stories import (
    assessed,
    closed,
    closing_asked,
    contact,
    day,
    plan,
    registered,
    risk,
    the_case,
)

BEGUN = (
    registered("2024-03-04", at="2024-03-04T10:00", concerns=("alone",)),
    assessed("2024-03-05", at="2024-03-05T09:00"),
    risk("medium", "2024-03-05"),
)


def sections(case: CaseFile, as_of: str) -> Mapping[str, Section]:
    """Return the sections of the screen by their titles."""
    return {one.title: one for one in steps_screen(case, day(as_of), settings_of(SETTINGS, SET)).sections}


def test_the_first_section_is_what_to_record_and_each_line_opens_its_field() -> None:
    first = next(iter(sections(the_case(*BEGUN, as_of="2024-03-13"), "2024-03-13").values()))

    assert first == Lines(
        "To record",
        tuple(
            Line(words, Result.FAIL, "nothing recorded", missing=Missing(record=kind, field=field))
            for words, kind, field in (
                ("sex", "registration", "sex"),
                ("age", "registration", "age_years"),
                ("whom the child lives with", "registration", "living_with"),
                ("way in", "registration", "pathway"),
                ("how to reach the child", "registration", "reach"),
                ("place", "registration", "place"),
                ("criteria met", "registration", "criteria_met"),
                ("criteria checked by", "registration", "verified_by"),
                ("agreement of child, caregiver", "consent", "giver"),
                ("full assessment", "assessment", "stage"),
            )
        ),
    )


def asked(step: str, case: CaseFile, as_of: str) -> list[tuple[str, Result | None]]:
    """Return what a step asks for and whether it is recorded."""
    found = sections(case, as_of)[step]
    assert isinstance(found, Lines)
    return [(line.text, line.mark) for line in found.lines]


@pytest.mark.rule("IAG-S5-17")
def test_a_step_that_the_work_went_back_to_asks_for_what_was_done_since() -> None:
    full = assessed("2024-04-04", AssessmentStage.COMPREHENSIVE)
    done = (*BEGUN, full, plan("2024-04-10", "O1"), written(StepBack(to=Step.ASSESSMENT, reason="new"), "2024-06-03"))
    since = "assessment brought up to date since 2024-06-03"

    assert asked("2  assessment", the_case(*done, as_of="2024-06-04"), "2024-06-04") == [
        ("first assessment", Result.PASS),
        ("risk level", Result.PASS),
        ("full assessment", Result.PASS),
        (since, Result.FAIL),
    ]
    looked = the_case(*done, assessed("2024-06-10", AssessmentStage.REVISION), as_of="2024-06-11")
    assert asked("2  assessment", looked, "2024-06-11")[-1] == (since, Result.PASS)
    assert asked("3  case plan", looked, "2024-06-11") == [
        ("goals", Result.PASS),
        ("actions", Result.FAIL),
        ("case plan made anew since 2024-06-03", Result.FAIL),
    ]


@pytest.mark.rule("IAG-CLS-22")
def test_a_case_that_opened_again_is_asked_anew_for_risk_and_assessment() -> None:
    full = assessed("2024-03-20", AssessmentStage.COMPREHENSIVE)
    again = (closed(ClosureReason.GOALS_MET, "2024-05-01"), written(Reopening(reason="new worries"), "2024-06-01"))
    case = the_case(*BEGUN, full, *again, as_of="2024-06-04")

    assert asked("2  assessment", case, "2024-06-04") == [
        ("first assessment", Result.PASS),
        ("risk level", Result.FAIL),
        ("full assessment", Result.PASS),
        ("assessment brought up to date since 2024-06-01", Result.FAIL),
    ]


@pytest.mark.rule("IAG-S1-03")
def test_agreement_that_nobody_recorded_is_asked_for_also_where_the_case_was_at_work_before() -> None:
    before = the_case(registered("2024-03-04", duties_from="2024-06-01"), as_of="2024-06-04")

    assert asked("1  registration", before, "2024-06-04")[-1] == ("agreement of child, caregiver", Result.FAIL)


def test_going_back_stands_with_its_reason_and_starts_the_time_for_the_plan_again() -> None:
    back = written(StepBack(to=Step.PLAN, reason="a new need"), "2024-06-03")
    shown = sections(the_case(*BEGUN, back, as_of="2024-06-04"), "2024-06-04")

    assert shown["Gone back"] == Lines("Gone back", (Line("2024-06-03: to case plan. a new need"),))
    assert shown["Clocks started again"] == Lines(
        "Clocks started again", (Line("2024-06-03: the time for the plan begins anew"),)
    )


def test_going_back_without_a_reason_is_pointed_out() -> None:
    back = written(StepBack(to=Step.ASSESSMENT), "2024-06-03")
    shown = sections(the_case(*BEGUN, back, as_of="2024-06-04"), "2024-06-04")

    assert shown["Gone back"] == Lines(
        "Gone back", (Line("2024-06-03: to assessment. No reason recorded.", Result.FAIL),)
    )


def test_a_case_that_opened_again_begins_its_clocks_anew() -> None:
    case = the_case(
        *BEGUN,
        closed(ClosureReason.GOALS_MET, "2024-05-01"),
        written(Reopening(reason="new worries"), "2024-06-01"),
        as_of="2024-06-04",
    )

    assert sections(case, "2024-06-04")["Clocks started again"] == Lines(
        "Clocks started again", (Line("2024-06-01: opened again", note="clocks begin anew"),)
    )


def test_a_case_that_ends_at_the_first_assessment_is_not_asked_for_plan_and_follow_up() -> None:
    case = the_case(*BEGUN, closing_asked(ClosureReason.AFTER_INITIAL, "2024-03-06"), as_of="2024-03-07")
    shown = sections(case, "2024-03-07")

    assert "Straight after the first assessment" in shown
    assert [title for title in shown if title[:1] in "345"] == []


@pytest.mark.rule("IAG-S5-06")
def test_each_level_of_risk_stands_with_the_contacts_that_it_asked_for() -> None:
    """High until 5 May: the second contact of the week of 22 April came late. Medium since, judged by itself."""
    high = tuple(contact(on) for on in ("2024-04-15", "2024-04-18", "2024-04-29", "2024-05-02"))
    began = (registered("2024-04-15"), assessed("2024-04-15"), risk("high", "2024-04-15"))
    case = the_case(*began, high, risk("medium", "2024-05-06"), as_of="2024-05-20")

    assert sections(case, "2024-05-20")["How often contact was asked for"] == Lines(
        "How often contact was asked for",
        (
            Line(
                "2024-04-15 to 2024-05-05: Follow-up contact: 2 a week at high risk", Result.FAIL, "2 in time, 1 late"
            ),
            Line("since 2024-05-06: Follow-up contact: every 7 days, at medium risk", Result.FAIL, "1 not made"),
        ),
    )
