"""The closing report says years later on what a case was closed, whatever became of the guidance."""

import dataclasses
from datetime import date, datetime
from itertools import starmap

import msgspec
import pytest

from prerana_exit.records.client_request import Asker, ClientRequest, Wish
from supervisor_tui.casework.closing_report.comparing import ComparedNumber, compared
from supervisor_tui.casework.closing_report.course import CourseLine, course
from supervisor_tui.casework.closing_report.on_paper import report_as_markdown, report_on_paper
from supervisor_tui.casework.closing_report.report import Basis, closing_report, overridden
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import Draft, save
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.ids import CaseCode, PersonCode, RuleId, SetId
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
from supervisor_tui.domain.records.kind import RecordBody, YesNo
from supervisor_tui.domain.records.responsibility import GuidanceForCase
from supervisor_tui.domain.records.seen import SeenCheck
from supervisor_tui.domain.settings import AgencyValue
from supervisor_tui.exchange.paper.paper import PaperForm
from supervisor_tui.exchange.paper.printed import printed
from supervisor_tui.guidance.host import PluginHost
from tests.tui.agency import NAIROBI, NOW

CODE = CaseCode("C-0048")
IAG, PRERANA = SetId("iag_core"), SetId("prerana_exit")
CLOSED = date(2026, 11, 21)
A_YEAR_LATER = datetime(2027, 11, 21, 9, 0, tzinfo=NAIROBI)
NINE_MONTHS = AgencyValue(PRERANA, "window_months", 9, PersonCode("S-01"), date(2026, 1, 10), "agreed by the board")
SIX_MONTHS = AgencyValue(PRERANA, "window_months", 6, PersonCode("S-01"), date(2027, 3, 1), "after the review")


def signed(decision: ApprovalDecision, words: str = "") -> Approval:
    if decision is ApprovalDecision.NOT_APPROVED:
        return Approval(what=Approved.CLOSURE, body=ApprovingBody.SCCO, decision=decision, reason=words)
    return Approval(what=Approved.CLOSURE, body=ApprovingBody.SCCO, decision=decision, condition=words)


STORY: tuple[tuple[str, RecordBody], ...] = (
    ("2026-11-01", GuidanceForCase(set=IAG, standing=Standing.DECIDES, reason="agreed")),
    ("2026-11-01", GuidanceForCase(set=PRERANA, standing=Standing.INFORMS, reason="on trial")),
    ("2026-11-14", ClosureRequest(asked_by="W-04", withdrawn=YesNo.YES, note="the aunt is ill")),
    ("2026-11-17", ClosureRequest(reason=ClosureReason.GOALS_MET, asked_by="W-04")),
    ("2026-11-18", signed(ApprovalDecision.NOT_APPROVED, "visit her once more")),
    ("2026-11-20", signed(ApprovalDecision.APPROVED, "she moves abroad on Sunday")),
    ("2026-11-21", Closure(reason=ClosureReason.GOALS_MET, because="moved abroad | for good", visit_agreed=YesNo.NO)),
)


@pytest.fixture
def closed(desk: Desk) -> Desk:
    """Ruth's desk on the evening on which C-0048 was closed against the Inter-Agency Guidelines."""
    at_work = dataclasses.replace(desk, host=PluginHost.discover(agency_values=[NINE_MONTHS]))
    for day, body in STORY:
        save(at_work, CODE, [Draft(body, date.fromisoformat(day))])
    return at_work


def later(desk: Desk, host: PluginHost) -> Desk:
    """The same desk a year later, with another host."""
    return dataclasses.replace(desk, host=host, clock=lambda: A_YEAR_LATER)


def test_the_way_to_the_closing_is_told_with_refusal_and_withdrawal(closed: Desk) -> None:
    report = closing_report(closed, closed.case(CODE))
    told = [
        ("2026-11-12", "Asked for", "W-04", "goals met and safe"),
        ("2026-11-14", "Request taken back", "W-04", "the aunt is ill"),
        ("2026-11-17", "Asked for", "W-04", "goals met and safe"),
        ("2026-11-18", "Not approved", "Sub-County Children's Officer", "visit her once more"),
        ("2026-11-20", "Approved", "Sub-County Children's Officer", "she moves abroad on Sunday"),
        ("2026-11-21", "Closed", "S-01", "moved abroad | for good"),
    ]
    assert course(report) == tuple(
        starmap(CourseLine, [(date.fromisoformat(day), what, who, note) for day, what, who, note in told])
    )


def test_what_was_overridden_is_named_for_the_set_that_decides_and_no_other(closed: Desk) -> None:
    report = closing_report(closed, closed.case(CODE))
    against = overridden(report)
    assert {check.set for check in against} == {IAG}
    assert {check.accepted_because for check in against} == {"moved abroad | for good"}
    assert "IAG-CLS-11" in [check.rule for check in against]
    informing = [check for check in report.signed.checks if check.set == PRERANA]
    assert "PX-P1" in [check.rule for check in informing if check.result == "unknown"]


def test_the_paper_holds_answers_rule_ids_versions_and_numbers_with_their_source(closed: Desk) -> None:
    text = report_as_markdown(closing_report(closed, closed.case(CODE)))
    assert "(iag\\_core 1.0) | decides | not yet" in text
    assert "(prerana\\_exit 0.1) | informs | not known" in text
    assert "S-01 closed the case on 2026-11-21 although guidance that decides here was not ready." in text
    assert "Reason: moved abroad \\| for good" in text
    risk = "| FU-15 (002) | No risk of harm is left | not yet (advises) | The level of risk is “medium”. | "
    assert risk + "The level of risk is “medium”. (2025-10-04, recorded) |" in text
    assert "(prerana\\_exit.window\\_months) | 9 months | the agency: S-01, 2026-01-10, agreed by the board |" in text
    assert "(prerana\\_exit.wish\\_shown\\_times) | 2 days | guidance: ours |" in text
    assert "- **Kept until:** nobody has decided" in text


@pytest.mark.parametrize(
    ("form", "begins"), [(PaperForm.HTML, b"<!"), (PaperForm.DOCX, b"PK"), (PaperForm.PDF, b"%PDF")]
)
def test_the_report_is_printed_in_every_form(closed: Desk, form: PaperForm, begins: bytes) -> None:
    report = closing_report(closed, closed.case(CODE))
    assert printed(report_on_paper(report, compared(closed, report)), form).startswith(begins)


def test_a_year_later_the_report_is_the_same_and_the_guidance_answers_otherwise(closed: Desk) -> None:
    before = closing_report(closed, closed.case(CODE))
    at_work = later(closed, PluginHost.discover({"iag_core"}, [SIX_MONTHS]))
    asked_to_end = ClientRequest(asker=Asker.CLIENT, wish=Wish.END_ALL)
    save(at_work, CODE, [Draft(asked_to_end, date(2026, 11, 3))])
    after = closing_report(at_work, at_work.case(CODE))
    assert (after.signed, after.approvals, after.closed) == (before.signed, before.approvals, before.closed)

    found = compared(at_work, after)
    assert (found.signed_on, found.as_of, found.basis) == (CLOSED, A_YEAR_LATER.date(), Basis.CLOSURE)
    sets = {one.set: one for one in found.sets}
    gone = "not known: this guidance is not installed"
    assert (sets[IAG].version_then, sets[IAG].version_today, sets[IAG].words_today) == ("1.0", "", gone)
    title = "How long a wish to end must be kept up, unless a case has its own length"
    assert sets[PRERANA].numbers == (ComparedNumber("prerana_exit.window_months", title, "9", "6"),)
    answers = {one.rule: (one.then, one.same_day, one.today) for one in found.changed}
    assert answers["IAG-CLS-02"] == (Result.PASS, None, None)
    assert answers["PX-P1-e"] == (Result.UNKNOWN, Result.PASS, Result.PASS)
    text = report_as_markdown(after, found)
    assert "## What the guidance would answer now" in text
    assert "| PX-P1-e The client wants the work to end | not known | in order | in order |" in text


def test_asked_again_on_the_same_day_nothing_has_changed(closed: Desk) -> None:
    report = closing_report(closed, closed.case(CODE))
    found = compared(closed, report)
    assert found.changed == ()
    assert found.same == len(report.signed.checks)


def test_where_nobody_signed_the_report_says_so_and_answers_for_the_day(desk: Desk) -> None:
    with_sets = dataclasses.replace(desk, host=PluginHost.discover())
    report = closing_report(with_sets, with_sets.case(CODE))
    assert (report.signed.basis, report.signed.on, report.closed) == (Basis.NOT_SIGNED, NOW.date(), None)
    assert overridden(report) == ()


def test_an_approval_is_the_basis_until_the_case_is_closed(desk: Desk) -> None:
    at_work = dataclasses.replace(desk, host=PluginHost.discover())
    save(at_work, CODE, [Draft(STORY[0][1], date(2026, 11, 1))])
    save(at_work, CODE, [Draft(signed(ApprovalDecision.CONDITIONAL, "one more visit"), date(2026, 11, 20))])
    report = closing_report(at_work, at_work.case(CODE))
    assert (report.signed.basis, report.signed.on) == (Basis.APPROVAL, date(2026, 11, 20))
    assert course(report)[-1].note == "one more visit (not met yet)"


def test_where_single_checks_alone_were_kept_the_paper_says_so(desk: Desk) -> None:
    seen = (SeenCheck(rule=RuleId("IAG-CLS-03"), result=Result.PASS),)
    approval = Approval(what=Approved.CLOSURE, body=ApprovingBody.SCCO, decision=ApprovalDecision.APPROVED, seen=seen)
    with_sets = dataclasses.replace(desk, host=PluginHost.discover())
    save(with_sets, CODE, [Draft(approval, CLOSED)])
    report = closing_report(with_sets, with_sets.case(CODE))
    kept = msgspec.structs.replace(report, signed=msgspec.structs.replace(report.signed, sets=(), checks=seen))
    paper = report_as_markdown(kept, None)
    assert "2026-11-21, as they stood at the last approval\n" in paper
    assert "Kept are the single checks below" in paper
    assert "Nothing was kept" not in paper


def test_the_closing_itself_is_left_out_of_the_file_that_is_asked_again(closed: Desk) -> None:
    at_work = later(closed, closed.host)
    found = compared(at_work, closing_report(at_work, at_work.case(CODE)))
    assert "FU-19" not in [one.rule for one in found.changed]
