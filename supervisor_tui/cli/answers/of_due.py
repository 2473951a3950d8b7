"""What is late, due and coming, and what waits for the person who asks, as JSON gives it."""

from collections.abc import Mapping
from datetime import date, datetime

import msgspec

from supervisor_tui.casework.due_list import DueLine
from supervisor_tui.casework.meetings.meetings_due import MeetingDue
from supervisor_tui.casework.waiting_for_me import ForMe
from supervisor_tui.cli.answers.of_what_waits import WaitingForMe, waiting_answer
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.ids import RuleId
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.guidance.own_reminders import OWN_RULES

__all__ = ["DueAnswer", "DueAnswerItem", "due_answer"]


class DueAnswerItem(msgspec.Struct, frozen=True):
    """One duty. case: null for a duty about the team's meetings, which `meeting` names where it is about one.

    due: an ISO day, or an ISO moment with its offset where hours count; null where it cannot be told, see reason.
    advisory: asked for, not demanded; it is not counted as late. postponed_until: the day to which it was put off.
    for_me: whether it waits for the person who asks. target: an earlier day or moment that is asked for and does not
    bind.
    """

    rule: str
    case: str | None
    set: str
    title: str
    due: str | None
    state: str
    worker: str | None
    source: str
    slot: str
    days_late: int
    reason: str
    advisory: bool
    postponed_until: date | None
    meeting: str | None = None
    for_me: bool = False
    target: str | None = None


class DueAnswer(msgspec.Struct, frozen=True):
    """What is late, due and coming, worst first. for_me: what waits for the person who asks."""

    as_of: date
    items: tuple[DueAnswerItem, ...]
    for_me: tuple[WaitingForMe, ...] = ()


def due_answer(
    lines: tuple[DueLine, ...],
    host: PluginHost,
    as_of: date,
    of_meetings: tuple[MeetingDue, ...] = (),
    waiting: ForMe | None = None,
) -> DueAnswer:
    """Return the due list as JSON gives it, what falls due about meetings after the duties of cases."""
    sources = {rule.id: rule.source for rule in (*host.rules(), *OWN_RULES)}
    cases = tuple(_duty_of_case(line, sources) for line in lines)
    about_meetings = tuple(_duty_of_meetings(line, sources) for line in of_meetings)
    return DueAnswer(as_of, cases + about_meetings, waiting_answer(waiting) if waiting else ())


def _duty_of_case(line: DueLine, sources: Mapping[RuleId, str]) -> DueAnswerItem:
    return DueAnswerItem(
        rule=line.row.rule,
        case=line.row.case,
        set=line.row.set,
        title=line.row.item.title,
        due=_iso(line.row.item.due),
        state=line.state.value,
        worker=line.row.worker,
        source=sources.get(line.row.rule, ""),
        slot=line.row.slot,
        days_late=line.late_days,
        reason=line.row.item.unknown,
        advisory=line.row.advisory,
        postponed_until=line.row.postponed_until,
        meeting=line.row.item.meeting,
        target=_iso(line.row.item.target),
    )


def _duty_of_meetings(line: MeetingDue, sources: Mapping[RuleId, str]) -> DueAnswerItem:
    return DueAnswerItem(
        rule=line.item.rule,
        case=None,
        set=line.set,
        title=line.item.title,
        due=_iso(line.item.due),
        state=line.state.value,
        worker=None,
        source=sources.get(line.item.rule, ""),
        slot=line.item.slot,
        days_late=line.late_days if line.state is DueState.OVERDUE else 0,
        reason=line.item.unknown,
        advisory=line.item.advisory,
        postponed_until=None,
        meeting=line.item.meeting,
        for_me=line.for_me,
        target=_iso(line.item.target),
    )


def _iso(day: date | datetime | None) -> str | None:
    return day.isoformat() if day is not None else None
