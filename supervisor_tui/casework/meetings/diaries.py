"""The diary of each programme's meetings, from which guidance sets say what falls due about them."""

from collections.abc import Iterable, Mapping, Sequence, Set

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.meeting_file import codes_of, programmes_of
from supervisor_tui.casework.meetings.owed_copies import owed_copies
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.copies import SentCopy
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.meeting_file import EarlierMeeting, MeetingDiary
from supervisor_tui.domain.programme import Programme
from supervisor_tui.store.rows import CaseSummary

__all__ = ["diaries", "diaries_elsewhere"]


def diaries(desk: Desk, summaries: Iterable[CaseSummary] | None = None) -> tuple[MeetingDiary, ...]:
    """Return the meetings of each programme in which this person's team carries open cases, with the copies sent.

    Where only cases that nobody carries are left to this person, the meetings are another team's.
    summaries: those of the cases this person looks after, where they were read already.
    """
    summaries = desk.looked_after() if summaries is None else tuple(summaries)
    mine = [one for one in summaries if not one.closed_on and one.worker]
    held, copies = _latest_first(desk), _copies(desk)
    found = []
    for programme in programmes_of(desk, mine):
        about = [one for one in mine if one.programme == programme.id]
        people = {one.worker for one in about if one.worker}
        cases = {one.case for one in summaries if one.programme == programme.id}
        found.append(_diary(desk, programme, (one for one in held if _concerns(one, people, cases)), copies))
    return tuple(found)


def diaries_elsewhere(desk: Desk, mine: Iterable[CaseSummary]) -> tuple[MeetingDiary, ...]:
    """Return the conferences that are about none of these cases and in which the person at the desk has a part.

    Whoever leads a conference is often not who answers for its cases; they stand by the programme of the first case,
    by none where that case is not here.
    """
    cases = {one.case for one in mine}
    found: dict[Programme, list[Meeting]] = {}
    for one in _latest_first(desk):
        is_elsewhere = one.kind is MeetingKind.CONFERENCE and not cases & set(one.cases)
        if is_elsewhere and one.cases and desk.person.code in codes_of(one):
            records = desk.store.records.of(one.cases[0])
            found.setdefault(desk.programme_of(records, desk.as_of, desk.known_at), []).append(one)
    copies = _copies(desk) if found else {}
    return tuple(_diary(desk, programme, meetings, copies) for programme, meetings in found.items())


def _latest_first(desk: Desk) -> list[Meeting]:
    return sorted(desk.store.meetings.all(), key=lambda one: (one.starts, one.id), reverse=True)


def _copies(desk: Desk) -> dict[MeetingId, list[SentCopy]]:
    copies: dict[MeetingId, list[SentCopy]] = {}
    for copy in desk.store.sent_copies.all():
        copies.setdefault(copy.meeting, []).append(copy)
    return copies


def _diary(
    desk: Desk, programme: Programme, meetings: Iterable[Meeting], copies: Mapping[MeetingId, Sequence[SentCopy]]
) -> MeetingDiary:
    return MeetingDiary(
        programme=programme,
        meetings=tuple(_with_copies(desk, one, tuple(copies.get(one.id, ()))) for one in meetings),
    )


def _with_copies(desk: Desk, meeting: Meeting, copies: tuple[SentCopy, ...]) -> EarlierMeeting:
    is_over = meeting.kind is MeetingKind.CONFERENCE and meeting.state is MeetingState.CLOSED
    return EarlierMeeting(meeting, copies=copies, owed=owed_copies(desk, meeting, copies) if is_over else ())


def _concerns(meeting: Meeting, people: Set[str], cases: Set[CaseCode]) -> bool:
    """Say whether a meeting is about some of these cases, or about the whole caseload of some of these people."""
    if meeting.kind is MeetingKind.MANAGEMENT:
        return bool(codes_of(meeting) & people) or bool(set(meeting.cases) & cases)
    return bool(set(meeting.cases) & cases)
