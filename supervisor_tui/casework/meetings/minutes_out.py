"""Minutes as a document in every form of paper, codes only unless names are asked for."""

from collections.abc import Iterable
from datetime import datetime

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.known_before import known_before
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.meetings.copies import SentCopy
from supervisor_tui.domain.meetings.corrections import as_approved, corrections
from supervisor_tui.domain.meetings.kinds import MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import MinutesLine
from supervisor_tui.exchange.minutes.minutes_markdown import minutes_as_markdown
from supervisor_tui.exchange.minutes.minutes_text import MinutesText
from supervisor_tui.exchange.paper.paper import CodesOrNames, Paper, PaperForm
from supervisor_tui.wording import _

__all__ = ["minutes_on_paper", "paper_of", "text_of_minutes", "usual_file_name"]


def minutes_on_paper(desk: Desk, number: MeetingId, *, with_names: bool = False) -> Paper:
    """Return the minutes of a meeting; with names only as far as this person may read them.

    Raises NoSuchMeetingError; raises IdentitiesClosed where names are asked for and this person has no key to them.
    That they were read is logged.
    """
    meeting = seen(desk, number).value
    names = _names(desk, meeting) if with_names else {}
    return paper_of(text_of_minutes(desk, meeting, names=names))


def paper_of(text: MinutesText) -> Paper:
    """Return minutes, or a copy of them, as a paper."""
    return Paper(
        title=_("Minutes {number}").format(number=text.meeting.id),
        markdown=minutes_as_markdown(text),
        holds=CodesOrNames.NAMES if text.names else CodesOrNames.CODES,
    )


def text_of_minutes(desk: Desk, meeting: Meeting, *, names: dict[str, str] | None = None) -> MinutesText:
    """Return the whole minutes: as approved, with the log of corrections and of the copies sent."""
    lines = desk.store.minutes.of(meeting.id)
    return MinutesText(
        meeting=meeting,
        lines=as_approved(lines),
        corrections=corrections(lines),
        before=known_before(desk, meeting),
        copies=_in_order(desk.store.sent_copies.of(meeting.id)),
        names=names or {},
        next_meeting=next_meeting(desk, meeting, lines),
    )


def usual_file_name(number: MeetingId, form: PaperForm) -> str:
    """Return a name for the file: the meeting's number, never a person or a case."""
    return f"{number}.{form.value}"


def _in_order(copies: Iterable[SentCopy]) -> tuple[SentCopy, ...]:
    return tuple(sorted(copies, key=lambda copy: (copy.sent_on, copy.id)))


def _names(desk: Desk, meeting: Meeting) -> dict[str, str]:
    identities = desk.store.open_identities()
    named = {code: identities.of(code) for code in meeting.cases}
    of_cases = {code: ", ".join(identity.names) for code, identity in named.items() if identity and identity.names}
    return of_cases | {person.code: person.short_name for person in desk.store.people.all()}


def next_meeting(desk: Desk, meeting: Meeting, lines: Iterable[MinutesLine]) -> datetime | None:
    """Return when a later meeting of the same kind takes up one of the cases, or the team again."""
    cases = {*meeting.cases, *(line.case for line in lines if line.case is not None)}
    later = (
        one.starts
        for one in desk.store.meetings.all()
        if one.kind is meeting.kind and one.in_time > meeting.in_time and one.state is MeetingState.PLANNED
        if cases & set(one.cases) or not meeting.cases
    )
    return min(later, default=None)
