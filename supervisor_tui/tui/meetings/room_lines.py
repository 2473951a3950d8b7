"""Who takes part, on a meeting's page and in its head."""

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import Attendance
from supervisor_tui.tui.meetings.page_lines import PageGroup, PageLine
from supervisor_tui.wording import _

__all__ = ["people_group", "room_words"]


def people_group(desk: Desk, meeting: Meeting) -> PageGroup:
    """Return everybody who takes part; Enter opens the list in which it is noted who is here."""
    lines = [
        PageLine(
            f"participant/{place}",
            one.attendance.label,
            desk.short_name(PersonCode(one.label)),
            " · ".join(filter(None, (one.role.label, one.agency))),
            people=True,
        )
        for place, one in enumerate(meeting.participants)
    ]
    return PageGroup("people", _("participants"), lines, count=len(lines), note=room_words(meeting), folded=bool(lines))


def room_words(meeting: Meeting) -> str:
    """Say who is in the room: how many are here, sent apologies, have not signed, were not told."""
    if not meeting.participants:
        return _("nobody named yet; F6 adds them")
    people = meeting.participants
    here = [one for one in people if one.attendance is Attendance.PRESENT]
    counted = [
        (len(here), _("{n} here")),
        (sum(1 for one in people if one.attendance is Attendance.APOLOGIES), _("{n} sent apologies")),
    ]
    if meeting.kind is not MeetingKind.MANAGEMENT:
        counted += [
            (sum(1 for one in here if one.professional and one.signed_on is None), _("{n} not signed")),
            (sum(1 for one in people if one.notice_on is None), _("{n} not told yet")),
        ]
    return " · ".join(words.format(n=number) for number, words in counted if number)
