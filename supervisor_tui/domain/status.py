"""Where a case stands: intake, open, closing or closed, in which episode and at which of the six steps."""

from datetime import date

import msgspec

from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.records.assessment import Assessment, AssessmentStage
from supervisor_tui.domain.records.closing import Closure, ClosureRequest, Reopening
from supervisor_tui.domain.records.contact import FollowUp, Review
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import CasePlan
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.wording import _


class Status(Choice):
    """What the agency is doing with the case."""

    INTAKE = "intake", _("intake")
    OPEN = "open", _("open")
    CLOSING = "closing", _("closing")
    CLOSED = "closed", _("closed")


class Step(Choice):
    """The six steps of case management (004 §1.2)."""

    REGISTRATION = "1", _("registration")
    ASSESSMENT = "2", _("assessment")
    PLAN = "3", _("case plan")
    IMPLEMENTATION = "4", _("implementation")
    FOLLOW_UP = "5", _("follow-up and review")
    CLOSURE = "6", _("closure")


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


def status(case: CaseFile) -> Status:
    """Return where the case stands."""
    present = episode(case)
    if present is not None and present.closed_on is not None:
        return Status.CLOSED
    if present is None or worker(case) is None:
        return Status.INTAKE
    return Status.CLOSING if closing_request(case) else Status.OPEN


def step(case: CaseFile) -> Step:
    """Return the step of the present episode that the records show the case to have reached."""
    present = episode(case)
    if status(case) in {Status.CLOSED, Status.CLOSING}:
        return Step.CLOSURE
    if present is None:
        return Step.REGISTRATION
    since = present.opened_on
    plan = case.latest_where(CasePlan, lambda body: body.interim is YesNo.NO)
    if plan is not None and plan.on >= since:
        looked_at = any(entry.on > plan.on for kind in (FollowUp, Review) for entry in case.of(kind))
        return Step.FOLLOW_UP if looked_at else Step.IMPLEMENTATION
    assessed = [
        entry.body.stage for entry in case.of(Assessment) if entry.on >= since and entry.body.finished is YesNo.YES
    ]
    if AssessmentStage.COMPREHENSIVE in assessed:
        return Step.PLAN
    return Step.ASSESSMENT
