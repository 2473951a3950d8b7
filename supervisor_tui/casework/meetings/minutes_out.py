"""Minutes as a document in every form of paper, codes only unless names are asked for."""

from datetime import datetime

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.meetings.kinds import MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.exchange.minutes_markdown import minutes_as_markdown
from supervisor_tui.exchange.paper.paper import CodesOrNames, Paper, PaperForm
from supervisor_tui.wording import _

__all__ = ["minutes_on_paper", "usual_file_name"]


def minutes_on_paper(desk: Desk, number: MeetingId, *, with_names: bool = False) -> Paper:
    """Return the minutes of a meeting; with names only as far as this person may read them.

    Raises IdentitiesClosed where names are asked for and this person has no key to them; that they were read is logged.
    """
    meeting = desk.store.meetings.get(number)
    if meeting is None:
        raise LookupError(f"no meeting {number}")
    names = _names(desk, meeting) if with_names else None
    text = minutes_as_markdown(meeting, desk.store.minutes.of(number), names=names, next_meeting=_next(desk, meeting))
    holds = CodesOrNames.NAMES if with_names else CodesOrNames.CODES
    return Paper(title=_("Minutes {number}").format(number=number), markdown=text, holds=holds)


def usual_file_name(number: MeetingId, form: PaperForm) -> str:
    """Return a name for the file: the meeting's number, never a person or a case."""
    return f"{number}.{form.value}"


def _names(desk: Desk, meeting: Meeting) -> dict[str, str]:
    identities = desk.store.open_identities()
    named = {code: identities.of(code) for code in meeting.cases}
    of_cases = {code: ", ".join(identity.names) for code, identity in named.items() if identity and identity.names}
    return of_cases | {person.code: person.short_name for person in desk.store.people.all()}


def _next(desk: Desk, meeting: Meeting) -> datetime | None:
    """Return when a later meeting of the same kind takes up one of the cases, or the team again."""
    later = (
        one.starts
        for one in desk.store.meetings.all()
        if one.kind is meeting.kind and one.starts > meeting.starts and one.state is MeetingState.PLANNED
        if set(one.cases) & set(meeting.cases) or not meeting.cases
    )
    return min(later, default=None)
