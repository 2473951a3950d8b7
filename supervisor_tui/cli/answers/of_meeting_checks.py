"""The answers about what a meeting still needs, and about what falls due around meetings."""

from datetime import date

import msgspec

from supervisor_tui.casework.meetings.meeting_needs import MeetingNeeds
from supervisor_tui.casework.meetings.meetings_due import MeetingDue
from supervisor_tui.cli.answers.of_a_case import CheckAnswerLine, check_line
from supervisor_tui.domain.calendar import day_of
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.guidance.own_reminders import OWN_RULES


class MeetingSetAnswer(msgspec.Struct, frozen=True):
    """What one set in force says of the meeting; sets are never merged."""

    set: str
    version: str
    in_force: str
    checks: tuple[CheckAnswerLine, ...]


class MeetingCheckAnswer(msgspec.Struct, frozen=True):
    """What a meeting still needs; open: how many checks are not in order or not known."""

    meeting: str
    as_of: date
    open: int
    in_order: int
    sets: tuple[MeetingSetAnswer, ...]


class MeetingDueItem(msgspec.Struct, frozen=True):
    """One duty about meetings; due is null where it cannot be told, see reason; meeting where it is about one."""

    rule: str
    set: str
    programme: str
    meeting: str | None
    title: str
    due: date | None
    state: str
    late_days: int
    advisory: bool
    reason: str
    source: str


class MeetingsDueAnswer(msgspec.Struct, frozen=True):
    """What falls due about the meetings of the team, the worst first."""

    as_of: date
    items: tuple[MeetingDueItem, ...]


def meeting_check_answer(meeting: Meeting, needs: MeetingNeeds, as_of: date) -> MeetingCheckAnswer:
    """Return the checks of a meeting as JSON gives them."""
    sets = tuple(
        MeetingSetAnswer(
            found.set.id, found.set.version, found.standing.standing.value, tuple(map(check_line, found.checks))
        )
        for found in needs.findings
    )
    return MeetingCheckAnswer(meeting.id, as_of, len(needs.open), len(needs.in_order), sets)


def meetings_due_answer(lines: tuple[MeetingDue, ...], host: PluginHost, as_of: date) -> MeetingsDueAnswer:
    """Return what falls due about meetings as JSON gives it."""
    sources = {rule.id: rule.source for rule in (*host.rules(), *OWN_RULES)}
    items = tuple(
        MeetingDueItem(
            line.item.rule,
            line.set,
            line.programme.id,
            line.item.meeting,
            line.item.title,
            day_of(line.item.due) if line.item.due else None,
            line.state.value,
            line.late_days,
            line.item.advisory,
            line.item.unknown,
            sources.get(line.item.rule, ""),
        )
        for line in lines
    )
    return MeetingsDueAnswer(as_of, items)
