"""Finished assessments, and the day from which a case's time limits are counted."""

from datetime import date, datetime

from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.assessment import Assessment, AssessmentStage
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.status import Episode, episodes, registration

ENTRY_STAGES = frozenset({AssessmentStage.INITIAL, AssessmentStage.COMPREHENSIVE})
"""Either of them is a first look: a full assessment made at once leaves no initial one to do."""


def finished(case: CaseFile, stages: frozenset[AssessmentStage]) -> tuple[Entry[Assessment], ...]:
    """Return the finished assessments of these stages, oldest first; within a day by the hour, where it is known."""
    found = [entry for entry in case.of(Assessment) if entry.body.stage in stages and entry.body.finished is YesNo.YES]
    return tuple(sorted(found, key=_moment))


def first_look(case: CaseFile) -> Entry[Assessment] | None:
    """Return the first finished assessment, or None."""
    return next(iter(finished(case, ENTRY_STAGES)), None)


def full_assessment(case: CaseFile) -> Entry[Assessment] | None:
    """Return the first finished comprehensive assessment, or None."""
    return next(iter(finished(case, frozenset({AssessmentStage.COMPREHENSIVE}))), None)


def finished_at(entry: Entry[Assessment]) -> date | datetime:
    """Return the moment an assessment was finished, or its day where the hour was not written down."""
    return entry.body.at or entry.on


def clock_start(case: CaseFile, done_on: date | None) -> date | datetime | None:
    """Return when the time limits of registration begin to run; None for a file without a registration.

    That is the moment of registration. What was still open when a closed case opened again is counted from the day of
    the reopening (IAG-CLS-22). `done_on` is the day on which the duty was met, if it was: the episode of that day
    judges it.
    """
    opening = registration(case)
    spell = _episode_on(episodes(case), done_on)
    if opening is None or spell is None:
        return None
    if spell.number > 1:
        return spell.opened_on
    return opening.body.at or opening.on


def _episode_on(spells: tuple[Episode, ...], day: date | None) -> Episode | None:
    if not spells or day is None:
        return spells[-1] if spells else None
    return next((spell for spell in reversed(spells) if spell.opened_on <= day), spells[0])


def _moment(entry: Entry[Assessment]) -> tuple[date, float]:
    return entry.on, entry.body.at.timestamp() if entry.body.at else float("inf")
