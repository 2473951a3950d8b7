"""The first and the full assessment on file: what was asked, how it was come to, and in which words."""

from typing import Any

import msgspec
import pytest

from iag_core.records.assessment_work import AssessmentWork, ChildView, Contradiction, Source
from iag_core.records.decision import Decision, WeighedOption
from iag_core.records.interview import Interview
from iag_core.records.service_gap import ServiceGap
from supervisor_tui.domain.answers import Missing, Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.records.assessment import (
    Assessment,
    AssessmentStage,
    Concern,
    ImmediateAction,
    NeedAnswer,
)
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.records.contact import Channel, FollowUp, SeenAlone
from supervisor_tui.domain.records.envelope import HowKnown, Record
from supervisor_tui.domain.records.kind import RecordBody, YesNo
from supervisor_tui.domain.records.note import Note
from supervisor_tui.domain.records.plan import CasePlan, PlannedAction
from supervisor_tui.domain.records.words_kept import WordsKept
from supervisor_tui.guidance.findings import Severity
from supervisor_tui.testing import written
from tests.plugins.iag_core.stories import (
    answer,
    closing_asked,
    day,
    figures,
    fully_assessed,
    on_file,
    on_saving,
    registered,
    risk,
    signed,
    state,
    the_case,
    the_duty,
)

OPENING = registered("2024-03-04")
MET = NeedAnswer.MET
FIRST = Assessment(
    stage=AssessmentStage.INITIAL,
    assessor=PersonCode("W-04"),
    physical_protection=MET,
    health=MET,
    safety=MET,
    food=MET,
    shelter=MET,
    medical_care=MET,
)
INTERIM = CasePlan(interim=YesNo.YES, actions=(PlannedAction(action="I1", text="food"),))


def first_look(on: str = "2024-03-05", **changes: Any) -> Record:
    return written(msgspec.structs.replace(FIRST, **changes), on)


def after(*records: Record, as_of: str = "2024-04-30") -> CaseFile:
    return the_case(OPENING, first_look(), fully_assessed("2024-03-25"), *records, as_of=as_of)


@pytest.mark.rule("IAG-S2-04")
def test_an_assessment_may_be_of_the_day_of_registration_and_not_before() -> None:
    same_day = the_case(OPENING, first_look("2024-03-04"), as_of="2024-03-10")
    earlier = the_case(OPENING, first_look("2024-03-03"), as_of="2024-03-10")

    assert on_file("IAG-S2-04", same_day, "2024-03-10").result is Result.PASS
    assert on_file("IAG-S2-04", earlier, "2024-03-10").result is Result.FAIL
    assert on_saving("IAG-S2-04", the_case(OPENING, as_of="2024-03-10"), FIRST, "2024-03-04") == ()
    (said,) = on_saving("IAG-S2-04", the_case(OPENING, as_of="2024-03-10"), FIRST, "2024-03-03")
    assert (said.severity, said.field) == (Severity.WARN, "on")


@pytest.mark.rule("IAG-S2-05")
@pytest.mark.parametrize(
    ("shelter", "expected"), [(None, Result.FAIL), (NeedAnswer.NOT_KNOWN, Result.UNKNOWN), (MET, Result.PASS)]
)
def test_each_basic_need_is_asked_at_the_first_assessment(shelter: NeedAnswer | None, expected: Result) -> None:
    case = the_case(OPENING, first_look(shelter=shelter), as_of="2024-03-10")
    found = on_file("IAG-S2-05", case, "2024-03-10")

    assert found.result is expected
    assert found.missing == (None if expected is Result.PASS else Missing(record="assessment", field="shelter"))


@pytest.mark.rule("IAG-S2-06")
def test_a_risk_level_is_set_at_the_first_assessment() -> None:
    waiting, silent = the_case(OPENING, as_of="2024-03-10"), the_case(OPENING, first_look(), as_of="2024-03-10")
    levelled = the_case(OPENING, first_look(), risk("medium", "2024-03-05"), as_of="2024-03-10")
    other_scale = the_case(OPENING, first_look(), risk("amber", "2024-03-05"), as_of="2024-03-10")
    results = [on_file("IAG-S2-06", case, "2024-03-10").result for case in (waiting, silent, levelled, other_scale)]

    assert results == [Result.NA, Result.FAIL, Result.PASS, Result.UNKNOWN]


@pytest.mark.rule("IAG-S2-13")
@pytest.mark.parametrize(
    ("needs", "more", "as_of", "expected"),
    [
        ({"food": NeedAnswer.UNMET}, (), "2024-03-06", Result.FAIL),
        ({"food": NeedAnswer.UNMET}, (), "2024-03-05", Result.UNKNOWN),
        ({"food": NeedAnswer.UNMET}, (written(INTERIM, "2024-03-05"),), "2024-03-06", Result.PASS),
        ({}, (), "2024-03-06", Result.NA),
        (
            dict.fromkeys(("physical_protection", "health", "safety", "food", "shelter", "medical_care")),
            (),
            "2024-03-06",
            Result.UNKNOWN,
        ),
    ],
)
def test_what_is_not_met_gets_an_interim_plan_on_the_same_day(
    needs: dict[str, Any], more: tuple[Record, ...], as_of: str, expected: Result
) -> None:
    case = the_case(OPENING, first_look(**needs), *more, as_of=as_of)

    assert on_file("IAG-S2-13", case, as_of).result is expected


@pytest.mark.rule("IAG-S2-14")
def test_when_harm_is_near_somebody_acts_on_the_same_day() -> None:
    near = written(Concern(concern="K1", text="threat", imminent=YesNo.YES), "2024-03-05")
    acted = [written(ImmediateAction(what="moved"), on) for on in ("2024-03-05", "2024-03-06")]
    cases = [the_case(OPENING, near, *more, as_of="2024-03-07") for more in ([], acted[1:], acted[:1])]

    found = [on_file("IAG-S2-14", case, "2024-03-07") for case in cases]
    assert [one.result for one in found] == [Result.FAIL, Result.FAIL, Result.PASS]
    assert found[0].reason == "Harm about to happen was noted on 2024-03-05; no action of that day is recorded."


@pytest.mark.rule("IAG-S2-20")
@pytest.mark.parametrize(
    ("assessor", "expected"), [("W-09", Result.FAIL), ("W-04", Result.PASS), (None, Result.UNKNOWN)]
)
def test_the_worker_who_stays_makes_the_first_assessment(assessor: str | None, expected: Result) -> None:
    look = first_look(assessor=PersonCode(assessor) if assessor else None)

    assert on_file("IAG-S2-20", the_case(OPENING, look, as_of="2024-03-10"), "2024-03-10").result is expected


@pytest.mark.rule("IAG-S2-15")
def test_a_full_assessment_names_risks_and_strengths() -> None:
    def assessed(**changes: Any) -> CaseFile:
        return the_case(
            OPENING,
            written(Assessment(stage=AssessmentStage.COMPREHENSIVE, **changes), "2024-03-20"),
            as_of="2024-04-01",
        )

    five = ("a", "b", "c", "d", "e")
    blank = on_file("IAG-S2-15", assessed(risks=five), "2024-04-01")
    assert (blank.result, blank.missing) == (Result.FAIL, Missing(record="assessment", field="strengths"))
    both = assessed(risks=("none found",), strengths=("talks openly",))
    assert on_file("IAG-S2-15", both, "2024-04-01").result is Result.PASS


@pytest.mark.rule("IAG-S2-16")
def test_a_need_outside_our_reach_is_referred_or_noted_as_a_gap() -> None:
    look = written(
        Assessment(stage=AssessmentStage.COMPREHENSIVE, needs=("N3 hearing",), out_of_scope=("N3 hearing",)),
        "2024-03-20",
    )
    dropped = the_case(OPENING, look, as_of="2024-04-01")
    noted = the_case(OPENING, look, written(ServiceGap(need="N3"), "2024-03-25"), as_of="2024-04-01")

    found = on_file("IAG-S2-16", dropped, "2024-04-01")
    assert (found.result, found.reason) == (Result.FAIL, "We cannot serve it, and it was not referred: N3 hearing.")
    assert on_file("IAG-S2-16", noted, "2024-04-01").result is Result.PASS
    assert on_file("IAG-S2-16", after(), "2024-04-30").result is Result.NA


WORK = AssessmentWork(
    planned_on=day("2024-03-08"),
    gathered_on=day("2024-03-12"),
    verified_on=day("2024-03-18"),
    analysed_on=day("2024-03-20"),
    sources=(Source.INTERVIEW, Source.HOME_VISIT),
    child_view=ChildView.DECLINED,
    next_steps_on=day("2024-03-25"),
)


@pytest.mark.parametrize(
    ("rule", "changes", "result", "field"),
    [
        pytest.param(
            "IAG-S2-17", {"verified_on": None}, Result.FAIL, "verified_on", marks=pytest.mark.rule("IAG-S2-17")
        ),
        ("IAG-S2-17", {"verified_on": day("2024-03-10")}, Result.UNKNOWN, "planned_on"),
        pytest.param(
            "IAG-S2-21", {"next_steps_on": None}, Result.FAIL, "next_steps_on", marks=pytest.mark.rule("IAG-S2-21")
        ),
        ("IAG-S2-21", {"next_steps_on": day("2024-03-24")}, Result.FAIL, "next_steps_on"),
        pytest.param(
            "IAG-S2-23", {"sources": (Source.INTERVIEW,)}, Result.FAIL, "sources", marks=pytest.mark.rule("IAG-S2-23")
        ),
        ("IAG-S2-23", {"sources": ()}, Result.FAIL, "sources"),
        pytest.param(
            "IAG-S2-26",
            {"child_view": ChildView.NOT_SOUGHT},
            Result.FAIL,
            "child_view",
            marks=pytest.mark.rule("IAG-S2-26"),
        ),
        ("IAG-S2-26", {"child_view": None}, Result.FAIL, "child_view"),
    ],
)
def test_how_the_assessment_was_made_is_filled_in(
    rule: str, changes: dict[str, Any], result: Result, field: str
) -> None:
    whole = after(written(WORK, "2024-03-25"))
    blank = after(written(msgspec.structs.replace(WORK, **changes), "2024-03-25"))
    brought_in = msgspec.structs.replace(fully_assessed("2024-03-25"), how_known=HowKnown.IMPORTED)
    found = on_file(rule, blank, "2024-04-30")

    assert on_file(rule, whole, "2024-04-30").result is Result.PASS
    assert (found.result, found.missing) == (result, Missing(record="iag_core.assessment_work", field=field))
    assert on_file(rule, after(), "2024-04-30").result is Result.FAIL
    assert on_file(rule, the_case(OPENING, brought_in, as_of="2024-04-30"), "2024-04-30").result is Result.UNKNOWN
    assert on_file(rule, the_case(OPENING, as_of="2024-04-30"), "2024-04-30").result is Result.NA


@pytest.mark.rule("IAG-S2-18")
def test_accounts_that_disagree_have_an_outcome() -> None:
    def disagreeing(outcome: str) -> CaseFile:
        two = (Contradiction(about="where the child is from", outcome=outcome),)
        return after(written(msgspec.structs.replace(WORK, contradictions=two), "2024-03-25"))

    found = on_file("IAG-S2-18", disagreeing(""), "2024-04-30")
    assert (found.result, found.reason) == (
        Result.FAIL,
        "Accounts disagree and nothing is said of the outcome: where the child is from.",
    )
    assert on_file("IAG-S2-18", disagreeing("uncle could not be asked"), "2024-04-30").result is Result.PASS
    assert on_file("IAG-S2-18", after(written(WORK, "2024-03-25")), "2024-04-30").result is Result.NA


@pytest.mark.rule("IAG-S2-19")
def test_a_service_in_place_of_a_need_is_pointed_out_and_can_be_kept() -> None:
    def needing(need: str) -> Assessment:
        return Assessment(stage=AssessmentStage.COMPREHENSIVE, needs=(need,))

    (said,) = on_saving("IAG-S2-19", after(), needing("needs to be sent to school"), "2024-04-01")
    assert (said.severity, said.message) == (
        Severity.WARN,
        "“needs to be sent to school” names a service (“sent to school”). What does the child need?",
    )
    assert on_saving("IAG-S2-19", after(), needing("needs education"), "2024-04-01") == ()
    stored = written(needing("needs to be sent to school"), "2024-04-01")
    on_purpose = written(WordsKept(words="Sent to school", reason="the child's own wish"), "2024-04-01")
    assert on_file("IAG-S2-19", after(stored), "2024-04-30").result is Result.FAIL
    assert on_file("IAG-S2-19", after(stored, on_purpose), "2024-04-30").result is Result.PASS
    assert on_saving("IAG-S2-19", after(on_purpose), needing("needs to be sent to school"), "2024-04-02") == ()


@pytest.mark.rule("IAG-DOC-11")
def test_words_that_judge_are_pointed_out_as_whole_words_and_the_list_is_the_agencys() -> None:
    judging = Assessment(stage=AssessmentStage.REVISION, risks=("Mother is Lazy",), note="badly slept")

    (said,) = on_saving("IAG-DOC-11", after(), judging, "2024-04-01")
    assert (said.message, said.keeps) == ("“lazy” judges people. What was seen or said?", "lazy")
    assert on_saving("IAG-DOC-11", after(), judging, "2024-04-01", judging_words="bad") == ()


@pytest.mark.rule("IAG-DOC-11")
@pytest.mark.parametrize(
    ("note", "expected"),
    [("lazy mother", Result.FAIL), ("She says: “lazy mother”.", Result.PASS), ("sleeps long", Result.PASS)],
)
def test_what_a_child_said_is_no_judgement_of_ours(note: str, expected: Result) -> None:
    said = written(Note(text=note), "2024-04-01")
    kept = written(WordsKept(words="lazy", reason="word of the court"), "2024-04-02")

    assert on_file("IAG-DOC-11", after(said), "2024-04-30").result is expected
    assert on_file("IAG-DOC-11", after(said, kept), "2024-04-30").result is Result.PASS


@pytest.mark.rule("IAG-S2-22")
def test_a_case_without_worries_ends_at_the_first_assessment_once_a_manager_signed() -> None:
    opening = registered("2024-04-01")
    look, asked = first_look("2024-04-02"), closing_asked(ClosureReason.AFTER_INITIAL, "2024-04-02")
    agreed = the_case(opening, look, asked, signed("2024-04-03"), as_of="2024-04-04")

    assert answer("IAG-S2-22", agreed, "2024-04-04").result is Result.PASS
    assert {on_file(rule, agreed, "2024-04-04").result for rule in ("IAG-S2-15", "IAG-S3-03", "IAG-S5-14")} == {
        Result.NA
    }
    unsigned = the_case(opening, look, asked, as_of="2024-04-04")
    assert answer("IAG-S2-22", unsigned, "2024-04-04").reason == "No manager has authorised the closing."
    worried = the_case(
        opening, first_look("2024-04-02", food=NeedAnswer.UNMET), asked, signed("2024-04-03"), as_of="2024-04-04"
    )
    assert answer("IAG-S2-22", worried, "2024-04-04").reason == "The first assessment found not met: food."
    unseen = the_case(opening, asked, signed("2024-04-03"), as_of="2024-04-04")
    assert answer("IAG-S2-22", unseen, "2024-04-04").reason == "The first assessment is not finished."
    other = the_case(opening, look, closing_asked(ClosureReason.GOALS_MET, "2024-04-02"), as_of="2024-04-04")
    assert answer("IAG-S2-22", other, "2024-04-04").result is Result.NA


TALK = Interview(
    safe_place=YesNo.YES,
    simple_language=YesNo.YES,
    limits_explained=YesNo.YES,
    purpose_explained=YesNo.YES,
    duty_explained_on=day("2024-03-05"),
    suited_format=YesNo.YES,
    suitable_time=YesNo.YES,
)


@pytest.mark.parametrize(
    ("rule", "changes", "field"),
    [
        pytest.param("IAG-S2-24", {"method": "drawing"}, "trained", marks=pytest.mark.rule("IAG-S2-24")),
        ("IAG-S2-24", {"safe_place": YesNo.NO}, "safe_place"),
        pytest.param("IAG-S2-25", {"limits_explained": None}, "limits_explained", marks=pytest.mark.rule("IAG-S2-25")),
        ("IAG-S2-25", {"purpose_explained": None}, "purpose_explained"),
        pytest.param(
            "IAG-CONS-13",
            {"duty_explained_on": day("2024-03-06")},
            "duty_explained_on",
            marks=pytest.mark.rule("IAG-CONS-13"),
        ),
        ("IAG-CONS-13", {"duty_explained_on": None}, "duty_explained_on"),
        pytest.param("IAG-PRIN-09", {"suited_format": None}, "suited_format", marks=pytest.mark.rule("IAG-PRIN-09")),
    ],
)
def test_a_talk_for_the_assessment_was_held_well_and_explained(rule: str, changes: dict[str, Any], field: str) -> None:
    well = after(written(TALK, "2024-03-05"))
    badly = on_file(rule, after(written(msgspec.structs.replace(TALK, **changes), "2024-03-05")), "2024-04-30")

    assert on_file(rule, well, "2024-04-30").result is Result.PASS
    assert (badly.result, badly.missing) == (Result.FAIL, Missing(record="iag_core.interview", field=field))
    assert on_file(rule, after(), "2024-04-30").result is Result.UNKNOWN


def test_a_method_the_worker_has_learned_is_in_order() -> None:
    trained = msgspec.structs.replace(TALK, method="drawing", trained=YesNo.YES)

    assert on_file("IAG-S2-24", after(written(trained, "2024-03-05")), "2024-04-30").result is Result.PASS


WEIGHED = Decision(
    decision="D-11",
    best_interests="stays with her brothers",
    harm="longer way to school",
    mitigation="neighbour goes along",
    against_wish=YesNo.NO,
    culture_clash=YesNo.NO,
    options=(
        WeighedOption(option="aunt", speaks_for="near", speaks_against="poor"),
        WeighedOption(option="foster family", speaks_for="space", speaks_against="far"),
    ),
)


def decided(on: str = "2024-04-10", **changes: Any) -> Record:
    return written(msgspec.structs.replace(WEIGHED, **changes), on)


@pytest.mark.parametrize(
    ("rule", "changes", "expected"),
    [
        pytest.param("IAG-S2-27", {"against_wish": YesNo.YES}, Result.FAIL, marks=pytest.mark.rule("IAG-S2-27")),
        ("IAG-S2-27", {"against_wish": None}, Result.UNKNOWN),
        (
            "IAG-S2-27",
            {"against_wish": YesNo.YES, "explained_on": day("2024-04-11"), "explanation": "drawn"},
            Result.PASS,
        ),
        ("IAG-PRIN-01", {"harm": ""}, Result.UNKNOWN),
        pytest.param("IAG-PRIN-02", {"best_interests": ""}, Result.FAIL, marks=pytest.mark.rule("IAG-PRIN-02")),
        pytest.param("IAG-PRIN-15", {"culture_clash": YesNo.YES}, Result.FAIL, marks=pytest.mark.rule("IAG-PRIN-15")),
        (
            "IAG-PRIN-15",
            {"culture_clash": YesNo.YES, "harm_reduction": "elder spoke", "clash_risk": "low"},
            Result.PASS,
        ),
        pytest.param(
            "IAG-PRIN-17", {"options": WEIGHED.options[:1]}, Result.FAIL, marks=pytest.mark.rule("IAG-PRIN-17")
        ),
        (
            "IAG-PRIN-17",
            {"options": (WeighedOption(option="aunt", speaks_for="near"), *WEIGHED.options[1:])},
            Result.FAIL,
        ),
    ],
)
def test_a_decision_says_what_it_rests_on(rule: str, changes: dict[str, Any], expected: Result) -> None:
    assert on_file(rule, after(decided()), "2024-04-30").result is Result.PASS
    assert on_file(rule, after(decided(**changes)), "2024-04-30").result is expected
    assert on_file(rule, after(), "2024-04-30").result is Result.NA


@pytest.mark.rule("IAG-PRIN-15")
def test_a_clash_with_custom_asks_for_less_harm_and_a_look_at_the_danger() -> None:
    flagged = decided("2024-05-02", culture_clash=YesNo.YES, harm_reduction="", clash_risk="")

    found = on_file("IAG-PRIN-15", after(flagged, as_of="2024-05-31"), "2024-05-31")
    assert found.result is Result.FAIL


@pytest.mark.rule("IAG-PRIN-01")
def test_at_high_risk_a_decision_without_a_word_on_harm_is_not_in_order() -> None:
    high = after(risk("high", "2024-04-01"), decided(harm=""))

    assert on_file("IAG-PRIN-01", high, "2024-04-30").result is Result.FAIL


def refused(*days: str) -> CaseFile:
    contacts: list[RecordBody] = [FollowUp(channel=Channel.HOME_VISIT, seen_alone=SeenAlone.REFUSED) for _on in days]
    return the_case(OPENING, *(written(body, on) for body, on in zip(contacts, days, strict=True)), as_of="2024-06-01")


@pytest.mark.rule("IAG-S2-28")
def test_a_private_talk_refused_twice_is_raised_for_supervision() -> None:
    twice = figures("IAG-S2-28", [refused("2024-05-02", "2024-05-09")], "2024-05-10")[""]
    once = figures("IAG-S2-28", [refused("2024-05-02")], "2024-05-10")[""]

    assert (twice.value, once.value) == (1, 0)


def test_harm_that_is_near_wants_an_interim_plan_even_if_every_need_is_met() -> None:
    met = first_look()
    near = written(Concern(concern="K1", text="threatened", imminent=YesNo.YES), "2024-03-05")

    assert on_file("IAG-S2-13", the_case(OPENING, met, as_of="2024-03-10"), "2024-03-10").result is Result.NA
    assert on_file("IAG-S2-13", the_case(OPENING, met, near, as_of="2024-03-10"), "2024-03-10").result is Result.FAIL


@pytest.mark.rule("IAG-S2-14")
def test_harm_that_is_near_is_late_from_the_next_day_until_somebody_acts() -> None:
    near = written(Concern(concern="K1", text="threatened", imminent=YesNo.YES), "2024-03-05")
    acted = written(ImmediateAction(what="brought to the safe house"), "2024-03-07")

    def on(as_of: str) -> tuple[str, DueState]:
        item = the_duty("IAG-S2-14", the_case(OPENING, near, acted, as_of=as_of), as_of)
        return item.title, state(item, as_of)

    assert [on(as_of)[1] for as_of in ("2024-03-05", "2024-03-06", "2024-03-07")] == [
        DueState.DUE,
        DueState.OVERDUE,
        DueState.DONE,
    ]
    assert on("2024-03-05")[0] == "Act at once: harm is about to happen"
