"""Closing as work: asked, refused, taken back, asked again, with tasks; nobody decides about their own case."""

import dataclasses
from datetime import date

import pytest

from supervisor_tui.casework.closing import closing_view
from supervisor_tui.casework.closing_steps import ClosingStep, ClosingSteps, closing_steps
from supervisor_tui.casework.closing_work import ask_for_closing, end_task, make_task, take_back_request
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import Draft, RefusedError, save
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.people import Person, Role
from supervisor_tui.domain.programme import Standing
from supervisor_tui.domain.records.closing import (
    Approval,
    ApprovalDecision,
    Approved,
    ApprovingBody,
    Closure,
    ClosureReason,
    ClosureRequest,
)
from supervisor_tui.domain.records.closing_task import TaskState
from supervisor_tui.domain.records.responsibility import GuidanceForCase
from supervisor_tui.domain.status import Status, closing_request, status, worker
from supervisor_tui.guidance.host import PluginHost

TODAY = date(2026, 11, 21)
CODE = CaseCode("C-0048")


@pytest.fixture
def office(desk: Desk) -> Desk:
    """The desk with the real sets, of which the Inter-Agency Guidelines decide for this case."""
    with_sets = dataclasses.replace(desk, host=PluginHost.discover())
    decides = GuidanceForCase(set="iag_core", standing=Standing.DECIDES, reason="agreed")  # type: ignore[arg-type]
    informs = GuidanceForCase(set="prerana_exit", standing=Standing.INFORMS, reason="asked")  # type: ignore[arg-type]
    save(with_sets, CODE, [Draft(decides, date(2026, 11, 1)), Draft(informs, date(2026, 11, 1))])
    return with_sets


def steps(desk: Desk) -> ClosingSteps:
    return closing_steps(desk, closing_view(desk, desk.case(CODE)))


def decide(desk: Desk, decision: ApprovalDecision, approver: str = "S-01", reason: str = "") -> None:
    body = Approval(
        what=Approved.CLOSURE,
        body=ApprovingBody.SUPERVISOR,
        decision=decision,
        approver=PersonCode(approver),
        reason=reason,
    )
    save(desk, CODE, [Draft(body, TODAY, signed=True)])


def test_the_steps_say_what_is_next_and_what_each_set_asks_for(office: Desk) -> None:
    ask_for_closing(office, CODE, ClosureReason.GOALS_MET)
    found = steps(office)
    assert [one.step for one in found.steps] == list(ClosingStep)
    assert found.of(ClosingStep.ASKED).result is Result.PASS
    assert found.next is not None
    assert found.next.step is ClosingStep.CHECKS
    asked = {(part.set, part.check.rule.id) for part in found.of(ClosingStep.APPROVED).parts if part.check}
    assert asked == {("iag_core", "IAG-CLS-13")}
    assert ("prerana_exit", "PX-P2-b-1") in {
        (part.set, part.check.rule.id) for part in found.of(ClosingStep.WAITING).parts if part.check
    }


def test_a_set_that_informs_is_shown_and_does_not_hold_a_step_up(office: Desk) -> None:
    ask_for_closing(office, CODE, ClosureReason.TURNED_18)
    waiting = steps(office).of(ClosingStep.WAITING)
    informing = [part for part in waiting.parts if not part.decides]
    assert informing
    deciding = {part.answer.result for part in waiting.parts if part.decides} - {Result.NA}
    assert waiting.result is (Result.NA if not deciding else waiting.result)


def test_a_refusal_goes_back_with_its_reason_and_stays_visible_after_an_approval(office: Desk) -> None:
    ask_for_closing(office, CODE, ClosureReason.GOALS_MET)
    decide(office, ApprovalDecision.NOT_APPROVED, reason="hear the school first")
    found = steps(office)
    assert found.of(ClosingStep.APPROVED).result is Result.FAIL
    assert [one.body.reason for one in found.refused] == ["hear the school first"]
    save(office, CODE, [Draft(Closure(reason=ClosureReason.GOALS_MET, because="agreed since"), TODAY)])
    assert [one.body.reason for one in steps(office).refused] == ["hear the school first"]


def test_nobody_decides_about_the_case_they_carry(office: Desk) -> None:
    carried_by = worker(office.case(CODE))
    assert carried_by is not None
    with pytest.raises(RefusedError, match=f"{carried_by} carries this case. Somebody else has to decide"):
        decide(office, ApprovalDecision.APPROVED, approver=carried_by)


def test_a_caseworker_cannot_decide_as_a_supervisor(office: Desk) -> None:
    carried_by = worker(office.case(CODE))
    others = [one.code for one in office.store.people.all() if not one.may_approve() and one.code != carried_by]
    with pytest.raises(RefusedError, match="neither supervisor nor manager"):
        decide(office, ApprovalDecision.APPROVED, approver=others[0])


def test_a_supervisor_decides_for_the_manager_only_where_nobody_is_one(office: Desk) -> None:
    body = Approval(
        what=Approved.CLOSURE,
        body=ApprovingBody.MANAGER,
        decision=ApprovalDecision.APPROVED,
        approver=PersonCode("S-01"),
    )
    save(office, CODE, [Draft(body, TODAY, signed=True)])
    office.store.people.add(Person(PersonCode("W-31"), "Grace", (Role.MANAGER,)), office.person.code)
    with pytest.raises(RefusedError, match="S-01 is not a manager here"):
        save(office, CODE, [Draft(body, TODAY, signed=True)])


def test_a_request_is_taken_back_with_a_reason_and_can_be_made_again(office: Desk) -> None:
    ask_for_closing(office, CODE, ClosureReason.GOALS_MET)
    with pytest.raises(RefusedError, match="say why"):
        take_back_request(office, CODE, " ")
    take_back_request(office, CODE, "the uncle is back")
    assert status(office.case(CODE)) is Status.OPEN
    assert [one.body.note for one in steps(office).withdrawn] == ["the uncle is back"]
    with pytest.raises(RefusedError, match="Nobody asks for C-0048 to be closed"):
        take_back_request(office, CODE, "again")


def test_a_reason_in_the_words_of_a_set_belongs_to_one_main_reason(office: Desk) -> None:
    with pytest.raises(RefusedError, match="belongs to the main reason “child or family ends it”"):
        ask_for_closing(office, CODE, ClosureReason.GOALS_MET, "prerana_exit.2b")
    with pytest.raises(RefusedError, match=r"No guidance in force names the reason reintegration_benchmarks\.goals"):
        ask_for_closing(office, CODE, ClosureReason.GOALS_MET, "reintegration_benchmarks.goals")
    asked = ask_for_closing(office, CODE, ClosureReason.ENDED_BY_FAMILY, "prerana_exit.2b")
    assert asked.kind == "closure_request"


def test_a_task_is_open_until_it_is_done_or_dropped_with_a_reason(office: Desk) -> None:
    make_task(office, CODE, "give the school our number", owner="W-04", due_on=date(2026, 11, 25))
    make_task(office, CODE, "clear the account")
    assert steps(office).of(ClosingStep.TASKS).result is Result.FAIL
    end_task(office, CODE, "K1", TaskState.DONE)
    with pytest.raises(RefusedError, match="say why the task is dropped"):
        end_task(office, CODE, "K2", TaskState.DROPPED)
    end_task(office, CODE, "K2", TaskState.DROPPED, "there is none")
    with pytest.raises(RefusedError, match=r"C-0048 has no task K9\. Known: K1, K2"):
        end_task(office, CODE, "K9", TaskState.DONE)
    assert [(one.body.task, one.body.state) for one in steps(office).tasks] == [
        ("K1", TaskState.DONE),
        ("K2", TaskState.DROPPED),
    ]


@pytest.mark.parametrize("left_out", ["iag_core", "prerana_exit", "reintegration_benchmarks"])
def test_what_one_set_asks_for_does_not_depend_on_another(office: Desk, left_out: str) -> None:
    ask_for_closing(office, CODE, ClosureReason.GOALS_MET)
    without = dataclasses.replace(office, host=PluginHost.discover((left_out,)))
    whole = {(one.step, part.set, part.title, part.answer) for one in steps(office).steps for part in one.parts}
    rest = {(one.step, part.set, part.title, part.answer) for one in steps(without).steps for part in one.parts}
    assert rest == {one for one in whole if one[1] != left_out}


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"approver": None}, "Name who decides"),
        ({"approver": PersonCode("W-99")}, "Nobody here has the code W-99"),
        ({"decision": ApprovalDecision.CONDITIONAL}, "say what the condition is"),
        ({"decision": ApprovalDecision.NOT_APPROVED}, "say what has to change first"),
    ],
)
def test_a_decision_needs_somebody_who_signs_and_its_words(
    office: Desk, said: dict[str, object], sentence: str
) -> None:
    whole: dict[str, object] = {
        "what": Approved.CLOSURE,
        "body": ApprovingBody.SUPERVISOR,
        "decision": ApprovalDecision.APPROVED,
        "approver": PersonCode("S-01"),
    }
    body = Approval(**{**whole, **said})  # type: ignore[arg-type]
    with pytest.raises(RefusedError, match=sentence):
        save(office, CODE, [Draft(body, TODAY, signed=True)])


def test_a_second_request_of_one_day_takes_the_place_of_the_first(office: Desk) -> None:
    save(office, CODE, [Draft(ClosureRequest(), TODAY)])
    ask_for_closing(office, CODE, ClosureReason.TURNED_18)
    asked = closing_request(office.case(CODE))
    assert asked is not None
    assert asked.body.reason is ClosureReason.TURNED_18


def test_a_request_is_taken_back_in_the_name_of_whoever_does_it(office: Desk) -> None:
    save(office, CODE, [Draft(ClosureRequest(reason=ClosureReason.GOALS_MET, asked_by="W-02"), date(2026, 11, 18))])
    take_back_request(office, CODE, "the uncle is back")
    assert [one.body.asked_by for one in steps(office).withdrawn] == [office.person.code]


def test_a_closed_case_is_not_asked_to_be_closed_again(office: Desk) -> None:
    save(office, CODE, [Draft(Closure(reason=ClosureReason.GOALS_MET, because="moved abroad"), TODAY)])
    with pytest.raises(RefusedError, match=r"C-0048 is closed\. Open it again first"):
        ask_for_closing(office, CODE, ClosureReason.GOALS_MET)
    with pytest.raises(RefusedError, match=r"C-0048 is closed\. Open it again first"):
        take_back_request(office, CODE, "the uncle is back")
