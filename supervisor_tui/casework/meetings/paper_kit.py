"""The papers of a meeting: what is printed to hold it without a screen, and what the family takes home; codes only."""

from collections.abc import Iterable

from msgspec.structs import replace

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.calendar_entry import place_to_tell
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.invitees import invitee_of
from supervisor_tui.casework.meetings.minutes import minutes
from supervisor_tui.casework.names_typed import words_of_names
from supervisor_tui.domain.ids import CaseCode, MeetingId, ParticipantId
from supervisor_tui.domain.meetings.copies import copy_for
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import Audience, LineKind, MinutesLine, Part
from supervisor_tui.domain.meetings.participants import Attendance
from supervisor_tui.domain.meetings.told_to import meeting_as_told_to, told_about
from supervisor_tui.domain.people import Person
from supervisor_tui.exchange.meeting_kit_markdown import (
    FamilyPage,
    KitText,
    agenda_as_markdown,
    family_pages_as_markdown,
    kit_as_markdown,
)
from supervisor_tui.exchange.paper.paper import CodesOrNames, Paper, PaperForm
from supervisor_tui.wording import _

__all__ = ["family_lines", "kit_for", "meeting_kit", "usual_name_of_kit"]


def meeting_kit(desk: Desk, number: MeetingId, *, only_family: bool = False) -> Paper:
    """Return the kit: agenda, signatures, a page for decisions, and for each child a plain page for the family.

    only_family: the families' pages alone. Raises NoSuchMeetingError.
    """
    meeting = seen(desk, number).value
    families = tuple(_families(desk, meeting))
    people = tuple((one.role.label, _without_names(desk, one.agency)) for one in meeting.participants)
    agenda = tuple(replace(line, text=_without_names(desk, line.text)) for line in meeting.agenda)
    kit = KitText(replace(meeting, agenda=agenda), place_to_tell(desk, meeting.kind, meeting.place), people, families)
    return Paper(
        title=_("What we agreed") if only_family else _("Papers for {number}").format(number=number),
        markdown=family_pages_as_markdown(families) if only_family else kit_as_markdown(kit),
        holds=CodesOrNames.CODES,
    )


def kit_for(desk: Desk, number: MeetingId, to: ParticipantId) -> Paper:
    """Return the papers of one of those invited: the agenda as far as they may know it, and the family's own page.

    Raises NoSuchMeetingError, and RefusedError where nobody of that number is invited.
    """
    one = invitee_of(desk, number, to)
    meeting = meeting_as_told_to(one.participant, seen(desk, number).value, one.sharing)
    is_home = one.participant.is_family and told_about(one.participant, one.sharing, None)
    agenda = tuple(replace(line, text=_without_names(desk, line.text)) for line in meeting.agenda)
    families = tuple(_families(desk, meeting)) if is_home else ()
    kit = KitText(replace(meeting, agenda=agenda), place_to_tell(desk, meeting.kind, meeting.place), (), families)
    title = _("Papers for {number}").format(number=number)
    return Paper(title=title, markdown=agenda_as_markdown(kit), holds=CodesOrNames.CODES)


def usual_name_of_kit(number: MeetingId, form: PaperForm) -> str:
    """Return a name for the file: the meeting's number, never a person or a case."""
    return f"{number}-kit.{form.value}"


def family_lines(meeting: Meeting, lines: Iterable[MinutesLine], code: CaseCode) -> tuple[MinutesLine, ...]:
    """Return what a child's family may take home: of the open part, for everyone, and heard by all of it who came.

    Where nobody of a family came, nothing: what is not known never widens a copy.
    """
    came = [one for one in meeting.participants if one.is_family and one.attendance is Attendance.PRESENT]
    plain = tuple(
        line
        for line in lines
        if line.case == code and line.part is Part.OPEN and line.readers is Audience.EVERYONE and came
    )
    return tuple(line for line in plain if all(line in copy_for(one, plain, meeting, None) for one in came))


def _families(desk: Desk, meeting: Meeting) -> Iterable[FamilyPage]:
    """Return a page for each child; a case management meeting has no family in it, and no page for one."""
    if meeting.kind is MeetingKind.MANAGEMENT:
        return
    lines = minutes(desk, meeting.id)
    people = {str(one.code): one for one in desk.store.people.all()}
    for code in meeting.cases:
        theirs = family_lines(meeting, lines, code)
        yield FamilyPage(
            code,
            decided=tuple(_without_names(desk, line.text) for line in theirs if line.kind is LineKind.DECISION),
            to_do=tuple(
                (_without_names(desk, line.text), _who(desk, meeting, people, line.owner), line.due_on)
                for line in theirs
                if line.kind is LineKind.ACTION
            ),
            next_date=tuple(
                line.on.isoformat() if line.on else _without_names(desk, line.text)
                for line in theirs
                if line.kind is LineKind.NEXT_DATE
            ),
        )


def _who(desk: Desk, meeting: Meeting, people: dict[str, Person], owner: str) -> str:
    """Return who does it, as a family would say it: a role, never a code."""
    role = next((one.role.label for one in meeting.participants if one.label == owner), "")
    if role:
        return role
    if owner in people:
        return _("somebody of our agency")
    return _without_names(desk, owner) or _("nobody named yet")


def _without_names(desk: Desk, text: str) -> str:
    """Return a text, or a word in its place where it holds somebody's name: this paper lies on a table."""
    return _("(to be said aloud: it holds a name)") if words_of_names(desk, text) else text
