"""The answer about who is invited to a meeting."""

from datetime import date

import msgspec

from supervisor_tui.casework.meetings.invitees import Invitee, Invitees

__all__ = ["InviteesAnswer", "invitees_answer"]


class InviteeAnswer(msgspec.Struct, frozen=True):
    """Somebody invited. basis is null where there is none for every case: then their papers hold the code only.

    basis_by_itself: found on file, not typed. told_about: the cases that they may be told about. may_harm is null while
    nobody asked; notice_days while they were not told; notice_in_time where either is not known.
    """

    number: str
    who: str
    role: str
    agency: str | None
    contact: str | None
    professional: bool
    basis: str | None
    basis_note: str
    basis_by_itself: bool
    told_about: tuple[str, ...]
    may_harm: str | None
    harm_note: str
    notice_on: date | None
    notice_days: int | None
    notice_in_time: bool | None
    confidentiality: str
    signed_on: date | None
    attendance: str
    stepped_out: bool


class InviteesAnswer(msgspec.Struct, frozen=True):
    """Everybody invited; urgent_because says why short notice could not wait, empty where nobody said so."""

    meeting: str
    notice_asked: int | None
    urgent_because: str
    people: tuple[InviteeAnswer, ...]


def invitees_answer(found: Invitees) -> InviteesAnswer:
    """Return who is invited as JSON gives it."""
    people = tuple(_invitee(found, one) for one in found.people)
    return InviteesAnswer(found.meeting.id, found.notice_asked, found.meeting.urgent_because, people)


def _invitee(found: Invitees, one: Invitee) -> InviteeAnswer:
    person, sharing = one.participant, one.sharing
    is_judged = one.notice_days is not None and found.notice_asked is not None
    return InviteeAnswer(
        number=person.id,
        who=person.label,
        role=person.role.value,
        agency=person.agency or None,
        contact=person.contact or None,
        professional=person.is_professional,
        basis=sharing.basis.value if sharing and sharing.basis else None,
        basis_note=sharing.note if sharing else "",
        basis_by_itself=sharing.by_itself if sharing else False,
        told_about=sharing.cases if sharing else (),
        may_harm=person.may_harm.value if person.may_harm else None,
        harm_note=person.harm_note,
        notice_on=person.notice_on,
        notice_days=one.notice_days,
        notice_in_time=not found.told_late(one) if is_judged else None,
        confidentiality=person.confidentiality.value,
        signed_on=person.signed_on,
        attendance=person.attendance.value,
        stepped_out=person.stepped_out,
    )
