"""Short words for what happens in the examples of this set, and the questions asked of them."""

from collections.abc import Iterable
from datetime import date
from importlib import import_module
from typing import Any

import msgspec

from reintegration_benchmarks.benchmarks.score import Score
from reintegration_benchmarks.guidance import SET
from reintegration_benchmarks.records.closure_visit import ClosureVisit
from reintegration_benchmarks.records.scores_form import SCORES_7A, NotApplicable, ScoresForm
from supervisor_tui.domain.answers import Answer
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem, DueState, due_state
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.meetings.kinds import ConferencePurpose, MeetingKind
from supervisor_tui.domain.records.closing import Approval, ApprovalDecision, Approved, ApprovingBody
from supervisor_tui.domain.records.contact import Channel, FollowUp, Review
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.note import MeetingHeld
from supervisor_tui.domain.records.placement import Placement, PlacementEnded, PlacementKind
from supervisor_tui.domain.settings import AgencyValue
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.testing import LONG_AGO, a_case, a_programme, registered, written

HOST = PluginHost.discover(candidates=[(SET, lambda: import_module("reintegration_benchmarks.plugin"))])

Happened = Record | Iterable[Record]


def host_with(**values: int) -> PluginHost:
    """Return a host in which the agency chose its own numbers."""
    return HOST.with_agency_values(
        AgencyValue(SET, key, value, PersonCode("W-21"), LONG_AGO, "agreed") for key, value in values.items()
    )


def the_case(*happened: Happened, as_of: str, registered_on: str = "2024-01-01", code: str = "C-0060") -> CaseFile:
    """Return a case for which this set decides, as it stands on a day."""
    return a_case(registered(registered_on), *happened, code=code, programme=a_programme(SET), as_of=as_of)


def moved(on: str, form: PlacementKind = PlacementKind.REUNIFICATION) -> Record:
    """Return the move into a family on P."""
    return written(Placement(form=form, household="H-01"), on)


def broke_down(on: str) -> Record:
    """Return the end of a placement."""
    return written(PlacementEnded(reason="quarrel"), on)


def visit(on: str, seen: YesNo | None = YesNo.YES, channel: Channel = Channel.HOME_VISIT) -> Record:
    """Return a contact; a home visit with the child seen unless said otherwise."""
    return written(FollowUp(channel=channel, child_seen=seen), on)


def scores(
    on: str,
    *zeros: str,
    form: type[ScoresForm] = SCORES_7A,
    na: Iterable[str] = (),
    blank: Iterable[str] = (),
    **more: Any,
) -> Record:
    """Return the scores of a review: 1 everywhere but where said, agreed with the family."""
    values: dict[str, Any] = {one.field: Score.REACHED for one in form.INDICATORS}
    numbers = {one.number: one.field for one in form.INDICATORS}
    for number in zeros:
        values[numbers[number]] = Score.NOT_REACHED
    for number in na:
        values[numbers[number]] = Score.DOES_NOT_APPLY
    for number in blank:
        values[numbers[number]] = None
    reasons = tuple(NotApplicable(item=number, reason="too young") for number in na)
    values |= {"family_agreed": YesNo.YES, "not_applicable": reasons, "not_applicable_agreed": YesNo.YES} | more
    return written(form(**values), on)


def review(on: str, *zeros: str, next_on: str = "", **more: Any) -> tuple[Record, Record]:
    """Return a complete case review: the review of the plan and the scores of the same day."""
    agreed = date.fromisoformat(next_on) if next_on else None
    return written(Review(plan_still_right=YesNo.YES, next_on=agreed), on), scores(on, *zeros, **more)


def conference(on: str, *bodies: ApprovingBody) -> Record:
    """Return the conference on closing; case manager and Sub-County Children's Officer came unless said otherwise."""
    came = bodies or (ApprovingBody.CASE_MANAGER, ApprovingBody.SCCO)
    return written(MeetingHeld(kind=MeetingKind.CONFERENCE, purpose=ConferencePurpose.CLOSURE, bodies=came), on)


def approved(
    on: str,
    *bodies: ApprovingBody,
    decision: ApprovalDecision = ApprovalDecision.APPROVED,
    condition_met_on: str = "",
) -> tuple[Record, ...]:
    """Return what bodies decided about closing; both of them approve unless said otherwise."""
    met = date.fromisoformat(condition_met_on) if condition_met_on else None
    return tuple(
        written(Approval(what=Approved.CLOSURE, body=body, decision=decision, condition_met_on=met), on)
        for body in bodies or (ApprovingBody.CASE_MANAGER, ApprovingBody.SCCO)
    )


def farewell(on: str, seen: YesNo | None = YesNo.YES) -> Record:
    """Return the closing visit."""
    return written(ClosureVisit(child_seen=seen), on)


def duties(case: CaseFile, as_of: str, *rules: str, host: PluginHost = HOST) -> dict[str, DueItem]:
    """Return the due items of some rules by slot, asked through the host."""
    found = [item for one in host.due_items(case, date.fromisoformat(as_of)) for item in one.items]
    return {item.slot: item for item in found if item.rule in rules}


def state(item: DueItem, as_of: str) -> DueState:
    """Return the state of a due item on a day."""
    return due_state(item, date.fromisoformat(as_of))


def answer(case: CaseFile, as_of: str, rule: str, host: PluginHost = HOST) -> Answer:
    """Return the answer of one closure check, asked through the host."""
    (reviewed,) = host.review_closing(case, date.fromisoformat(as_of))
    return next(check.answer for check in reviewed.checks if check.rule.id == rule)


def short(found: Answer) -> tuple[str, date | None]:
    """Return an answer's result and earliest day."""
    return (found.result.value, found.earliest)


def slot_days(found: dict[str, DueItem]) -> dict[str, str]:
    """Return the due days by slot, as ISO texts."""
    return {slot: msgspec.to_builtins(item.due) for slot, item in found.items()}
