"""The tab of the case file: the six steps, what is missing under each, and what is due next."""

from collections.abc import Iterable
from datetime import date

import msgspec

from iag_core.guidance import rules
from iag_core.missing_by_step import missing_by_step
from iag_core.seen import seen_on
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.calendar import day_of
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem, DueState, days_late, due_state
from supervisor_tui.domain.records.steps import Step
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import step
from supervisor_tui.guidance.panels import Line, Lines, Panel, Paragraph, Stage, Stages
from supervisor_tui.guidance.rules import RuleKind
from supervisor_tui.wording import _, ngettext

TITLE = _("Six steps")
OPEN = frozenset({DueState.OVERDUE, DueState.DUE, DueState.UPCOMING, DueState.UNKNOWN})


def six_steps(case: CaseFile, as_of: date, settings: Settings) -> Panel:
    """Return the six steps with what is missing under each, and the duties that are open, the earliest first."""
    seen = seen_on(case, as_of)
    return Panel(TITLE, (Stages(TITLE, stages(seen)), _due_next(seen, as_of, settings)))


def open_duties(case: CaseFile, as_of: date, settings: Settings) -> tuple[DueItem, ...]:
    """Return every duty of this set that is neither done nor missed for good, the earliest first, each with its rule.

    A duty whose day cannot be told stands first.
    """
    found = [
        msgspec.structs.replace(item, rule=rule.id)
        for rule in rules.all()
        if rule.kind is RuleKind.SCHEDULE and rule.function is not None
        for item in _items(rule.function(case, as_of, settings))
        if due_state(item, as_of) in OPEN
    ]
    return tuple(sorted(found, key=lambda item: (day_of(item.due) if item.due else date.min, item.rule, item.slot)))


def stages(case: CaseFile) -> tuple[Stage, ...]:
    """Return the six steps as a row, the present one marked, with what is missing under each that was reached."""
    here, missing, steps = step(case), missing_by_step(case), list(Step)
    reached = steps[: steps.index(here) + 1]
    return tuple(
        Stage(one.label, Result.FAIL if missing[one] else Result.PASS, one is here, ", ".join(missing[one]))
        if one in reached
        else Stage(one.label, Result.NA)
        for one in steps
    )


def _due_next(case: CaseFile, as_of: date, settings: Settings) -> Lines | Paragraph:
    title, duties = _("Due next"), open_duties(case, as_of, settings)
    if not duties:
        return Paragraph(_("Nothing is due."), title)
    return Lines(title, tuple(_line(item, as_of) for item in duties))


def _line(item: DueItem, as_of: date) -> Line:
    state = due_state(item, as_of)
    if state is DueState.UNKNOWN:
        return Line(item.title, Result.UNKNOWN, item.unknown, item.rule, item.missing)
    day = day_of(item.due).isoformat() if item.due else ""
    if state is not DueState.OVERDUE:
        return Line(item.title, None, _("until {day}").format(day=day), item.rule, item.missing)
    late = days_late(item, as_of)
    note = ngettext("{count} day late", "{count} days late", late).format(count=late)
    return Line(item.title, Result.FAIL, note, item.rule, item.missing)


def _items(found: object) -> tuple[DueItem, ...]:
    return tuple(item for item in found if isinstance(item, DueItem)) if isinstance(found, Iterable) else ()
