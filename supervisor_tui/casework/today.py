"""Today: what must not be missed, the first line the one to act on.

It says only what is known: "no contact *recorded*", never "no contact", and beside each caseworker when they last
entered something.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

import msgspec

from supervisor_tui.casework.caseload import CaseLine, WorkerLoad, caseload_looked_after, loads
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.due_list import DueLine, due_lines
from supervisor_tui.casework.meetings.meetings_due import MeetingDue, meetings_due
from supervisor_tui.casework.opening_files import OtherReader, opened_lately
from supervisor_tui.casework.waiting_for_me import ForMe, waiting_for_me
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.meetings.kinds import MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.records.plan import ActionOutcome
from supervisor_tui.domain.status import Status
from supervisor_tui.wording import _

WEEK = timedelta(days=7)


class IntakeLine(msgspec.Struct, frozen=True):
    """An intake that nobody was given, or to which they have not agreed.

    hours: since registration, where its hour is known.
    """

    line: CaseLine
    hours: int | None


class MissingFact(msgspec.Struct, frozen=True):
    """A fact that was never recorded, with the cases in which it is missing."""

    fact: str
    lines: tuple[DueLine, ...]


class Today(msgspec.Struct, frozen=True):
    """The whole page, group by group.

    act_now: late and not put off. postponed: how many late duties are put off. this_week: what is due or comes, and
    what is advised and late, which is not counted as late. meetings: those ahead, and those that nobody has ended.
    of_meetings: what falls due about meetings, which belongs to no case. opened_by_others: files of theirs that
    somebody else opened in the last seven days, with the reason. actions_late: what was agreed in a plan or a meeting,
    and is not done on its day; it is counted by itself, for somebody else than the caseworker may be the one to do it.
    """

    as_of: date
    contexts: tuple[str, ...]
    intakes: tuple[IntakeLine, ...]
    act_now: tuple[DueLine, ...]
    for_me: ForMe
    told: tuple[CaseLine, ...]
    nothing_recorded: tuple[MissingFact, ...]
    this_week: tuple[DueLine, ...]
    meetings: tuple[Meeting, ...]
    team: tuple[WorkerLoad, ...]
    postponed: int
    of_meetings: tuple[MeetingDue, ...] = ()
    opened_by_others: tuple[OtherReader, ...] = ()
    actions_late: tuple[DueLine, ...] = ()


def today(desk: Desk) -> Today:
    """Return the page for the person at the desk: the cases they look after, and all new intakes."""
    lines = caseload_looked_after(desk)
    mine = {line.summary.worker for line in lines if line.summary.worker}
    summaries = [line.summary for line in lines]
    due = due_lines(desk, until=desk.as_of + WEEK, workers=mine, summaries=summaries)
    late = [line for line in due if line.state is DueState.OVERDUE and not line.row.advisory]
    of_meetings = meetings_due(desk, summaries=summaries)
    put_off = [line for line in late if _is_put_off(line, desk.as_of)]
    return Today(
        as_of=desk.as_of,
        contexts=_contexts(desk),
        intakes=_intakes(lines, desk.moment),
        act_now=tuple(line for line in late if not _is_put_off(line, desk.as_of)),
        for_me=waiting_for_me(desk, lines, of_meetings),
        told=tuple(line for line in lines if line.summary.told and line.is_open and line.summary.worker in mine),
        nothing_recorded=_missing(line for line in due if line.state is DueState.UNKNOWN),
        actions_late=tuple(line for line in due if _is_a_late_action(line)),
        this_week=tuple(line for line in due if _stands_this_week(line) and not _is_a_late_action(line)),
        meetings=_meetings_ahead(desk),
        team=loads(desk, lines),
        postponed=len(put_off),
        of_meetings=tuple(line for line in of_meetings if not line.for_me),
        opened_by_others=opened_lately(desk, WEEK, summaries) if desk.store.reach is None else (),
    )


def _is_put_off(line: DueLine, as_of: date) -> bool:
    """Say whether a duty is put off to a day that has not come; on the day itself it stands here again."""
    return line.row.postponed_until is not None and line.row.postponed_until > as_of


def _is_a_late_action(line: DueLine) -> bool:
    return line.state is DueState.OVERDUE and line.row.item.settles == ActionOutcome.KIND


def _stands_this_week(line: DueLine) -> bool:
    is_advice = line.row.advisory and line.state is DueState.OVERDUE
    return is_advice or line.state in {DueState.DUE, DueState.UPCOMING}


def _contexts(desk: Desk) -> tuple[str, ...]:
    held = []
    for programme in desk.store.programmes.all():
        context = programme.context_on(desk.as_of)
        label = context.label if context else _("context not set")
        held.append(f"{programme.title}: {label}")
    return tuple(held)


def _intakes(lines: Iterable[CaseLine], moment: datetime) -> tuple[IntakeLine, ...]:
    """Return the intakes, the oldest first; where the hour is not known the day of registration says how old it is."""
    intakes = [line for line in lines if line.summary.status == Status.INTAKE.value]
    oldest_first = sorted(intakes, key=_registered_at)
    return tuple(IntakeLine(line, _hours_since(line.summary.intake_at, moment)) for line in oldest_first)


def _registered_at(line: CaseLine) -> tuple[date, float]:
    at, opened_on = line.summary.intake_at, line.summary.opened_on
    if at is None:
        return (opened_on or date.min, 0)
    return (at.date(), at.timestamp())


def _hours_since(at: datetime | None, moment: datetime) -> int | None:
    return None if at is None else max(0, int((moment - at).total_seconds() // 3600))


def _missing(unknown: Iterable[DueLine]) -> tuple[MissingFact, ...]:
    groups: dict[str, list[DueLine]] = {}
    for line in unknown:
        groups.setdefault(line.row.item.unknown, []).append(line)
    facts = [MissingFact(fact, tuple(found)) for fact, found in groups.items()]
    return tuple(sorted(facts, key=lambda missing: (-len(missing.lines), missing.fact)))


def _meetings_ahead(desk: Desk) -> tuple[Meeting, ...]:
    last = desk.as_of + WEEK
    ahead = [
        meeting
        for meeting in desk.store.meetings.all()
        if meeting.state is not MeetingState.CLOSED and meeting.starts.date() <= last
    ]
    return tuple(sorted(ahead, key=lambda meeting: meeting.starts))
