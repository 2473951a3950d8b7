"""The earliest closing day: the latest of six days, each of which has to be known.

Twelve months after the move; one month after the final review; the closing conference; the approval of the case manager
and of the Sub-County Children's Officer; the closing visit. Each step counts only if it comes after the one before it.
(003 SOP 11 to 13; putting them together is our own.)
"""

from datetime import date

import msgspec

from reintegration_benchmarks.case_reviews import scores_kind
from reintegration_benchmarks.closing.closing_stretch import counts_since, final_review
from reintegration_benchmarks.placement_period import PlacementPeriod
from reintegration_benchmarks.records.closure_visit import ClosureVisit
from reintegration_benchmarks.settings import CLOSURE_GAP_MONTHS, MIN_MONITORING_MONTHS, decided
from supervisor_tui.domain.answers import Fact, Missing
from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.meetings.in_case_file import conferences
from supervisor_tui.domain.meetings.kinds import ConferencePurpose
from supervisor_tui.domain.records.closing import Approval, ApprovalDecision, Approved, ApprovingBody
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.note import MeetingHeld
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _

BOTH = {ApprovingBody.CASE_MANAGER, ApprovingBody.SCCO}
"""Who has to be at the conference that decides about closing."""


class Limit(msgspec.Struct, frozen=True):
    """One of the days before which a case may not close; `day` is None while it is not known, `missing` says why."""

    title: str
    day: date | None
    fact: Fact | None = None
    missing: Missing | None = None


def closing_limits(case: CaseFile, period: PlacementPeriod, settings: Settings) -> tuple[Limit, ...]:
    """Return the six limits in the order in which they come about."""
    review = _after_review(case, period, settings)
    conference = _conference(case, period)
    manager = _approval(case, conference, ApprovingBody.CASE_MANAGER)
    officer = _approval(case, conference, ApprovingBody.SCCO)
    return (_monitored(period, settings), review, conference, manager, officer, _visit(case, manager, officer))


def earliest_closing_day(limits: tuple[Limit, ...]) -> date | None:
    """Return the latest of the limits, or None while one of them is not known."""
    days = [limit.day for limit in limits if limit.day is not None]
    return max(days) if len(days) == len(limits) else None


def _monitored(period: PlacementPeriod, settings: Settings) -> Limit:
    months = decided(settings, MIN_MONITORING_MONTHS)
    fact = period.entry.fact(_("moved on {day}").format(day=period.began_on))
    return Limit(_("{months} months since the move").format(months=months), add_months(period.began_on, months), fact)


def _after_review(case: CaseFile, period: PlacementPeriod, settings: Settings) -> Limit:
    months = decided(settings, CLOSURE_GAP_MONTHS)
    title = _("final review and {months} month for the family to prepare").format(months=months)
    review = final_review(case, period)
    if review is None:
        return Limit(title, None, missing=Missing(record=scores_kind(case).KIND, who=_("caseworker")))
    fact = review.fact(_("final review on {day}").format(day=review.on))
    return Limit(title, add_months(review.on, months), fact)


def _conference(case: CaseFile, period: PlacementPeriod) -> Limit:
    """Return the first closing conference since the final review to which both came."""
    title = _("closing conference with case manager and Sub-County Children's Officer")
    review = final_review(case, period)
    since = review.on if review else counts_since(case, period)
    held = next(
        (
            one
            for one in conferences(case, ConferencePurpose.CLOSURE)
            if one.on >= since and one.bodies is not None and set(one.bodies) >= BOTH
        ),
        None,
    )
    if held is None:
        return Limit(title, None, missing=Missing(record=MeetingHeld.KIND, field="bodies", who=_("case manager")))
    return Limit(title, held.on, held.fact)


def _approval(case: CaseFile, conference: Limit, body: ApprovingBody) -> Limit:
    """Return the day on which a body approved: its latest word since the conference, a condition met included."""
    title = _("approval: {body}").format(body=body.label)
    said = case.latest_where(Approval, lambda one: one.what is Approved.CLOSURE and one.body is body)
    day = approved_on(said) if said else None
    if said is None or day is None or conference.day is None or said.on < conference.day:
        return Limit(title, None, missing=Missing(record=Approval.KIND, who=body.label))
    return Limit(title, day, said.fact(_("approved on {day}").format(day=day)))


def approved_on(approval: Entry[Approval]) -> date | None:
    """Return the day from which an approval counts, or None where it was refused or waits for its condition."""
    match approval.body.decision:
        case ApprovalDecision.APPROVED:
            return approval.on
        case ApprovalDecision.CONDITIONAL:
            met = approval.body.condition_met_on
            return max(approval.on, met) if met else None
        case _:
            return None


def _visit(case: CaseFile, *approvals: Limit) -> Limit:
    """Return the first closing visit with the child seen that came after both approvals."""
    title = _("closing visit after both approvals, child seen")
    days = [approval.day for approval in approvals if approval.day is not None]
    visits = case.of(ClosureVisit) if len(days) == len(approvals) else ()
    made = next((one for one in visits if one.on >= max(days) and one.body.child_seen is YesNo.YES), None)
    if made is None:
        return Limit(title, None, missing=Missing(record=ClosureVisit.KIND, field="child_seen", who=_("caseworker")))
    return Limit(title, made.on, made.fact(_("closing visit on {day}").format(day=made.on)))
