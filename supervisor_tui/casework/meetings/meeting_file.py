"""The meeting as guidance sets read it, put together from the store."""

from collections.abc import Iterable, Set

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.typed_of_meeting import texts_of_meeting
from supervisor_tui.casework.names_typed import texts_of, words_of_names
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.meeting_file import EarlierMeeting, MeetingFile, NamedWords
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine, lines_that_stand
from supervisor_tui.domain.programme import Programme
from supervisor_tui.store.rows import CaseSummary
from supervisor_tui.wording import _

__all__ = ["codes_of", "meeting_file", "own_people", "programmes_of", "spoken_about"]

EARLIER_READ = 8
"""How many earlier meetings are read back through their minutes."""


def meeting_file(desk: Desk, meeting: Meeting) -> MeetingFile:
    """Return what the checks of a meeting read; nothing is decided here.

    Raises NoSuchCaseError for a case that nobody registered.
    """
    lines = lines_that_stand(desk.store.minutes.of(meeting.id))
    open_cases = _open_cases_of(desk, meeting)
    return MeetingFile(
        meeting=meeting,
        lines=lines,
        cases=tuple(desk.case(code) for code in meeting.cases),
        earlier=_earlier(desk, meeting),
        open_cases=tuple(one.case for one in open_cases),
        programmes=programmes_of(desk, open_cases),
        copies=desk.store.sent_copies.of(meeting.id),
        names=tuple(_names(desk, meeting, lines)),
        own_people=own_people(desk),
    )


def own_people(desk: Desk) -> tuple[PersonCode, ...]:
    """Return the codes of those who work here."""
    return tuple(one.code for one in desk.store.people.all() if one.active)


def spoken_about(lines: Iterable[MinutesLine]) -> tuple[CaseCode, ...]:
    """Return the cases of which something was said; one that was put off was not spoken about."""
    said = (line.case for line in lines if line.case is not None and line.kind is not LineKind.PUT_OFF)
    return tuple(dict.fromkeys(said))


def codes_of(meeting: Meeting) -> Set[str]:
    """Return by which code or role each participant is known."""
    return {one.label for one in meeting.participants}


def _open_cases_of(desk: Desk, meeting: Meeting) -> tuple[CaseSummary, ...]:
    """Return the open cases of the caseworkers who are invited, else of the person's own team; the urgent first."""
    theirs = [one for one in desk.store.summaries.carried_by(codes_of(meeting)) if not one.closed_on]
    if not theirs:
        theirs = [one for one in desk.looked_after() if not one.closed_on]
    return tuple(sorted(theirs, key=lambda one: (not one.urgent, one.risk_rank, one.case)))


def programmes_of(desk: Desk, summaries: Iterable[CaseSummary]) -> tuple[Programme, ...]:
    """Return the programmes that these cases are in, by their ids."""
    named = sorted({one.programme for one in summaries})
    return tuple(desk.store.programmes.get(each) or Programme(each, each) for each in named)


def _earlier(desk: Desk, meeting: Meeting) -> tuple[EarlierMeeting, ...]:
    before = [one for one in desk.store.meetings.all() if _is_earlier_of_the_same(one, meeting)]
    latest = sorted(before, key=lambda one: (one.in_time, one.id), reverse=True)[:EARLIER_READ]
    return tuple(
        EarlierMeeting(
            one, spoken_about(lines_that_stand(desk.store.minutes.of(one.id))), desk.store.sent_copies.of(one.id)
        )
        for one in latest
    )


def _is_earlier_of_the_same(one: Meeting, meeting: Meeting) -> bool:
    """Say whether it was held before by the same team, or for one of the same cases where it is no team's meeting."""
    if one.kind is not meeting.kind or one.state is MeetingState.PLANNED or one.in_time >= meeting.in_time:
        return False
    if meeting.kind is MeetingKind.MANAGEMENT:
        is_same_series = one.series is not None and one.series == meeting.series
        return is_same_series or not codes_of(meeting) or bool(codes_of(one) & codes_of(meeting))
    return bool(set(one.cases) & set(meeting.cases))


def _names(desk: Desk, meeting: Meeting, lines: Iterable[MinutesLine]) -> Iterable[NamedWords]:
    """Return where the meeting, its agenda or its minutes hold words of somebody's name."""
    texts = [(_("the meeting itself"), " ".join(texts_of_meeting(meeting)))]
    texts += [(_("agenda, point {place}").format(place=at), one.text) for at, one in enumerate(meeting.agenda, 1)]
    texts += [(_("minutes, line {place}").format(place=at), " ".join(texts_of(one))) for at, one in enumerate(lines, 1)]
    for where, text in texts:
        words = words_of_names(desk, text)
        if words:
            yield NamedWords(where, words)
