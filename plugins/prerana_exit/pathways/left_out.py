"""A step that the worker may take: done, left out with a written reason, or open."""

from prerana_exit.episode import in_this_episode
from prerana_exit.records.step_left_out import Step, StepLeftOut
from supervisor_tui.domain.answers import Answer, Result
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.wording import _


def left_out(case: CaseFile, step: Step) -> Entry[StepLeftOut] | None:
    """Return the written reason for leaving a step out, or None; a blank reason is none."""
    said = [
        entry for entry in in_this_episode(case, StepLeftOut) if entry.body.step is step and entry.body.reason.strip()
    ]
    return said[-1] if said else None


def unless_left_out(case: CaseFile, step: Step, answer: Answer) -> Answer:
    """Return the step's answer, or that it does not apply where it is open and a written reason says why."""
    reason = left_out(case, step)
    if reason is None or answer.result in {Result.PASS, Result.NA}:
        return answer
    why = _("{step}: left out. {reason}").format(step=step.label.capitalize(), reason=reason.body.reason)
    return Answer.does_not_apply(why, reason.fact(why))
