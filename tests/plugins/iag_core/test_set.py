"""The set as a whole: what it registers, its tab, and that no record and no order of typing can change an answer."""

import re
from datetime import date
from random import Random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iag_core.guidance import BLOCKING_CLOSURE_CHECKS, SET
from iag_core.records.before_closing import ClosingDiscussed
from iag_core.records.child_heard import HeardAt, Participation
from iag_core.records.plan_making import PlanMaking
from iag_core.settings import SETTINGS
from iag_core.six_steps import six_steps
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import PersonCode, RuleId
from supervisor_tui.domain.records.assessment import Concern, ConcernSettled
from supervisor_tui.domain.records.closing import ClosureReason, Reopening
from supervisor_tui.domain.records.consent import Consent, ConsentForm, ConsentGiver, ConsentPurpose
from supervisor_tui.domain.records.contact import Channel, Situation
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import GoalStatus
from supervisor_tui.domain.records.referral import Referral
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.domain.records.steps import Step, StepBack
from supervisor_tui.guidance.guidance_set import Question
from supervisor_tui.guidance.panels import Line, Lines, Panel, Paragraph, Stage, Stages
from supervisor_tui.guidance.rules import RuleKind, Strength
from supervisor_tui.testing import settings_of, written
from tests.plugins.iag_core.stories import (
    HOST,
    Happened,
    assessed,
    closed,
    closing_asked,
    contact,
    day,
    duties,
    fully_assessed,
    goal,
    good_visit,
    host,
    plan,
    plan_concluded,
    registered,
    reviewed,
    risk,
    signed,
    the_case,
    unreadable,
)

RULES = HOST.rules()


def test_the_set_loads_without_a_fault() -> None:
    (report,) = HOST.reports()

    assert (report.id, report.faults, report.rules) == (SET, (), len(RULES))


def test_rules_stand_in_the_order_of_the_six_steps() -> None:
    assert [rule.order for rule in RULES] == list(range(len(RULES)))
    sections = list(dict.fromkeys(re.sub(r"-\d+$", "", rule.id) for rule in RULES))
    steps = ["IAG-S1", "IAG-S2", "IAG-S3", "IAG-S4", "IAG-S5", "IAG-CLS"]
    assert [section for section in sections if section in steps] == steps
    assert {"IAG-CONS", "IAG-PRIN", "IAG-DB", "FU"} <= set(sections)
    assert len(sections) == len(set(sections))


def test_every_check_that_stands_in_the_way_is_built() -> None:
    (review,) = HOST.review_closing(the_case(registered("2024-03-04"), as_of="2024-10-01"), day("2024-10-01"))
    blocking = [rule for rule in RULES if rule.kind is RuleKind.CLOSURE_CHECK and rule.strength is Strength.BLOCKS]

    assert review.built == (len(blocking), BLOCKING_CLOSURE_CHECKS) == (26, 26)


def test_every_question_on_which_guidance_differs_is_answered_once() -> None:
    guidance = HOST.set(SET)

    assert guidance is not None
    assert [answer.question for answer in guidance.differences] == list(Question)


def test_a_number_without_a_figure_in_the_guidance_has_no_default() -> None:
    undecided = {setting.key: setting.below for setting in SETTINGS if setting.default is None}

    assert undecided == {
        "criteria_version": None,
        "criteria_since": None,
        "consent_age_years": None,
        "community_handles_up_to": None,
        "limits_agreed_with": None,
        "conduct_signed": None,
        "entry_staff_trained": None,
        "other_databases": None,
        "forms_agreed": None,
        "database_agreed": None,
        "sharing_rules_agreed": None,
        "protection_rules_agreed": None,
        "urgent_hours": 24,
        "emergency_comprehensive_start_days": 7,
        "emergency_comprehensive_days": 28,
        "follow_up_no_risk_days": None,
        "emergency_review_days": 89,
        "high_risk_review_days": 89,
        "stability_days": None,
        "emergency_post_closure_days": 89,
        "visit_after_turning_18": None,
        "closing_criteria": None,
        "closing_criteria_since": None,
        "keeping_years": None,
        "exit_plan": None,
        "files_after_exit": None,
        "beside_the_state": None,
        "bid_situations": None,
        "assessment_of_best_interests_counts": None,
        "legal_cover": None,
        "legal_cover_until": None,
        "management_meeting_days": None,
    }
    assert all(setting.source and setting.unit for setting in SETTINGS)


READY: tuple[Happened, ...] = (
    registered("2024-03-04", at="2024-03-04T10:00", born="2012-05-14", concerns=("alone",)),
    assessed("2024-03-05", at="2024-03-05T09:00"),
    risk("low", "2024-03-05"),
    fully_assessed("2024-03-20", started="2024-03-08"),
    plan("2024-03-28", "O1"),
    goal("O1", GoalStatus.MET, "2024-06-20"),
    plan_concluded("2024-07-01"),
    *(good_visit(on) for on in ("2024-07-10", "2024-07-25", "2024-08-12", "2024-08-26")),
    reviewed("2024-06-28"),
    closing_asked(ClosureReason.GOALS_MET, "2024-08-27"),
    signed("2024-08-29"),
)


SETTLED: tuple[Happened, ...] = (
    written(Concern(concern="K1", text="alone"), "2024-03-05"),
    written(ConcernSettled(concern="K1"), "2024-06-20"),
    written(ClosingDiscussed(child_view="is glad"), "2024-08-20"),
)


def test_a_case_with_everything_in_order_is_ready() -> None:
    case = the_case(*READY, *SETTLED, as_of="2024-08-30")
    (review,) = host(stability_days=60).review_closing(case, day("2024-08-30"))

    assert [check.rule.id for check in review.checks if check.stands_in_the_way] == []
    assert review.verdict is Result.PASS


def test_what_nobody_decided_or_recorded_stands_in_the_way() -> None:
    case = the_case(*READY, as_of="2024-08-30")
    (review,) = HOST.review_closing(case, day("2024-08-30"))
    open_checks = [check.rule.id for check in review.checks if check.stands_in_the_way]

    assert open_checks == ["IAG-CLS-04", "IAG-CLS-06", "IAG-CLS-10", "IAG-CLS-29"]
    assert review.verdict is Result.FAIL


def test_no_duty_stands_twice_in_the_list() -> None:
    for as_of in ("2024-03-04", "2024-03-20", "2024-04-20", "2024-07-05", "2024-08-30"):
        case = the_case(*READY, as_of=as_of)
        keys = [(item.rule, item.slot) for item in duties(case, as_of)]
        still_open = [item.title for item in duties(case, as_of) if item.done is None]
        assert len(keys) == len(set(keys))
        assert len(still_open) == len(set(still_open))


def test_no_reason_or_title_speaks_in_ids() -> None:
    for reason in ClosureReason:
        case = the_case(registered("2024-03-04"), closing_asked(reason, "2024-08-27"), as_of="2024-08-30")
        (review,) = HOST.review_closing(case, day("2024-08-30"))
        said = [check.answer.reason for check in review.checks] + [rule.title for rule in RULES]
        assert [text for text in said if re.search(r"IAG-|FU-\d", text)] == []


def drawn(case: CaseFile, as_of: str) -> Panel:
    """Return the tab of the case file."""
    return six_steps(case, day(as_of), settings_of(SETTINGS, SET))


REGISTRATION_LEFT_BLANK = (
    "sex, age, whom the child lives with, way in, how to reach the child, place, criteria met, criteria checked by, "
    "agreement of child, caregiver"
)


def test_the_tab_shows_the_steps_what_is_missing_and_what_is_due_next() -> None:
    case = the_case(
        registered("2024-03-04", at="2024-03-04T10:00", concerns=("alone",)),
        assessed("2024-03-05", at="2024-03-05T09:00"),
        risk("medium", "2024-03-05"),
        as_of="2024-03-13",
    )

    assert drawn(case, "2024-03-13").sections == (
        Stages(
            "Six steps",
            (
                Stage("registration", Result.FAIL, missing=REGISTRATION_LEFT_BLANK),
                Stage("assessment", Result.FAIL, here=True, missing="full assessment"),
                Stage("case plan", Result.NA),
                Stage("implementation", Result.NA),
                Stage("follow-up and review", Result.NA),
                Stage("closure", Result.NA),
            ),
        ),
        Lines(
            "Due next",
            (
                Line("Full assessment: begin", Result.FAIL, "2 days late", rule=RuleId("IAG-S2-09")),
                Line(
                    "Follow-up contact: every 7 days, at medium risk",
                    Result.FAIL,
                    "1 day late",
                    rule=RuleId("IAG-S5-04"),
                ),
                Line("Full assessment: finish", None, "until 2024-04-04", rule=RuleId("IAG-S2-10")),
            ),
        ),
    )


def test_the_tab_of_a_closed_case_says_that_nothing_is_due() -> None:
    ended = the_case(*READY, closed(ClosureReason.DEATH, "2024-08-30"), as_of="2024-09-30")

    stages, due_next = drawn(ended, "2024-09-30").sections
    assert isinstance(stages, Stages)
    blank = "sex, whom the child lives with, way in, how to reach the child, place, criteria met, criteria checked by"
    assert [stage.missing for stage in stages.stages] == [blank, "", "actions", "", "", ""]
    assert due_next == Paragraph("Nothing is due.", "Due next")


SENT = Referral(referral="R-0501", agency="AG-02")
AGREED = Consent(giver=ConsentGiver.CHILD, form=ConsentForm.ASSENT, purpose=ConsentPurpose.SHARING, agencies=("AG-02",))
DAYS = st.dates(date(2024, 3, 1), date(2025, 3, 1))
MAKERS = (
    assessed,
    fully_assessed,
    contact,
    good_visit,
    reviewed,
    plan_concluded,
    signed,
    lambda on: risk("high", on),
    lambda on: risk("low", on),
    lambda on: plan(on, "O1", every=10),
    lambda on: plan(on, interim=YesNo.YES),
    lambda on: goal("O1", GoalStatus.MET, on),
    lambda on: goal("O1", GoalStatus.NOT_FEASIBLE, on),
    lambda on: contact(on, Channel.HOME_VISIT, situation=Situation.WORSE, safe=YesNo.NO),
    lambda on: closing_asked(ClosureReason.GOALS_MET, on),
    lambda on: closed(ClosureReason.GOALS_MET, on),
    lambda on: written(Reopening(reason="new worries"), on),
    lambda on: written(SENT, on),
    lambda on: written(AGREED, on),
    lambda on: written(StepBack(to=Step.ASSESSMENT, reason="moved"), on),
    lambda on: written(PlanMaking(child_agreed=YesNo.YES), on),
    lambda on: written(Participation(step=HeardAt.PLAN, how="drew"), on),
    lambda on: written(Assignment(worker=PersonCode("W-09")), on),
)
HAPPENED = st.lists(st.builds(lambda make, on: make(on.isoformat()), st.sampled_from(MAKERS), DAYS), max_size=14)


@given(HAPPENED, DAYS, st.booleans(), st.randoms())
def test_no_answer_depends_on_the_order_of_typing_and_nothing_breaks(
    happened: list[Record], as_of: date, all_on_one_day: bool, random: Random
) -> None:
    on = as_of.isoformat()
    if all_on_one_day:
        happened = [msgspec.structs.replace(record, on=as_of) for record in happened]
    records = [*registered("2024-03-01"), *happened]
    typed_so, typed_otherwise = (
        the_case(list(order), as_of=on) for order in (records, random.sample(records, len(records)))
    )

    assert duties(typed_so, on) == duties(typed_otherwise, on)
    assert HOST.review_closing(typed_so, as_of) == HOST.review_closing(typed_otherwise, as_of)
    assert HOST.case_checks(typed_so, as_of) == HOST.case_checks(typed_otherwise, as_of)
    assert [report.faults for report in HOST.reports()] == [()]


@pytest.mark.parametrize("kind", ["follow_up", "plan", "review", "approval", "closure", "registration", "risk_level"])
def test_a_record_that_cannot_be_read_never_passes_and_is_named_as_a_fault(kind: str) -> None:
    host = HOST.with_agency_values(())
    case = the_case(*READY, unreadable(kind, "2024-08-01"), as_of="2024-08-30")

    (review,) = host.review_closing(case, day("2024-08-30"))
    host.due_items(case, day("2024-08-30"))

    assert {check.answer.result for check in review.checks if check.fault} <= {Result.UNKNOWN}
    assert {fault.what for fault in host.reports()[0].faults} == {"UnreadableRecordError"}
