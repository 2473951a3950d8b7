"""How far the closing of a case has come: nine steps in a row, whose turn the next one is, and what each set asks for.

A set's part is shown with the set that asks for it. Where a set decides about the case, its parts decide whether a step
is done; parts of sets that inform are shown beside them.
"""

import msgspec

from supervisor_tui.casework.closing import ClosingView
from supervisor_tui.casework.closing_parts import (
    PartAsked,
    of_kinds,
    of_the_agency,
    parts_asked,
    task_as_part,
    together,
)
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.keeping_files import keeping
from supervisor_tui.domain.answers import Answer, Missing, Result
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.closing_tasks import tasks
from supervisor_tui.domain.programme import Standing
from supervisor_tui.domain.records.closing import Approval, ApprovalDecision, Approved, Closure, ClosureRequest
from supervisor_tui.domain.records.closing_task import ClosingTask
from supervisor_tui.domain.records.keeping import FileKept
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.status import closure, episode
from supervisor_tui.guidance.flows import FlowPart
from supervisor_tui.wording import _, ngettext

__all__ = ["ClosingStep", "ClosingSteps", "StepStanding", "closing_steps"]


class ClosingStep(Choice):
    """The steps of closing, in their order."""

    ASKED = "asked", _("asked for")
    CHECKS = "checks", _("checks")
    TALK = "talk", _("talked over")
    APPROVED = "approved", _("approved")
    WAITING = "waiting", _("waiting time")
    TASKS = "tasks", _("tasks")
    CLOSED = "closed", _("closed")
    VISIT = "visit", _("visit after closing")
    KEPT = "kept", _("kept until")


TASKS = (FlowPart.CASEWORK_TASK, FlowPart.OFFICE_TASK, FlowPart.DOCUMENT)
"""The parts that count as tasks."""


class StepStanding(msgspec.Struct, frozen=True):
    """One step: in order is done, not yet is open, does not apply is not asked. `words` says it in a few words."""

    step: ClosingStep
    result: Result
    words: str = ""
    parts: tuple[PartAsked, ...] = ()


class ClosingSteps(msgspec.Struct, frozen=True):
    """The work of closing one case. refused, withdrawn: what stays visible though closing goes on or began anew."""

    steps: tuple[StepStanding, ...]
    refused: tuple[Entry[Approval], ...]
    withdrawn: tuple[Entry[ClosureRequest], ...]
    tasks: tuple[Entry[ClosingTask], ...]

    @property
    def next(self) -> StepStanding | None:
        """The first step that is not done, or None where nothing is left."""
        return next((one for one in self.steps if one.result in {Result.FAIL, Result.UNKNOWN}), None)

    def of(self, step: ClosingStep) -> StepStanding:
        """Return how one step stands."""
        return next(one for one in self.steps if one.step is step)


def closing_steps(desk: Desk, view: ClosingView) -> ClosingSteps:
    """Return how far the closing of a case has come."""
    case, parts = view.case, parts_asked(desk, view.case)
    ended = closure(case)
    own = tasks(case)
    steps = (
        _asked(view, ended),
        _checks(view),
        _step(ClosingStep.TALK, of_kinds(parts, FlowPart.TALK), _conference_words(view)),
        _approved(case, of_kinds(parts, FlowPart.ROLE)),
        _step(ClosingStep.WAITING, of_kinds(parts, FlowPart.WAITING), _from_words(parts)),
        _tasks_step(
            (*of_kinds(parts, FlowPart.CASEWORK_TASK, FlowPart.OFFICE_TASK, FlowPart.DOCUMENT), *map(task_as_part, own))
        ),
        _closed(ended),
        _step(ClosingStep.VISIT, of_kinds(parts, FlowPart.AFTERWARDS)),
        _kept(desk, case, ended),
    )
    return ClosingSteps(steps, refusals(case), withdrawals(case), own)


def refusals(case: CaseFile) -> tuple[Entry[Approval], ...]:
    """Return the refusals to close of the present episode; a later approval does not hide them."""
    return tuple(one for one in _approvals(case) if one.body.decision is ApprovalDecision.NOT_APPROVED)


def withdrawals(case: CaseFile) -> tuple[Entry[ClosureRequest], ...]:
    """Return the requests of the present episode that were taken back."""
    present = episode(case)
    opened = present.opened_on if present else None
    return tuple(
        one
        for one in case.of(ClosureRequest)
        if one.body.withdrawn is YesNo.YES and (opened is None or one.on >= opened)
    )


def _approvals(case: CaseFile) -> tuple[Entry[Approval], ...]:
    present = episode(case)
    return tuple(
        one
        for one in case.of(Approval)
        if one.body.what is Approved.CLOSURE and (present is None or one.on >= present.opened_on)
    )


def _step(step: ClosingStep, parts: tuple[PartAsked, ...], words: str = "") -> StepStanding:
    return StepStanding(step, together(parts), words, parts)


def _asked(view: ClosingView, ended: Entry[Closure] | None) -> StepStanding:
    asked = view.request
    if asked is not None:
        return StepStanding(ClosingStep.ASKED, Result.PASS, asked.on.isoformat())
    if ended is not None:
        return StepStanding(ClosingStep.ASKED, Result.PASS)
    return StepStanding(ClosingStep.ASKED, Result.FAIL, _("nobody asked"))


def _checks(view: ClosingView) -> StepStanding:
    """Say how many sets are ready; their answers are never merged."""
    counting = [one for one in view.reviews if one.standing.standing is Standing.DECIDES] or list(view.reviews)
    if not counting:
        return StepStanding(ClosingStep.CHECKS, Result.UNKNOWN, _("no guidance in force"))
    ready = sum(1 for one in counting if one.verdict is Result.PASS)
    if ready == len(counting):
        return StepStanding(ClosingStep.CHECKS, Result.PASS, _("ready"))
    words = ngettext("{n} thing open", "{n} things open", len(view.open_checks)).format(n=len(view.open_checks))
    result = Result.FAIL if any(one.verdict is Result.FAIL for one in counting) else Result.UNKNOWN
    return StepStanding(ClosingStep.CHECKS, result, words)


def _conference_words(view: ClosingView) -> str:
    if view.conference is None:
        return ""
    return _("conference {day}").format(day=view.conference.day.isoformat())


def _approved(case: CaseFile, parts: tuple[PartAsked, ...]) -> StepStanding:
    """Say who approved or refused last; a refusal stands in the way until somebody approves after it."""
    given = _approvals(case)
    last = given[-1] if given else None
    result = together(parts)
    if last is None:
        return StepStanding(ClosingStep.APPROVED, result, "", parts)
    words = _("{decision} {day}, {body}").format(
        decision=last.body.decision.label, day=last.on.isoformat(), body=last.body.body.label
    )
    if last.body.decision is ApprovalDecision.NOT_APPROVED:
        result = Result.FAIL
    elif result is Result.NA and last.body.decision is ApprovalDecision.APPROVED:
        result = Result.PASS
    return StepStanding(ClosingStep.APPROVED, result, words, parts)


def _from_words(parts: tuple[PartAsked, ...]) -> str:
    days = [one.answer.earliest for one in parts if one.part is FlowPart.WAITING and one.answer.earliest]
    return _("until {day}").format(day=max(days).isoformat()) if days else ""


def _tasks_step(parts: tuple[PartAsked, ...]) -> StepStanding:
    still = sum(1 for one in parts if one.answer.result in {Result.FAIL, Result.UNKNOWN})
    words = ngettext("{n} open", "{n} open", still).format(n=still) if still else ""
    return _step(ClosingStep.TASKS, parts, words)


def _closed(ended: Entry[Closure] | None) -> StepStanding:
    if ended is None:
        return StepStanding(ClosingStep.CLOSED, Result.FAIL)
    return StepStanding(ClosingStep.CLOSED, Result.PASS, ended.on.isoformat())


def _kept(desk: Desk, case: CaseFile, ended: Entry[Closure] | None) -> StepStanding:
    if ended is None:
        return StepStanding(ClosingStep.KEPT, Result.NA)
    kept = keeping(desk.host, case)
    if kept.held:
        return StepStanding(ClosingStep.KEPT, Result.PASS, _("held, whatever the day"))
    if kept.until is not None:
        return StepStanding(ClosingStep.KEPT, Result.PASS, kept.until.isoformat())
    answer = Answer.unknown(_("Nobody has decided until when."), missing=Missing(record=FileKept.KIND, field="until"))
    title = _("Decide until when the file is kept")
    part = of_the_agency(title, answer, FlowPart.AFTERWARDS)
    return StepStanding(ClosingStep.KEPT, Result.UNKNOWN, _("not decided"), (part,))
