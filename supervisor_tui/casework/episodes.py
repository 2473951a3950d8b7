"""The stretches of work of a case that was opened again: each with its part of the story and its plan."""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.reopening import came_back, came_back_words
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.plan import ActionStanding, GoalStanding, actions, current_plan, goals
from supervisor_tui.domain.records.closing import Closure, Reopening
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.status import Episode, episodes

__all__ = ["EpisodeView", "episode_views", "plan_is_of_before"]


class EpisodeView(msgspec.Struct, frozen=True):
    """One stretch of work. records: those of it, newest first; for an ended one the plan as it stood then.

    back: for one that began with a reopening, how soon that was, and why, in words.
    """

    episode: Episode
    records: tuple[Record, ...]
    goals: tuple[GoalStanding, ...] = ()
    actions: tuple[ActionStanding, ...] = ()
    back: str = ""


def episode_views(desk: Desk, case: CaseFile) -> tuple[EpisodeView, ...]:
    """Return the stretches of work, the present one first; what happens between two belongs to the earlier one."""
    spells = episodes(case)
    return tuple(reversed([_view(desk, case, spells, place) for place in range(len(spells))]))


def plan_is_of_before(case: CaseFile) -> bool:
    """Say whether the plan that stands was made before the case was opened again."""
    spells, plan = episodes(case), current_plan(case)
    return len(spells) > 1 and plan is not None and plan.on < spells[-1].opened_on


def _view(desk: Desk, case: CaseFile, spells: Sequence[Episode], place: int) -> EpisodeView:
    spell = spells[place]
    until = spells[place + 1].opened_on if place + 1 < len(spells) else None
    mine = [one for one in case.records if (place == 0 or not _before(one, spell.opened_on)) and _before(one, until)]
    records = tuple(reversed(mine))
    if until is None:
        return EpisodeView(spell, records, back=_back(desk, case, spell))
    then = case.until(until - timedelta(days=1))
    return EpisodeView(spell, records, goals(then), actions(then), _back(desk, case, spell))


def _before(record: Record, day: date | None) -> bool:
    """Say whether a record belongs to what was before a reopening; a closing of that very day does."""
    return day is None or record.on < day or (record.on == day and record.kind == Closure.KIND)


def _back(desk: Desk, case: CaseFile, spell: Episode) -> str:
    if spell.number == 1:
        return ""
    told = came_back(desk, case.until(spell.opened_on), spell.opened_on)
    why = [entry.body.reason for entry in case.of(Reopening) if entry.on == spell.opened_on]
    return " · ".join(filter(None, (came_back_words(told) if told else "", *why)))
