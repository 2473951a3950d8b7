"""Short words for what happens in the examples of this set, and the questions asked of them."""

from collections.abc import Iterable
from datetime import date, datetime

import msgspec

import iag_core.plugin
from iag_core.guidance import SET
from supervisor_tui.domain.answers import Answer
from supervisor_tui.domain.calendar import is_after
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem, DueState, due_state
from supervisor_tui.domain.ids import PersonCode, ProgrammeId, RuleId
from supervisor_tui.domain.programme import Context
from supervisor_tui.domain.records.assessment import Assessment, AssessmentStage, NeedAnswer, RiskLevelSet
from supervisor_tui.domain.records.closing import (
    Approval,
    ApprovalDecision,
    Approved,
    ApprovingBody,
    Closure,
    ClosureReason,
    ClosureRequest,
)
from supervisor_tui.domain.records.contact import Channel, FollowUp, Review, Situation
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import RecordBody, YesNo
from supervisor_tui.domain.records.plan import CasePlan, Goal, GoalOutcome, GoalStatus, PlanConcluded
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.domain.records.seen import SeenCheck
from supervisor_tui.domain.settings import AgencyValue
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.guidance.findings import Finding
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.testing import LONG_AGO, a_case, a_programme, written

HOST = PluginHost.discover(candidates=[(SET, lambda: iag_core.plugin)])
DEVELOPMENT, EMERGENCY = Context.DEVELOPMENT, Context.EMERGENCY
Happened = Record | Iterable[Record]


def the_case(*happened: Happened, as_of: str, context: Context | None = DEVELOPMENT) -> CaseFile:
    """Return a case for which this set decides, as it stands on a day."""
    return a_case(*happened, programme=a_programme(SET, context=context), as_of=as_of)


def host(**settings: int | str) -> PluginHost:
    """Return a host with the agency's own values of these settings."""
    return HOST.with_agency_values(
        AgencyValue(SET, key, value, PersonCode("W-21"), LONG_AGO, "agreed") for key, value in settings.items()
    )


def duties(case: CaseFile, as_of: str, **settings: int | str) -> tuple[DueItem, ...]:
    """Return every due item of the set."""
    return next(found.items for found in host(**settings).due_items(case, date.fromisoformat(as_of)))


def due(rule: str, case: CaseFile, as_of: str, **settings: int | str) -> tuple[DueItem, ...]:
    """Return the due items of one rule."""
    return tuple(item for item in duties(case, as_of, **settings) if item.rule == RuleId(rule))


def the_duty(rule: str, case: CaseFile, as_of: str, **settings: int | str) -> DueItem:
    """Return the only due item of a rule."""
    (item,) = due(rule, case, as_of, **settings)
    return item


def open_duty(rule: str, case: CaseFile, as_of: str, **settings: int | str) -> DueItem:
    """Return the only due item of a rule that is neither done nor missed."""
    (item,) = (
        item
        for item in due(rule, case, as_of, **settings)
        if state(item, as_of) not in {DueState.DONE, DueState.MISSED}
    )
    return item


def state(item: DueItem, as_of: str) -> DueState:
    """Return what the item is on a day."""
    return due_state(item, date.fromisoformat(as_of))


def in_time(item: DueItem) -> bool:
    """Say whether the item was done, and not after its limit."""
    return item.done is not None and item.due is not None and not is_after(item.done, item.due)


def day(text: str) -> date:
    """Return an ISO day."""
    return date.fromisoformat(text)


def moment(text: str) -> datetime:
    """Return an ISO moment in the offset of Nairobi."""
    return datetime.fromisoformat(f"{text}:00+03:00")


def answer(rule: str, case: CaseFile, as_of: str, **settings: int | str) -> Answer:
    """Return the answer of one closure check."""
    (review,) = host(**settings).review_closing(case, date.fromisoformat(as_of))
    return next(check.answer for check in review.checks if check.rule.id == rule)


def registered(
    on: str,
    *,
    at: str = "",
    urgent: YesNo | None = YesNo.NO,
    born: str = "",
    age: int | None = None,
    estimated: YesNo | None = None,
    concerns: tuple[str, ...] = (),
    duties_from: str = "",
    worker: str = "W-04",
) -> tuple[Record, ...]:
    """Return the registration, at an hour if one is given, and the assignment to a caseworker."""
    opening = Registration(
        programme=ProgrammeId("north"),
        at=moment(at) if at else None,
        urgent=urgent,
        born_on=day(born) if born else None,
        age_years=age,
        age_estimated=estimated,
        concerns=concerns,
        duties_from=day(duties_from) if duties_from else None,
    )
    return written(opening, on), written(Assignment(worker=PersonCode(worker)), on)


def assessed(
    on: str,
    stage: AssessmentStage = AssessmentStage.INITIAL,
    *,
    at: str = "",
    started: str = "",
    finished: YesNo = YesNo.YES,
    needs: NeedAnswer | None = None,
) -> Record:
    """Return an assessment with one answer for all six basic needs."""
    return written(
        Assessment(
            stage=stage,
            at=moment(at) if at else None,
            started_on=day(started) if started else None,
            finished=finished,
            physical_protection=needs,
            health=needs,
            safety=needs,
            food=needs,
            shelter=needs,
            medical_care=needs,
        ),
        on,
    )


def fully_assessed(on: str, *, started: str = "", finished: YesNo = YesNo.YES) -> Record:
    """Return a comprehensive assessment."""
    return assessed(on, AssessmentStage.COMPREHENSIVE, started=started, finished=finished)


def revised(on: str) -> Record:
    """Return a revision of the assessment."""
    return assessed(on, AssessmentStage.REVISION)


def risk(level: str, on: str) -> Record:
    """Return a risk level of the usual scale."""
    return written(RiskLevelSet(level=level), on)


def plan(
    on: str, *goals: str, interim: YesNo = YesNo.NO, every: int | None = None, daily: YesNo | None = None
) -> Record:
    """Return a case plan with goals of these numbers."""
    return written(
        CasePlan(
            interim=interim,
            goals=tuple(Goal(goal=goal, text="school") for goal in goals),
            follow_up_every_days=every,
            daily_contact=daily,
        ),
        on,
    )


def goal(number: str, status: GoalStatus, on: str) -> Record:
    """Return what became of a goal."""
    return written(GoalOutcome(goal=number, status=status), on)


def contact(
    on: str,
    channel: Channel = Channel.CALL,
    *,
    situation: Situation | None = None,
    safe: YesNo | None = None,
    care: YesNo | None = None,
    next_on: str = "",
) -> Record:
    """Return a follow-up."""
    agreed = day(next_on) if next_on else None
    return written(FollowUp(channel=channel, situation=situation, safe=safe, care_supported=care, next_on=agreed), on)


def good_visit(on: str) -> Record:
    """Return a home visit that found the child safe and things no worse."""
    return contact(on, Channel.HOME_VISIT, situation=Situation.SAME, safe=YesNo.YES, care=YesNo.YES)


def reviewed(on: str) -> Record:
    """Return a review of the plan."""
    return written(Review(progress=YesNo.YES), on)


def plan_concluded(on: str) -> Record:
    """Return the end of the plan."""
    return written(PlanConcluded(), on)


def closing_asked(
    reason: ClosureReason | None,
    on: str,
    *,
    by: str = "",
    safe: YesNo | None = None,
    supervisor: YesNo | None = None,
) -> Record:
    """Return a request to close."""
    return written(ClosureRequest(reason=reason, asked_by=by, safe_to_end=safe, supervisor_agrees=supervisor), on)


def closed(reason: ClosureReason, on: str, *, visit_agreed: YesNo | None = None) -> Record:
    """Return a closing."""
    return written(Closure(reason=reason, visit_agreed=visit_agreed), on)


def signed(
    on: str,
    by: str | None = "W-21",
    *,
    body: ApprovingBody = ApprovingBody.MANAGER,
    decision: ApprovalDecision = ApprovalDecision.APPROVED,
    seen: tuple[SeenCheck, ...] = (SeenCheck("IAG-CLS-02", "pass"),),
    condition_met: str = "",
) -> Record:
    """Return a decision on closing."""
    return written(
        Approval(
            what=Approved.CLOSURE,
            body=body,
            decision=decision,
            approver=PersonCode(by) if by else None,
            seen=seen,
            condition_met_on=day(condition_met) if condition_met else None,
        ),
        on,
    )


def unreadable(kind: str, on: str) -> Record:
    """Return a stored record that no longer decodes."""
    return msgspec.structs.replace(written(PlanConcluded(), on), kind=kind, body=msgspec.Raw(b'{"no_such_field":1}'))


def on_file(rule: str, case: CaseFile, as_of: str, **settings: int | str) -> Answer:
    """Return the answer of one check of the case file."""
    (found,) = host(**settings).case_checks(case, date.fromisoformat(as_of))
    return next(check.answer for check in found.checks if check.rule.id == rule)


def on_saving(rule: str, case: CaseFile, draft: RecordBody, on: str, **settings: int | str) -> tuple[Finding, ...]:
    """Return what one rule says of a record about to be saved."""
    found = host(**settings).check_draft(case, draft, date.fromisoformat(on))
    return tuple(finding for finding in found if finding.rule == rule)


def figures(rule: str, cases: Iterable[CaseFile], as_of: str, **settings: int | str) -> dict[str, Figure]:
    """Return the figures of one indicator by their slot."""
    found = host(**settings).figures.of(cases, date.fromisoformat(as_of))
    return {figure.slot: figure for figure in found if figure.rule == rule}
