"""Follow-ups, reviews, steps, the child's say and feedback on file, and figures on the whole caseload."""

from typing import Any

import msgspec
import pytest

from iag_core.records import KINDS
from iag_core.records.child_heard import Feedback, HeardAt, Participation, Strengths, There
from iag_core.records.visit_preparation import VisitPreparation
from iag_core.settings import SETTINGS
from supervisor_tui.domain.answers import Missing, Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem, DueState
from supervisor_tui.domain.ids import PersonCode, ProgrammeId, RuleId
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.records.contact import (
    Channel,
    FollowUp,
    Review,
    SeenAlone,
    ServicesReceived,
    Situation,
    TimeChosenBy,
)
from supervisor_tui.domain.records.envelope import HowKnown, Record
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.registration import Registration, Sex
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.domain.records.steps import Step, StepBack
from supervisor_tui.guidance.forms import FormField, fields_of
from supervisor_tui.guidance.kinds import CORE_KINDS
from supervisor_tui.guidance.rules import RuleKind
from supervisor_tui.testing import written
from tests.plugins.iag_core.stories import (
    HOST,
    assessed,
    closed,
    day,
    due,
    duties,
    figures,
    fully_assessed,
    on_file,
    on_saving,
    plan,
    registered,
    reviewed,
    risk,
    state,
    the_case,
    the_duty,
    unreadable,
)

OPENING = (registered("2024-03-04"), assessed("2024-03-05"), fully_assessed("2024-04-04"))
AS_OF = "2024-06-01"
VISIT = FollowUp(channel=Channel.HOME_VISIT, situation=Situation.SAME, services_received=ServicesReceived.YES)


def followed_up(on: str = "2024-05-01", *, how: HowKnown = HowKnown.RECORDED, **changes: Any) -> CaseFile:
    return the_case(OPENING[0], written(msgspec.structs.replace(VISIT, **changes), on, how_known=how), as_of=AS_OF)


@pytest.mark.rule("IAG-S5-01")
def test_a_follow_up_answers_both_questions() -> None:
    blank = on_file("IAG-S5-01", followed_up(situation=None), AS_OF)

    assert (blank.result, blank.missing) == (Result.FAIL, Missing(record="follow_up", field="situation"))
    assert on_file("IAG-S5-01", followed_up(services_received=None), AS_OF).result is Result.FAIL
    assert on_file("IAG-S5-01", followed_up(), AS_OF).result is Result.PASS
    told = followed_up(situation=None, how=HowKnown.TOLD)
    assert on_file("IAG-S5-01", told, AS_OF).result is Result.NA


@pytest.mark.rule("IAG-S5-10")
def test_when_things_are_worse_it_is_said_what_was_decided() -> None:
    worse = msgspec.structs.replace(VISIT, situation=Situation.WORSE)
    found = on_file("IAG-S5-10", followed_up(situation=Situation.WORSE), AS_OF)

    assert (found.result, found.missing) == (Result.FAIL, Missing(record="follow_up", field="decision"))
    assert on_file("IAG-S5-10", followed_up(situation=Situation.WORSE, decision="review"), AS_OF).result is Result.PASS
    (said,) = on_saving("IAG-S5-10", followed_up(), worse, "2024-05-08")
    assert said.field == "decision"


@pytest.mark.rule("IAG-S5-08")
def test_home_visits_are_thought_of_before() -> None:
    def prepared(**more: Any) -> CaseFile:
        body = VisitPreparation(**{"purpose": "see the room", "harm_considered": YesNo.YES} | more)
        return the_case(*followed_up().records, written(body, "2024-04-30"), as_of=AS_OF)

    assert on_file("IAG-S5-08", prepared(), AS_OF).result is Result.PASS
    blank = on_file("IAG-S5-08", prepared(purpose=""), AS_OF)
    assert (blank.result, blank.missing) == (Result.FAIL, Missing(record="iag_core.visit_preparation", field="purpose"))
    assert on_file("IAG-S5-08", prepared(harm_considered=None), AS_OF).result is Result.FAIL
    assert on_file("IAG-S5-08", followed_up(), AS_OF).result is Result.UNKNOWN
    assert on_file("IAG-S5-08", followed_up(channel=Channel.CALL), AS_OF).result is Result.NA


REVIEW = Review(
    progress=YesNo.YES,
    goals_being_met=YesNo.YES,
    plan_still_right=YesNo.YES,
    changes="none",
    child_took_part=YesNo.YES,
    family_took_part=YesNo.YES,
    chair=PersonCode("W-21"),
    time_chosen_by=TimeChosenBy.CHILD,
)


@pytest.mark.parametrize(
    ("rule", "changes", "result", "field"),
    [
        pytest.param(
            "IAG-S5-14",
            {"plan_still_right": None},
            Result.FAIL,
            "plan_still_right",
            marks=pytest.mark.rule("IAG-S5-14"),
        ),
        ("IAG-S5-14", {"changes": ""}, Result.FAIL, "changes"),
        pytest.param(
            "IAG-S5-15",
            {"child_took_part": YesNo.NO},
            Result.FAIL,
            "child_took_part",
            marks=pytest.mark.rule("IAG-S5-15"),
        ),
        ("IAG-S5-15", {"family_took_part": None}, Result.FAIL, "family_took_part"),
        pytest.param(
            "IAG-S5-16", {"chair": PersonCode("W-04")}, Result.FAIL, "chair", marks=pytest.mark.rule("IAG-S5-16")
        ),
        ("IAG-S5-16", {"chair": None}, Result.UNKNOWN, "chair"),
    ],
)
def test_a_review_answers_its_questions_with_the_right_people(
    rule: str, changes: dict[str, Any], result: Result, field: str
) -> None:
    def held(body: Review) -> CaseFile:
        return the_case(*OPENING, written(body, "2024-05-20"), as_of=AS_OF)

    found = on_file(rule, held(msgspec.structs.replace(REVIEW, **changes)), AS_OF)
    assert on_file(rule, held(REVIEW), AS_OF).result is Result.PASS
    assert (found.result, found.missing) == (result, Missing(record="review", field=field))
    assert on_file(rule, the_case(*OPENING, as_of=AS_OF), AS_OF).result is Result.NA


def test_a_child_absent_for_a_reason_is_in_order() -> None:
    away = msgspec.structs.replace(REVIEW, child_took_part=YesNo.NO, absent_because="exam day")

    assert (
        on_file("IAG-S5-15", the_case(*OPENING, written(away, "2024-05-20"), as_of=AS_OF), AS_OF).result is Result.PASS
    )


@pytest.mark.rule("IAG-S5-18")
def test_a_time_that_the_staff_chose_is_told_and_no_fault() -> None:
    def at_the_time_of(chooser: TimeChosenBy | None) -> CaseFile:
        return the_case(
            *OPENING, written(msgspec.structs.replace(REVIEW, time_chosen_by=chooser), "2024-05-20"), as_of=AS_OF
        )

    staff = on_file("IAG-S5-18", at_the_time_of(TimeChosenBy.STAFF), AS_OF)
    assert (staff.result, staff.reason) == (Result.PASS, "The staff chose the time of the last review.")
    assert on_file("IAG-S5-18", at_the_time_of(TimeChosenBy.CHILD), AS_OF).result is Result.PASS
    assert on_file("IAG-S5-18", at_the_time_of(None), AS_OF).result is Result.NA


@pytest.mark.rule("IAG-S5-17")
def test_the_work_may_go_back_a_step_with_a_reason_and_the_assessment_is_looked_at_again() -> None:
    back = written(StepBack(to=Step.ASSESSMENT, reason="stepfather moved in"), "2024-06-03")
    case = the_case(*OPENING, plan("2024-04-18", "O1"), back, as_of="2024-06-04")

    assert on_file("IAG-S5-17", case, "2024-06-04").result is Result.PASS
    assert the_duty("IAG-S2-12", case, "2024-06-04").due == day("2024-06-10")
    plan_duty = the_duty("IAG-S3-01", case, "2024-06-04")
    assert (plan_duty.due, plan_duty.done) == (day("2024-04-18"), day("2024-04-18"))
    silent = the_case(*OPENING, written(StepBack(to=Step.ASSESSMENT), "2024-06-03"), as_of="2024-06-04")
    assert on_file("IAG-S5-17", silent, "2024-06-04").result is Result.FAIL
    (ahead,) = on_saving("IAG-S5-17", the_case(*OPENING, as_of=AS_OF), StepBack(to=Step.CLOSURE, reason="x"), AS_OF)
    assert ahead.field == "to"


@pytest.mark.rule("IAG-DB-02")
def test_a_step_that_is_none_of_the_six_is_refused_at_the_border_and_found_on_file() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"to": "evaluation"}, StepBack)
    broken = the_case(*OPENING, unreadable("step_back", "2024-05-01"), as_of=AS_OF)

    assert on_file("IAG-DB-02", broken, AS_OF).result is Result.FAIL
    assert on_file("IAG-DB-02", the_case(*OPENING, as_of=AS_OF), AS_OF).result is Result.PASS


@pytest.mark.rule("IAG-DB-03")
def test_every_time_limit_of_a_case_stands_in_one_list() -> None:
    case = the_case(
        registered("2024-03-04"), fully_assessed("2024-04-04"), plan("2024-04-18", "O1"), as_of="2024-04-20"
    )
    limits = {item.rule: item.due for item in duties(case, "2024-04-20")}

    assert (limits[RuleId("IAG-S3-01")], limits[RuleId("IAG-S5-12")]) == (day("2024-04-18"), day("2024-07-18"))
    assert due("IAG-DB-03", case, "2024-04-20") == ()


@pytest.mark.rule("IAG-PRIN-08")
def test_feedback_is_asked_for_every_90_days_and_never_counts_as_late() -> None:
    said = written(Feedback(said="good"), "2024-01-05")
    case = the_case(registered("2023-10-01"), plan("2023-12-01", "O1"), said, as_of="2024-05-01")
    first, open_now = due("IAG-PRIN-08", case, "2024-05-01")

    assert first.done == day("2024-01-05")
    assert open_now == DueItem(
        "Ask child and family what they think of the work",
        due=day("2024-04-04"),
        rule=RuleId("IAG-PRIN-08"),
        settles="iag_core.feedback",
        slot="2024-01-05",
        advisory=True,
    )
    assert state(open_now, "2024-05-01") is DueState.OVERDUE


def test_feedback_waits_for_the_first_plan() -> None:
    assert due("IAG-PRIN-08", the_case(*OPENING, as_of=AS_OF), AS_OF) == ()


ALL_FOUR = Strengths(caregiver_bond=There.YES, good_parenting=There.IN_PART, schooling=There.NO, social_ties=There.YES)


@pytest.mark.rule("IAG-PRIN-11")
def test_what_was_not_asked_about_strengths_is_not_known() -> None:
    def asked(body: Strengths) -> CaseFile:
        return the_case(*OPENING, written(body, "2024-04-02"), as_of=AS_OF)

    blank = on_file("IAG-PRIN-11", asked(msgspec.structs.replace(ALL_FOUR, schooling=None)), AS_OF)
    assert (blank.result, blank.reason) == (Result.UNKNOWN, "Not asked: school or learning.")
    assert on_file("IAG-PRIN-11", asked(ALL_FOUR), AS_OF).result is Result.PASS
    assert on_file("IAG-PRIN-11", the_case(*OPENING, as_of=AS_OF), AS_OF).result is Result.UNKNOWN


def took_part(step: HeardAt, how: str = "drew her day", **more: Any) -> Record:
    return written(Participation(step=step, how=how, **more), "2024-05-20")


@pytest.mark.rule("IAG-PRIN-13")
def test_the_child_has_its_say_at_each_step_or_it_is_said_why_not() -> None:
    held = (*OPENING, plan("2024-04-18", "O1"), reviewed("2024-05-20"))
    at_two = [took_part(HeardAt.ASSESSMENT), took_part(HeardAt.PLAN)]

    told_us = [msgspec.structs.replace(one, how_known=HowKnown.IMPORTED) for one in (*OPENING[1:], *held[3:])]
    brought_in = [*OPENING[0], *told_us]

    assert on_file("IAG-PRIN-13", the_case(*held, as_of=AS_OF), AS_OF).result is Result.FAIL
    assert on_file("IAG-PRIN-13", the_case(*brought_in, as_of=AS_OF), AS_OF).result is Result.UNKNOWN
    found = on_file("IAG-PRIN-13", the_case(*held, *at_two, took_part(HeardAt.REVIEW, ""), as_of=AS_OF), AS_OF)
    assert (found.result, found.reason) == (
        Result.FAIL,
        "It is not recorded how the child took part in: review.",
    )
    why_not = took_part(HeardAt.REVIEW, "", why_not="in hospital")
    assert on_file("IAG-PRIN-13", the_case(*held, *at_two, why_not, as_of=AS_OF), AS_OF).result is Result.PASS
    assert on_file("IAG-PRIN-13", the_case(registered("2024-03-04"), as_of=AS_OF), AS_OF).result is Result.NA


@pytest.mark.rule("IAG-DB-05")
def test_the_cases_of_each_caseworker_are_counted() -> None:
    cases = [the_case(registered("2024-03-04", worker=code), as_of=AS_OF) for code in ("W-04", "W-04", "W-09")]

    assert {slot: figure.value for slot, figure in figures("IAG-DB-05", cases, AS_OF).items()} == {"W-04": 2, "W-09": 1}


@pytest.mark.rule("IAG-PRIN-07")
def test_a_record_that_nobody_signed_for_is_counted() -> None:
    nameless = written(Assignment(worker=PersonCode("W-04")), "2024-03-04", by="")
    cases = [the_case(*OPENING, nameless, as_of=AS_OF), the_case(*OPENING, as_of=AS_OF)]

    assert figures("IAG-PRIN-07", cases, AS_OF)[""].value == 1


def planned_after(days: int, sex: Sex) -> CaseFile:
    opening = written(Registration(programme=ProgrammeId("north"), sex=sex), "2024-01-01")
    on = (day("2024-01-01").fromordinal(day("2024-01-01").toordinal() + days)).isoformat()
    return the_case(opening, plan(on, "O1"), as_of=AS_OF)


@pytest.mark.rule("IAG-PRIN-03")
def test_a_group_that_waits_longer_for_its_plan_asks_a_question_and_small_groups_stay_hidden() -> None:
    girls = [planned_after(61, Sex.FEMALE) for _ in range(5)]
    boys = [planned_after(40, Sex.MALE) for _ in range(5)]
    others = [planned_after(90, Sex.OTHER) for _ in range(4)]
    told = figures("IAG-PRIN-03", [*girls, *boys, *others], AS_OF)

    assert {slot: (figure.value, bool(figure.question)) for slot, figure in told.items()} == {
        "female": (61, True),
        "male": (40, True),
    }
    alike = figures("IAG-PRIN-03", [*girls, *(planned_after(48, Sex.MALE) for _ in range(5))], AS_OF)
    assert {figure.question for figure in alike.values()} == {""}


def ended_for(reason: ClosureReason, sex: Sex) -> CaseFile:
    opening = written(Registration(programme=ProgrammeId("north"), sex=sex), "2024-03-04")
    return the_case(opening, closed(reason, "2024-05-20"), as_of=AS_OF)


@pytest.mark.rule("IAG-PRIN-03")
def test_a_group_that_reaches_its_goals_less_often_asks_a_question() -> None:
    girls = [ended_for(ClosureReason.ENDED_BY_FAMILY, Sex.FEMALE) for _ in range(5)]
    boys = [ended_for(ClosureReason.GOALS_MET, Sex.MALE) for _ in range(5)]
    told = figures("IAG-PRIN-03", [*girls, *boys], AS_OF)

    assert {slot: (figure.value, bool(figure.question)) for slot, figure in told.items()} == {
        "ended.female": (0, True),
        "ended.male": (100, True),
    }


@pytest.mark.rule("IAG-PRIN-08")
def test_cases_of_which_no_feedback_is_on_file_for_long_are_counted() -> None:
    held = (*OPENING, plan("2024-01-02", "O1"))
    silent = the_case(*held, as_of="2024-06-01")
    heard = the_case(*held, written(Feedback(said="fine"), "2024-05-20"), as_of="2024-06-01")
    told = figures("IAG-PRIN-08", [silent, heard], "2024-06-01")

    assert {slot: figure.value for slot, figure in told.items()} == {"silent": 1, "share": 50}


@pytest.mark.parametrize(
    ("rule", "keys"),
    [
        pytest.param("IAG-S2-07", ["limits_agreed_with"], marks=pytest.mark.rule("IAG-S2-07")),
        pytest.param("IAG-PRIN-04", ["conduct_signed"], marks=pytest.mark.rule("IAG-PRIN-04")),
        pytest.param("IAG-DB-06", ["entry_staff_trained"], marks=pytest.mark.rule("IAG-DB-06")),
        pytest.param("IAG-DB-08", ["other_databases"], marks=pytest.mark.rule("IAG-DB-08")),
        pytest.param(
            "IAG-DB-09",
            ["forms_agreed", "database_agreed", "sharing_rules_agreed", "protection_rules_agreed"],
            marks=pytest.mark.rule("IAG-DB-09"),
        ),
    ],
)
def test_what_the_agency_has_not_put_in_place_is_named_with_its_setting(rule: str, keys: list[str]) -> None:
    case = the_case(*OPENING, as_of=AS_OF)
    silent = figures(rule, [case], AS_OF)

    assert {slot: (figure.value, figure.missing) for slot, figure in silent.items()} == {
        key: (None, Missing(setting=f"iag_core.{key}")) for key in keys
    }
    assert list(figures(rule, [case], AS_OF, **{keys[0]: "2024-01-10, with AG-02"})) == keys[1:]


def test_every_declared_row_stands_on_a_field_a_setting_or_a_page() -> None:
    def named(fields: tuple[FormField, ...]) -> set[str]:
        return {field.rule for field in fields} | {rule for field in fields for rule in named(field.rows)}

    kinds: tuple[type[msgspec.Struct], ...] = (*CORE_KINDS, *KINDS, Meeting)
    on_fields = {rule for kind in kinds for rule in named(fields_of(kind))}
    standing = on_fields | {setting.rule for setting in SETTINGS} | {rule for page in HOST.pages for rule in page.rules}
    declared = {rule.id for rule in HOST.rules() if not rule.kind.is_computed}
    assert declared - standing == set()
    content = {rule.id for rule in HOST.rules() if rule.kind is RuleKind.CONTENT}
    assert content == {rule for page in HOST.pages for rule in page.rules}


def test_a_risk_that_was_raised_at_a_follow_up_wants_a_decision() -> None:
    def seen(decision: str) -> CaseFile:
        visit = written(msgspec.structs.replace(VISIT, decision=decision), "2024-05-01")
        return the_case(*OPENING, risk("low", "2024-03-05"), risk("high", "2024-05-01"), visit, as_of=AS_OF)

    assert on_file("IAG-S5-10", seen(""), AS_OF).result is Result.FAIL
    assert on_file("IAG-S5-10", seen("review called"), AS_OF).result is Result.PASS


@pytest.mark.rule("IAG-DB-03")
def test_how_often_time_limits_were_kept_lately_is_seen_with_the_cases_behind_it() -> None:
    kept = the_case(registered("2024-03-04"), assessed("2024-03-05"), fully_assessed("2024-04-04"), as_of="2024-05-01")
    late = the_case(registered("2024-03-04"), assessed("2024-03-08"), as_of="2024-05-01")
    told = figures("IAG-DB-03", [kept, late], "2024-05-01")

    assert {slot: figure.value for slot, figure in told.items()} == {
        "first_assessment.late": 1,
        "first_assessment.share": 50,
        "full_assessment.late": 1,
        "full_assessment.share": 50,
        "plan.late": 1,
        "plan.share": 0,
        "review.late": 0,
        "visit.late": 0,
    }


@pytest.mark.rule("IAG-S5-09")
def test_a_refused_private_talk_brings_the_hint_of_a_visit_without_notice() -> None:
    case = the_case(*OPENING, as_of=AS_OF)
    (said,) = on_saving("IAG-S5-09", case, msgspec.structs.replace(VISIT, seen_alone=SeenAlone.REFUSED), "2024-05-02")

    assert said.message == (
        "A private talk was refused: a visit without notice may fit; talk it over with the supervisor."
    )
    assert on_saving("IAG-S5-09", case, VISIT, "2024-05-02") == ()
