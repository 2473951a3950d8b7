"""How a participant of a meeting is named on the command line."""

import click

from supervisor_tui.domain.ids import ParticipantId
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import Participant, ParticipantRole
from supervisor_tui.wording import _

__all__ = ["one_more", "participant_meant"]


def one_more(typed: str) -> Participant:
    """Return who is typed as ROLE:WHO or ROLE:WHO:AGENCY; raises UsageError with the roles where it is neither."""
    role, _colon, rest = typed.partition(":")
    label, _second, agency = rest.partition(":")
    if role not in {one.value for one in ParticipantRole} or not label:
        known = ", ".join(one.value for one in ParticipantRole)
        message = _("{typed} is not ROLE:WHO. The roles are {known}.")
        raise click.UsageError(message.format(typed=typed, known=known))
    meant = ParticipantRole(role)
    return Participant(label=label, role=meant, agency=agency, professional=not meant.is_family)


def participant_meant(meeting: Meeting, typed: str) -> ParticipantId:
    """Return the one participant of that number, code or role; raises UsageError where it is not one."""
    word = typed.casefold()
    found = [one for one in meeting.participants if word in {one.id.casefold(), one.label.casefold()}]
    found = found or [one for one in meeting.participants if word == one.role.value]
    if len(found) == 1:
        return found[0].id
    known = ", ".join(f"{one.id} {one.label}" for one in meeting.participants)
    message = _("{typed} is not one participant of {number}. They are: {known}.")
    raise click.UsageError(message.format(typed=typed, number=meeting.id, known=known))
