"""Preparing a meeting: its number, the cases proposed with their reasons, and the agenda."""

from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.contacts import keep_family_contacts_apart
from supervisor_tui.casework.meetings.held import note_held
from supervisor_tui.casework.meetings.holding import changed
from supervisor_tui.casework.meetings.last_time import last_time
from supervisor_tui.casework.meetings.meeting_file import meeting_file
from supervisor_tui.domain.ids import CaseCode, MeetingId, PersonCode, SeriesId
from supervisor_tui.domain.meetings.agenda import by_caseworker, cases_in_order, with_joining
from supervisor_tui.domain.meetings.kinds import ConferencePurpose, MeetingKind, MeetingState
from supervisor_tui.domain.meetings.meeting import AgendaLine, Meeting, with_numbers
from supervisor_tui.domain.meetings.participants import Participant
from supervisor_tui.domain.meetings.told_to import FOLLOWS_UP
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.store.revised import Revised
from supervisor_tui.wording import _

NOT_CALLED = MeetingId("M-0")
"""The number of a meeting that is only being put together."""


class NoCaseError(ValueError):
    """A conference or a planning meeting was called without a case."""


class NotYetHeldError(ValueError):
    """A meeting was said to have been held on a day that is still to come."""


def plan_meeting(
    desk: Desk,
    kind: MeetingKind,
    starts: datetime,
    *,
    cases: Sequence[CaseCode] = (),
    place: str = "",
    purpose: ConferencePurpose | None = None,
    participants: Sequence[Participant] = (),
    series: SeriesId | None = None,
    place_confidential: YesNo | None = None,
) -> Meeting:
    """Call a meeting of which no more than this is known yet; raises as `call_meeting`."""
    known = Meeting(
        id=NOT_CALLED,
        kind=kind,
        starts=starts,
        cases=tuple(cases),
        place=place,
        purpose=purpose,
        participants=tuple(participants),
        series=series,
        place_confidential=place_confidential,
    )
    return call_meeting(desk, known)


def call_meeting(desk: Desk, known: Meeting) -> Meeting:
    """Give a meeting its number and the agenda that the sets propose, and save it.

    Raises NoCaseError for a conference or planning meeting without a case, NoSuchCaseError for a wrong code, and
    NotYetHeldError for a day to come on which it is said to have been held, RefusedError where a contact of
    the family is given.
    """
    _asks_for_cases(known.kind, known.cases)
    asks_for_a_past_day(desk, known)
    keep_family_contacts_apart(known.participants)
    known = msgspec.structs.replace(known, id=NOT_CALLED, cases=tuple(dict.fromkeys(known.cases)))
    points = agenda(desk, known)
    if known.kind is MeetingKind.MANAGEMENT:
        known = msgspec.structs.replace(known, cases=cases_in_order(known.cases, points))
    with desk.store.transaction():
        meeting = msgspec.structs.replace(known, id=_next_id(desk), agenda=points, called_on=desk.clock().date())
        meeting = with_numbers(meeting)
        desk.store.meetings.add(meeting, desk.person.code)
    return meeting


def replan_meeting(desk: Desk, before: Revised[Meeting], after: Meeting) -> Revised[Meeting]:
    """Save another time, place, people or cases; the agenda keeps its points and takes those of cases that join.

    Of one that is over, the files of its cases hear on which day it was held. Raises Conflict if somebody else changed
    it since it was seen; NoCaseError, NoSuchCaseError and NotYetHeldError as when it is called.
    """
    _asks_for_cases(after.kind, after.cases)
    asks_for_a_past_day(desk, after)
    keep_family_contacts_apart(after.participants)
    cases = tuple(dict.fromkeys(after.cases))
    joining = [code for code in cases if code not in before.value.cases]
    leaving = [code for code in before.value.cases if code not in cases]
    kept = [line for line in before.value.agenda if line.case is None or line.case not in leaving]
    proposed = agenda(desk, msgspec.structs.replace(after, cases=cases)) if joining else ()
    points = with_joining(kept, (line for line in proposed if line.case in joining and line not in kept))
    people = _known_again(before.value.participants, after.participants)
    after = msgspec.structs.replace(after, cases=cases, agenda=points, participants=people)
    with desk.store.transaction():
        saved = changed(desk, before, with_numbers(after))
        if saved.value.state is MeetingState.CLOSED:
            note_held(desk, saved.value)
    return saved


def _known_again(before: Sequence[Participant], after: Sequence[Participant]) -> tuple[Participant, ...]:
    """Return the participants as they are said, each with the number that the same one had before."""
    named = {one.id for one in after}
    left = [one for one in before if one.id not in named]
    known: list[Participant] = []
    for one in after:
        same = next((had for had in left if (had.label, had.role) == (one.label, one.role)), None)
        if one.id or same is None:
            known.append(one)
        else:
            left.remove(same)
            known.append(msgspec.structs.replace(one, id=same.id, stepped_out=same.stepped_out))
    return tuple(known)


def _asks_for_cases(kind: MeetingKind, cases: Sequence[CaseCode]) -> None:
    if not cases and kind is not MeetingKind.MANAGEMENT:
        raise NoCaseError(_("A {kind} is about at least one case. Name its code.").format(kind=kind.label))


def asks_for_a_past_day(desk: Desk, meeting: Meeting) -> None:
    """Raise NotYetHeldError where a meeting is said to have been held on a day to come."""
    if meeting.held_on is not None and meeting.held_on > desk.clock().date():
        message = _("{day} is still to come, so the meeting was not held on it. Say another hour under “When”.")
        raise NotYetHeldError(message.format(day=meeting.held_on.isoformat()))


def agenda(desk: Desk, meeting: Meeting) -> tuple[AgendaLine, ...]:
    """Return the agenda: for each case what was left open last time, then the lines that the sets propose.

    That of the team's own meeting goes by caseworker, and has a point for each case.
    """
    file = meeting_file(desk, meeting)
    lines: list[AgendaLine] = []
    for code in meeting.cases:
        lines.extend(_left_open(desk, code))
    lines.extend(desk.host.meetings.agenda(file, desk.as_of))
    if meeting.kind is MeetingKind.CONFERENCE:
        lines += [
            AgendaLine(text=text, case=code)
            for code in meeting.cases
            for text in (
                _("Views and wishes of the child"),
                _("Views and wishes of the caregiver"),
                _("Strengths and what protects"),
                _("Risks and gaps"),
                _("Decisions, with reasons; actions, with who and until when"),
            )
        ]
        lines.append(AgendaLine(text=_("Next meeting")))
    if meeting.kind is MeetingKind.MANAGEMENT:
        named = {line.case for line in lines}
        lines += [AgendaLine(text=_("How it stands"), case=code) for code in meeting.cases if code not in named]
        return by_caseworker(lines, meeting.cases, lambda code: _carried_by(desk, code))
    return tuple(lines)


def _carried_by(desk: Desk, code: CaseCode) -> PersonCode | None:
    summary = desk.store.summaries.of(code)
    return summary.worker if summary is not None else None


def _left_open(desk: Desk, code: CaseCode) -> Iterable[AgendaLine]:
    for action in last_time(desk, code).open_actions:
        until = action.action.due_on.isoformat() if action.action.due_on else _("no day set")
        text = _("Left open: {text} ({who}, until {until})")
        who = action.action.owner or _("nobody named")
        yield AgendaLine(text=text.format(text=action.action.text, who=who, until=until), case=code, rule=FOLLOWS_UP)


def _next_id(desk: Desk) -> MeetingId:
    numbers = [int(meeting.id[2:]) for meeting in desk.store.meetings.all() if meeting.id[2:].isdecimal()]
    return MeetingId(f"M-{max(numbers, default=0) + 1:04d}")
