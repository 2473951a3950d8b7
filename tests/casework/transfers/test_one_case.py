"""One case to another agency: consent before the file, here until they accept, refused, withdrawn or declined."""

from datetime import date, timedelta

import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import Draft, RefusedError, check, save
from supervisor_tui.casework.transfers.acts import TransferAct, first_values
from supervisor_tui.casework.transfers.doing import do
from supervisor_tui.casework.transfers.gate import hindrances
from supervisor_tui.casework.transfers.packing import pack_of
from supervisor_tui.casework.transfers.steps import TransferStep
from supervisor_tui.casework.transfers.view import transfer_view
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.records.closing import Closure, ClosureReason
from supervisor_tui.domain.records.consent import Consent, ConsentWithdrawn
from supervisor_tui.domain.records.transfer import Transfer
from supervisor_tui.domain.status import Status, status
from supervisor_tui.domain.transfers import hand_overs
from supervisor_tui.guidance.findings import Severity
from supervisor_tui.guidance.forms import FieldProblem
from tests.casework.transfers.handing_over import (
    AGAINST,
    AGREED,
    CODE,
    PROPOSED,
    TODAY,
    TOLD,
    done,
    planned,
    refused,
    signed,
)

SENT = {"file_handed_on": "2026-11-21"}


def test_from_the_proposal_to_the_look_afterwards_each_act_leads_to_the_next(desk: Desk) -> None:
    steps = [
        done(desk, TransferAct.PROPOSE, PROPOSED),
        done(desk, TransferAct.CONSENT, AGREED),
        done(desk, TransferAct.PLAN, TOLD),
        done(desk, TransferAct.SEND, SENT),
        done(desk, TransferAct.ACCOMPANY, {"not_accompanied_because": "400 km away"}),
        done(desk, TransferAct.ACCEPT, {"accepted_on": "2026-11-21"}),
    ]
    assert steps == [
        TransferStep.ASK_FAMILY,
        TransferStep.PLAN,
        TransferStep.SEND,
        TransferStep.ANSWER,
        TransferStep.ANSWER,
        TransferStep.CLOSE,
    ]
    assert done(desk, TransferAct.CLOSE, {"because": "the set of these tests is never ready"}) is TransferStep.LOOK
    assert done(desk, TransferAct.LOOK, {"works": "yes"}) is TransferStep.DONE
    assert len(desk.case(CODE).of(Transfer)) == 1


def test_the_case_is_worked_with_here_until_the_other_agency_accepts(desk: Desk) -> None:
    planned(desk)
    done(desk, TransferAct.SEND, SENT)
    assert status(desk.case(CODE)) is Status.OPEN
    assert refused(desk, TransferAct.CLOSE, {"because": "sent"}) == (
        "AG-11 has not accepted the case; until it does, the case stays here."
    )


def test_a_closing_as_handed_over_past_the_flow_needs_a_reason_while_nobody_accepted(desk: Desk) -> None:
    planned(desk)
    sentence = "AG-11 has not accepted the case; until it does, the case stays here. Say why it closes all the same."
    found = check(desk, CODE, Draft(Closure(reason=ClosureReason.TRANSFER), TODAY))
    assert sentence in [one.message for one in found if one.severity is Severity.REFUSE]


@pytest.mark.rule("IAG-TRF-04")
def test_no_pack_and_no_file_without_consent(desk: Desk) -> None:
    done(desk, TransferAct.PROPOSE, PROPOSED)
    with pytest.raises(RefusedError, match="not known whether child or family agree that AG-11 gets the file"):
        pack_of(desk, CODE)
    assert refused(desk, TransferAct.SEND, SENT) != ""


@pytest.mark.rule("IAG-TRF-03")
def test_no_file_goes_before_the_hand_over_is_planned_and_told(desk: Desk) -> None:
    done(desk, TransferAct.PROPOSE, PROPOSED)
    done(desk, TransferAct.CONSENT, AGREED)
    sentences = [refused(desk, TransferAct.SEND, SENT)]
    for plan in ({"what": "file"}, {**TOLD, "explained_on": None}, {**TOLD, "explained_on": "2026-11-22"}):
        done(desk, TransferAct.PLAN, plan)
        sentences.append(refused(desk, TransferAct.SEND, SENT))
    assert sentences == [
        "There is no plan for the hand-over: what goes, by whom and until when. Plan it first.",
        "The plan for the hand-over does not say by whom, until when. Plan it first.",
        *["Child and family have not been told the plan for the hand-over. Tell them first."] * 2,
    ]
    assert transfer_view(desk, desk.case(CODE)).against == (sentences[-1],)
    done(desk, TransferAct.PLAN, TOLD)
    assert done(desk, TransferAct.SEND, SENT) is TransferStep.ANSWER


@pytest.mark.rule("IAG-TRF-03")
def test_a_plan_for_an_earlier_proposal_is_no_plan_for_another_agency(desk: Desk) -> None:
    planned(desk)
    desk.clock.now += timedelta(days=1)  # type: ignore[attr-defined]
    done(desk, TransferAct.WITHDRAW, {"withdrawn_on": "2026-11-22", "withdrawn_because": "wrong agency"})
    do(desk, CODE, TransferAct.PROPOSE, {**PROPOSED, "agency": "AG-12"})
    do(desk, CODE, TransferAct.CONSENT, AGREED)
    assert "no plan" in refused(desk, TransferAct.SEND, {"file_handed_on": "2026-11-22"})


def test_a_consent_for_another_agency_or_of_a_later_day_lets_nothing_go(desk: Desk) -> None:
    done(desk, TransferAct.PROPOSE, PROPOSED)
    done(desk, TransferAct.CONSENT, AGREED)
    assert hindrances(desk.case(CODE), TODAY) == ()
    assert refused(desk, TransferAct.SEND, {"file_handed_on": "2026-11-20"}) != ""
    done(desk, TransferAct.WITHDRAW, {"withdrawn_on": "2026-11-21", "withdrawn_because": "wrong agency"})
    done(desk, TransferAct.PROPOSE, {**PROPOSED, "agency": "AG-12"})
    assert refused(desk, TransferAct.SEND, SENT) == (
        "It is not known whether child or family agree that AG-12 gets the file; it stays here."
    )


def test_a_consent_taken_back_keeps_the_file_here(desk: Desk) -> None:
    planned(desk)
    given = desk.case(CODE).of(Consent)[-1]
    save(desk, CODE, (Draft(ConsentWithdrawn(consent=given.id), TODAY),))
    assert refused(desk, TransferAct.SEND, SENT) == (
        "There is no consent to give the file to AG-11 that holds on this day; it stays here."
    )


def test_a_record_typed_past_the_acts_is_warned_of_since_it_may_have_happened(desk: Desk) -> None:
    done(desk, TransferAct.PROPOSE, PROPOSED)
    entry = desk.case(CODE).of(Transfer)[-1]
    body = Transfer(agency="AG-11", file_handed_on=TODAY)
    found = check(desk, CODE, Draft(body, entry.on, amends=entry.id))
    assert [one.severity for one in found if one.field == "file_handed_on"] == [Severity.WARN]


def test_who_declines_keeps_the_file_here_and_the_case_may_be_offered_again(desk: Desk) -> None:
    done(desk, TransferAct.PROPOSE, PROPOSED)
    assert done(desk, TransferAct.CONSENT, {**AGREED, "agreed": "no"}) is TransferStep.DECLINED
    assert refused(desk, TransferAct.SEND, SENT) == "Child and family want no hand-over; the file stays here."
    assert done(desk, TransferAct.PROPOSE, {**PROPOSED, "agency": "AG-12"}) is TransferStep.ASK_FAMILY


@pytest.mark.rule("IAG-TRF-06")
def test_against_their_wishes_the_file_goes_only_with_reason_talk_and_a_managers_signature(desk: Desk) -> None:
    done(desk, TransferAct.PROPOSE, PROPOSED)
    done(desk, TransferAct.OVERRULE, {**AGAINST, "discussed_on": None})
    assert refused(desk, TransferAct.SEND, SENT) == (
        "It is not written down when it was talked over openly with child and family. "
        "No manager has signed the hand-over against their wishes."
    )
    done(desk, TransferAct.OVERRULE, AGAINST)
    signed(desk)
    done(desk, TransferAct.PLAN, TOLD)
    assert done(desk, TransferAct.SEND, SENT) is TransferStep.ANSWER


def test_who_carries_the_case_cannot_sign_it_away_against_wishes(desk: Desk) -> None:
    done(desk, TransferAct.PROPOSE, PROPOSED)
    done(desk, TransferAct.OVERRULE, AGAINST)
    with pytest.raises(RefusedError, match="W-04 carries this case"):
        signed(desk, approver="W-04")
    assert refused(desk, TransferAct.SEND, SENT) == "No manager has signed the hand-over against their wishes."


def test_a_refusal_leaves_the_case_here_and_counts_as_no_hand_over(desk: Desk) -> None:
    planned(desk)
    done(desk, TransferAct.SEND, SENT)
    step = done(desk, TransferAct.REFUSE, {"refused_on": "2026-11-21", "refused_because": "no place"})
    assert step is TransferStep.REFUSED
    assert (hand_overs(desk.case(CODE), TODAY), status(desk.case(CODE))) == ((), Status.OPEN)
    done(desk, TransferAct.PROPOSE, {**PROPOSED, "agency": "AG-12"})
    view = transfer_view(desk, desk.case(CODE))
    assert [(one.body.agency, one.body.refused_because) for one in view.earlier] == [("AG-11", "no place")]


def test_what_was_accepted_is_neither_refused_nor_taken_back(desk: Desk) -> None:
    planned(desk)
    done(desk, TransferAct.ACCEPT, {"accepted_on": "2026-11-21"})
    fields = {"withdrawn_on": "2026-11-21", "withdrawn_because": "changed our mind"}
    assert refused(desk, TransferAct.WITHDRAW, fields) == "AG-11 has accepted the case already."


def test_a_second_proposal_beside_the_first_is_refused(desk: Desk) -> None:
    done(desk, TransferAct.PROPOSE, PROPOSED)
    assert refused(desk, TransferAct.PROPOSE, PROPOSED) == "The case is being handed over to AG-11 already."


def test_before_a_day_of_refusal_the_hand_over_was_under_way(desk: Desk) -> None:
    planned(desk)
    done(desk, TransferAct.REFUSE, {"refused_on": "2026-11-21", "refused_because": "no place"})
    assert hindrances(desk.case(CODE), date(2026, 11, 20)) != ("No hand-over of this case is under way.",)
    assert hindrances(desk.case(CODE), TODAY) == ("No hand-over of this case is under way.",)


def test_a_needed_field_left_blank_is_pointed_at(desk: Desk) -> None:
    assert do(desk, CODE, TransferAct.PROPOSE, {"agency": "AG-11"}) == FieldProblem("reason", "This is needed.")


@pytest.mark.rule("IAG-CLS-12")
def test_the_plan_begins_with_everything_that_is_open(desk: Desk) -> None:
    done(desk, TransferAct.PROPOSE, PROPOSED)
    case = desk.case(CODE)
    assert first_values(case, TransferAct.PLAN, TODAY)["open_work"] == ["A1"]
    assert transfer_view(desk, case).not_planned == ("A1",)
    done(desk, TransferAct.PLAN, {**TOLD, "open_work": ["A1"]})
    assert transfer_view(desk, desk.case(CODE)).not_planned == ()


def test_a_case_nobody_wants_to_hand_over_has_no_hand_over(desk: Desk) -> None:
    view = transfer_view(desk, desk.case(CaseCode("C-0062")))
    assert (view.step, view.steps, view.against) == (TransferStep.NONE, (), ())
