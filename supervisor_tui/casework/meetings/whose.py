"""Whose meeting on the whole caseload it is: that of the team whose supervisor stands on its list."""

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.opening_files import ask_why
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import ParticipantRole
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.wording import _

__all__ = ["ask_invited", "case_as_shown", "is_invited", "led_by"]


def led_by(desk: Desk, meeting: Meeting) -> str:
    """Return which supervisors of the agency lead a meeting on the whole caseload, by short name; blank for none."""
    if meeting.kind is not MeetingKind.MANAGEMENT:
        return ""
    leading = (one.label for one in meeting.participants if one.role is ParticipantRole.SUPERVISOR)
    people = (desk.store.people.get(PersonCode(label)) for label in leading)
    return ", ".join(one.short_name for one in people if one is not None)


def is_invited(desk: Desk, meeting: Meeting) -> bool:
    """Say whether the person at the desk stands on the list of a meeting that somebody else's team holds."""
    return not led_by(desk, meeting) or any(one.label == desk.person.code for one in meeting.participants)


def case_as_shown(desk: Desk, meeting: Meeting, code: CaseCode) -> CaseFile:
    """Return a case for somebody who reads of it what a meeting shows: who is on its list, or may read the file anyway.

    Raises ReasonAsked for everybody else until they said why, and NoSuchCaseError for a wrong code.
    """
    takes_part = any(one.label == desk.person.code for one in meeting.participants)
    return desk.case(code) if takes_part or desk.store.reach is not None else ask_why(desk, code)


def ask_invited(desk: Desk, meeting: Meeting) -> None:
    """Raise RefusedError where another team's meeting would be written into by somebody who is not on its list."""
    if is_invited(desk, meeting):
        return
    message = _("{number} is the meeting of {who}, and you are not on its list. F2, then i, adds you.")
    words = message.format(number=meeting.id, who=led_by(desk, meeting))
    raise RefusedError((Finding(Severity.REFUSE, words, "text"),))
