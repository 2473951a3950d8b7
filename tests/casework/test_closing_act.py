"""Closing against guidance that decides needs a reason, and an approval needs the approver's own passphrase."""

import dataclasses
from datetime import date

import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import Draft, RefusedError, needs_signature, save
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.programme import Standing
from supervisor_tui.domain.records.closing import (
    Approval,
    ApprovalDecision,
    Approved,
    ApprovingBody,
    Closure,
    ClosureReason,
)
from supervisor_tui.domain.records.responsibility import GuidanceForCase
from supervisor_tui.domain.status import Status, status
from supervisor_tui.guidance.host import PluginHost

TODAY = date(2026, 11, 21)
CODE = CaseCode("C-0048")


@pytest.fixture
def decided(desk: Desk) -> Desk:
    """The desk with the real sets, of which the Inter-Agency Guidelines decide for this case."""
    with_sets = dataclasses.replace(desk, host=PluginHost.discover())
    word = GuidanceForCase(set="iag_core", standing=Standing.DECIDES, reason="agreed")  # type: ignore[arg-type]
    save(with_sets, CODE, [Draft(word, date(2026, 11, 1))])
    return with_sets


def test_a_closing_that_guidance_is_not_ready_for_is_refused_without_a_reason(decided: Desk) -> None:
    with pytest.raises(RefusedError, match=r"decides here and says: not yet.*Say why"):
        save(decided, CODE, [Draft(Closure(reason=ClosureReason.GOALS_MET), TODAY)])
    assert status(decided.case(CODE)) is Status.CLOSING


def test_a_closing_with_a_reason_keeps_the_checks_as_they_stood(decided: Desk) -> None:
    save(decided, CODE, [Draft(Closure(reason=ClosureReason.GOALS_MET, because="moved abroad"), TODAY)])
    case = decided.case(CODE)
    assert status(case) is Status.CLOSED
    closed = case.latest(Closure)
    assert closed is not None
    seen = {check.rule: check for check in closed.body.seen}
    assert (seen["IAG-CLS-13"].result, seen["IAG-CLS-13"].accepted_because) == ("fail", "moved abroad")
    assert ("iag_core", "1.0", "decides") in [(one.set, one.version, one.standing) for one in closed.body.sets_seen]


def test_a_set_that_only_informs_asks_for_no_reason(desk: Desk) -> None:
    with_sets = dataclasses.replace(desk, host=PluginHost.discover())
    off = GuidanceForCase(set="field_practice", standing=Standing.INFORMS, reason="trial")  # type: ignore[arg-type]
    save(with_sets, CODE, [Draft(off, date(2026, 11, 1))])
    save(with_sets, CODE, [Draft(Closure(reason=ClosureReason.GOALS_MET), TODAY)])
    assert status(with_sets.case(CODE)) is Status.CLOSED


def test_an_approval_that_names_an_approver_is_refused_until_they_signed(desk: Desk) -> None:
    body = Approval(
        what=Approved.CLOSURE,
        body=ApprovingBody.SUPERVISOR,
        decision=ApprovalDecision.APPROVED,
        approver=PersonCode("S-01"),
    )
    draft = Draft(body, TODAY)
    assert needs_signature(draft) == "S-01"
    with pytest.raises(RefusedError, match="S-01 has to sign with their own passphrase"):
        save(desk, CODE, [draft])
    assert save(desk, CODE, [Draft(body, TODAY, signed=True)])


def test_an_approval_of_a_body_outside_needs_no_passphrase_here(desk: Desk) -> None:
    body = Approval(what=Approved.CLOSURE, body=ApprovingBody.SCCO, decision=ApprovalDecision.APPROVED)
    assert save(desk, CODE, [Draft(body, TODAY)])
