"""Where a case stands: intake, open, closing or closed, in which episode and at which of the six steps."""

from datetime import date

import msgspec

from supervisor_tui.domain.case_file import CaseFile, Entry, told_once
from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.intake import is_waiting_for_agreement
from supervisor_tui.domain.records.assessment import Assessment, AssessmentStage
from supervisor_tui.domain.records.closing import Closure, ClosureRequest, Reopening
from supervisor_tui.domain.records.contact import FollowUp, Review
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import CasePlan
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.domain.records.steps import Step, StepBack
from supervisor_tui.wording import _


class Status(Choice):
    """What the agency is doing with the case."""

    INTAKE = "intake", _("intake")
    OPEN = "open", _("open")
    CLOSING = "closing", _("closing")
    CLOSED = "closed", _("closed")


class Episode(msgspec.Struct, frozen=True):
    """One stretch of work from opening to closing; a reopened case has more than one.

    number counts from 1. closed_on is None while it is open.
    """

    number: int
    opened_on: date
    closed_on: date | None = None


def registration(case: CaseFile) -> Entry[Registration] | None:
    """Return the registration, or None for a file that has none."""
    return case.latest(Registration)


@told_once
def episodes(case: CaseFile) -> tuple[Episode, ...]:
    """Return the episodes in order; none for a file without a registration."""
    opening = registration(case)
    if opening is None:
        return ()
    found = [Episode(1, opening.on)]
    turns: list[tuple[date, bool]] = sorted(
        [(entry.on, False) for entry in case.of(Closure)] + [(entry.on, True) for entry in case.of(Reopening)]
    )
    for day, reopens in turns:
        last = found[-1]
        if reopens and last.closed_on is not None:
            found.append(Episode(last.number + 1, day))
        elif not reopens and last.closed_on is None:
            found[-1] = msgspec.structs.replace(last, closed_on=day)
    return tuple(found)


def episode(case: CaseFile) -> Episode | None:
    """Return the present episode, or the last one of a closed case."""
    found = episodes(case)
    return found[-1] if found else None


def closure(case: CaseFile) -> Entry[Closure] | None:
    """Return the closure of a closed case; None for one that is not closed, or that was reopened."""
    present = episode(case)
    if present is None or present.closed_on is None:
        return None
    return case.latest(Closure)


def closing_request(case: CaseFile) -> Entry[ClosureRequest] | None:
    """Return the request to close in the present episode, unless it was taken back, be it on the same day."""
    present = episode(case)
    asked = case.latest(ClosureRequest)
    if present is None or asked is None or asked.on < present.opened_on:
        return None
    of_that_day = [entry for entry in case.of(ClosureRequest) if entry.on == asked.on]
    taken_back = any(entry.body.withdrawn is YesNo.YES for entry in of_that_day)
    return None if taken_back else asked


def worker(case: CaseFile) -> PersonCode | None:
    """Return the caseworker who carries the case, or None for an intake that nobody has been given."""
    given = case.latest(Assignment)
    return given.body.worker if given else None


@told_once
def status(case: CaseFile) -> Status:
    """Return where the case stands; it stays an intake until somebody carries it, and until they agreed to it.

    A case that was opened again is no intake: whether they still agree is a question of the reopening.
    """
    present = episode(case)
    if present is not None and present.closed_on is not None:
        return Status.CLOSED
    if present is None or worker(case) is None:
        return Status.INTAKE
    if closing_request(case):
        return Status.CLOSING
    return Status.INTAKE if present.number == 1 and is_waiting_for_agreement(case) else Status.OPEN


def step(case: CaseFile) -> Step:
    """Return the step of the present episode that the records show the case to have reached.

    Where the work went back to a step, what was done before that day counts only for the steps before it.
    """
    present = episode(case)
    if status(case) in {Status.CLOSED, Status.CLOSING}:
        return Step.CLOSURE
    if present is None:
        return Step.REGISTRATION
    reached, back = _reached(case, present, None), went_back(case)
    if back is None or _before(reached, back.body.to):
        return reached
    return _later(back.body.to, _reached(case, present, back))


def went_back(case: CaseFile) -> Entry[StepBack] | None:
    """Return the last time in the present episode that the work went back to an earlier step, or None."""
    present, back = episode(case), case.latest(StepBack)
    return None if present is None or back is None or back.on < present.opened_on else back


def done_anew_since(case: CaseFile, one: Step) -> date | None:
    """Return the day since when a step has to be done anew, or None.

    That is the day on which the work went back to it or to a step before it, else that of a reopening.
    """
    present, back = episode(case), went_back(case)
    if back is not None and not _before(one, back.body.to):
        return back.on
    return present.opened_on if present is not None and present.number > 1 else None


def _reached(case: CaseFile, present: Episode, back: Entry[StepBack] | None) -> Step:
    """Return the step that the work has reached; work of steps that were opened again counts from that day."""

    def since(one: Step) -> date:
        return present.opened_on if back is None or _before(one, back.body.to) else back.on

    plan = case.latest_where(CasePlan, lambda body: body.interim is YesNo.NO)
    if plan is not None and plan.on >= since(Step.PLAN):
        after = max(plan.on, since(Step.FOLLOW_UP))
        looked_at = any(entry.on > after for kind in (FollowUp, Review) for entry in case.of(kind))
        return Step.FOLLOW_UP if looked_at else Step.IMPLEMENTATION
    assessed = {
        entry.body.stage
        for entry in case.of(Assessment)
        if entry.on >= since(Step.ASSESSMENT) and entry.body.finished is YesNo.YES
    }
    return Step.PLAN if assessed & {AssessmentStage.COMPREHENSIVE, AssessmentStage.REVISION} else Step.ASSESSMENT


def _before(one: Step, other: Step) -> bool:
    return list(Step).index(one) < list(Step).index(other)


def _later(one: Step, other: Step) -> Step:
    return other if _before(one, other) else one
