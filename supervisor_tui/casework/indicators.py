"""Figures on the caseload: the product's own, then those of every set, each with the cases behind it.

No figure speaks of how good somebody's work is: all of them count cases.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

import msgspec

from supervisor_tui.casework.caseload import CaseLine, caseload
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.over_time import meeting_figures
from supervisor_tui.casework.shared_numbers import shared_number
from supervisor_tui.domain.calendar import is_after
from supervisor_tui.domain.case_file import CaseFile, UnreadableRecordError
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.ids import CaseCode, ProgrammeId, RuleId
from supervisor_tui.domain.records.steps import Step
from supervisor_tui.domain.settings import UsedFor
from supervisor_tui.domain.status import Status, episodes
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.wording import _

__all__ = ["FigureGroup", "indicators_of"]


class FigureGroup(msgspec.Struct, frozen=True):
    """Figures of one subject; key: a short name, or the set's id."""

    key: str
    title: str
    figures: tuple[Figure, ...]


def indicators_of(desk: Desk, programme: ProgrammeId | None = None) -> tuple[FigureGroup, ...]:
    """Return the figures on the whole caseload, or on one programme; every case file is read."""
    lines = tuple(line for line in caseload(desk) if programme is None or line.summary.programme == programme)
    cases = tuple(case for case in desk.cases() if programme is None or case.programme.id == programme)
    of_sets = desk.host.figures.of(cases, desk.as_of)
    own = (
        FigureGroup("caseload", _("Caseload"), _of_the_caseload(lines)),
        FigureGroup("steps", _("Steps"), _of_steps(lines)),
        FigureGroup("risk", _("Risk"), _of_risk(lines)),
        FigureGroup("time", _("Time frames met"), _of_time(desk, cases)),
        FigureGroup("closing", _("Closed and opened again"), _of_closing(desk, cases)),
        FigureGroup("meetings", _("Meetings"), meeting_figures(desk, cases)),
    )
    sets = (
        FigureGroup(one.id, one.title, tuple(figure for figure in of_sets if figure.set == one.id))
        for one in desk.host.sets
    )
    return tuple(group for group in (*own, *sets) if group.figures)


def _of_the_caseload(lines: Iterable[CaseLine]) -> tuple[Figure, ...]:
    held = tuple(lines)
    open_lines = [line for line in held if line.is_open]
    of_status = (
        _figure(f"status.{one.value}", _("status: {status}").format(status=one.label), _with_status(held, one))
        for one in Status
    )
    return (
        _figure("open", _("open cases"), open_lines),
        _figure("late", _("open cases with something late"), [line for line in open_lines if line.late]),
        _figure(
            "no_contact",
            _("open cases without any contact recorded"),
            [line for line in open_lines if line.silent_days is None],
        ),
        *of_status,
    )


def _with_status(lines: Iterable[CaseLine], status: Status) -> list[CaseLine]:
    return [line for line in lines if line.summary.status == status.value]


def _of_steps(lines: Iterable[CaseLine]) -> tuple[Figure, ...]:
    held = [line for line in lines if line.is_open]
    return tuple(
        _figure(
            f"step.{step.value}",
            _("step: {step}").format(step=step.label),
            [line for line in held if line.summary.step == step.value],
        )
        for step in Step
    )


def _of_risk(lines: Iterable[CaseLine]) -> tuple[Figure, ...]:
    held = [line for line in lines if line.is_open]
    levels = sorted(Counter((line.summary.risk_rank, line.summary.risk) for line in held))
    return tuple(
        _figure(
            f"risk.{level or 'not_set'}",
            _("risk: {level}").format(level=level or _("not set")),
            [line for line in held if line.summary.risk == level],
        )
        for _rank, level in levels
    )


def _figure(slot: str, title: str, lines: Iterable[CaseLine]) -> Figure:
    return Figure(title, tuple(line.summary.case for line in lines), slot=slot)


def _of_time(desk: Desk, cases: Iterable[CaseFile]) -> tuple[Figure, ...]:
    """Return, for each duty that was done or is late, the cases that kept its limit and those that did not."""
    kept: dict[RuleId, set[CaseCode]] = {}
    missed: dict[RuleId, set[CaseCode]] = {}
    for case in cases:
        for item in (item for found in desk.host.due_items(case, desk.as_of) for item in found.items):
            met = _met(item, desk.as_of)
            if met is not None and not item.advisory:
                (kept if met else missed).setdefault(item.rule, set()).add(case.code)
    titles = {rule.id: rule.title for rule in desk.host.rules()}
    figures = []
    for rule in dict.fromkeys(rule.id for rule in desk.host.rules() if rule.id in kept.keys() | missed.keys()):
        late = missed.get(rule, set())
        title = titles[rule]
        figures += [
            _count(f"kept.{rule}", _("{duty}: always in time").format(duty=title), kept.get(rule, set()) - late, rule),
            _count(f"late.{rule}", _("{duty}: at least once late").format(duty=title), late, rule),
        ]
    return tuple(figures)


def _met(item: DueItem, as_of: date) -> bool | None:
    """Say whether a limit was kept; None while it is open, or where it cannot be told."""
    if item.due is None or item.unknown:
        return None
    if item.done is not None:
        return not is_after(item.done, item.due)
    return False if is_after(as_of, item.due) else None


def _of_closing(desk: Desk, cases: Iterable[CaseFile]) -> tuple[Figure, ...]:
    """Return closures of the last days, and what opened again within as many; the agency decides how many these are."""
    closed: dict[int, set[CaseCode]] = {}
    again: dict[int, set[CaseCode]] = {}
    for case in cases:
        days = shared_number(desk.host, case, UsedFor.REOPENED_SOON, desk.as_of)
        if days is None:
            continue
        closed.setdefault(days, set())
        again.setdefault(days, set())
        try:
            spells = episodes(case)
        except UnreadableRecordError:
            continue
        span = timedelta(days=days)
        if any(one.closed_on is not None and one.closed_on >= desk.as_of - span for one in spells):
            closed[days].add(case.code)
        pairs = pairwise(spells)
        if any(one.closed_on is not None and later.opened_on - one.closed_on <= span for one, later in pairs):
            again[days].add(case.code)
    return tuple(
        figure
        for days in sorted(closed)
        for figure in (
            _count(f"closed.{days}", _("closed within the last {n} days").format(n=days), closed[days]),
            _count(f"again.{days}", _("opened again within {n} days of closing").format(n=days), again[days]),
        )
    )


def _count(slot: str, title: str, cases: Iterable[CaseCode], rule: RuleId | None = None) -> Figure:
    return Figure(title, tuple(sorted(cases)), slot=slot, rule=rule or RuleId(""))
