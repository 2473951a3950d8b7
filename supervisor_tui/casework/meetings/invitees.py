"""Who is invited to a meeting, and what has to be known of each: why they may be told, and when they were."""

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.meeting_file import own_people
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.casework.shared_numbers import shared_number
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import MeetingId, ParticipantId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import Participant, SharingBasis
from supervisor_tui.domain.meetings.sharing import Sharing, sharing_with
from supervisor_tui.domain.settings import UsedFor
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.wording import _, ngettext

__all__ = ["Invitee", "Invitees", "basis_in_words", "invitee_of", "invitees", "notice_in_words"]


class Invitee(msgspec.Struct, frozen=True):
    """Somebody invited. notice_days: how many days before they were told, None while they were not.

    sharing: why they may be told about the child; None where no basis is asked for, since nobody from outside comes.
    """

    participant: Participant
    sharing: Sharing | None
    notice_days: int | None

    @property
    def by_code_only(self) -> bool:
        """Whether their papers hold no more than a code about some case of the meeting."""
        return self.sharing is not None and self.sharing.basis is None


class Invitees(msgspec.Struct, frozen=True):
    """Everybody who is invited; notice_asked: how many days before everybody is told, None where nothing is asked."""

    meeting: Meeting
    people: tuple[Invitee, ...]
    notice_asked: int | None

    def told_late(self, one: Invitee) -> bool:
        """Say whether somebody was told later than is asked."""
        return self.notice_asked is not None and one.notice_days is not None and one.notice_days < self.notice_asked


def invitees(desk: Desk, number: MeetingId) -> Invitees:
    """Return everybody who is invited to a meeting, in the order of the list.

    Raises NoSuchMeetingError. What a consent on file says is found by itself, for a conference alone.
    """
    meeting = seen(desk, number).value
    files = tuple(desk.case(code) for code in meeting.cases) if meeting.kind is MeetingKind.CONFERENCE else ()
    own = set(own_people(desk))
    return Invitees(
        meeting,
        tuple(
            Invitee(one, sharing_with(one, meeting, files, own) if files else None, _notice(meeting, one))
            for one in meeting.participants
        ),
        _notice_asked(desk, meeting, files),
    )


def invitee_of(desk: Desk, number: MeetingId, who: ParticipantId) -> Invitee:
    """Return one of those who are invited; raises RefusedError where nobody of that number is."""
    people = invitees(desk, number).people
    found = next((one for one in people if one.participant.id == who), None)
    if found is None:
        known = ", ".join(one.participant.id for one in people) or _("nobody")
        message = _("Nobody of the number {who} is invited to {number}. Known: {known}.")
        message = message.format(who=who, number=number, known=known)
        raise RefusedError((Finding(Severity.REFUSE, message, "to"),))
    return found


def basis_in_words(one: Invitee) -> str:
    """Say on which basis somebody may be told about the child, in one or two words."""
    if one.sharing is None:
        return ""
    if one.sharing.basis is None:
        return _("none: code only")
    return _SHORT[one.sharing.basis]


def notice_in_words(found: Invitees, one: Invitee) -> str:
    """Say how many days before somebody was told, against what is asked, and why it could not wait."""
    if one.notice_days is None:
        return _("not told yet")
    days = ngettext("told {n} day before", "told {n} days before", one.notice_days).format(n=one.notice_days)
    if not found.told_late(one):
        return days
    late = _("{days}, {asked} are asked").format(days=days, asked=found.notice_asked)
    why = found.meeting.urgent_because.strip()
    return _("{late}; it could not wait: {why}").format(late=late, why=why) if why else late


_SHORT = {
    SharingBasis.CONSENT: _("consent"),
    SharingBasis.NEED_TO_KNOW: _("our own work"),
    SharingBasis.LEGAL_DUTY: _("the law"),
    SharingBasis.PROTECTION: _("danger to life"),
    SharingBasis.FAMILY: _("own family"),
}


def _notice(meeting: Meeting, one: Participant) -> int | None:
    return (meeting.day - one.notice_on).days if one.notice_on is not None else None


def _notice_asked(desk: Desk, meeting: Meeting, files: tuple[CaseFile, ...]) -> int | None:
    """Return the most that guidance in force for one of the cases asks; nothing where none is in force."""
    asked = (shared_number(desk.host, file, UsedFor.NOTICE_DAYS, meeting.day) for file in files)
    return max((days for days in asked if days is not None), default=None)
