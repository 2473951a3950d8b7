"""The columns of the list of who is invited, and what is said in full of the person of the line."""

from collections.abc import Callable, Iterable

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.invitees import Invitee, Invitees, basis_in_words, notice_in_words
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.meetings.participants import Participant, ParticipantRole
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.kit.columns import Cell, Column
from supervisor_tui.kit.tones import Tone
from supervisor_tui.wording import _, ngettext

__all__ = ["columns_for", "in_full", "who_is"]


def columns_for(desk: Callable[[], Desk], found: Invitees, *, shown_to_others: bool) -> tuple[Column[Invitee], ...]:
    """Return the columns; basis, harm and notice belong to a conference, and harm and basis to no wall.

    What leaves a narrow screen first is said in full below the list.
    """
    asks = any(one.sharing is not None for one in found.people)
    return (
        Column("who", _("Who"), lambda one: who_is(desk(), one.participant), width=10, flex=2),
        Column("role", _("Role"), lambda one: one.participant.role.label, width=12, flex=1, leaves_first=2),
        Column("agency", _("Agency"), lambda one: one.participant.agency, width=8, flex=1, leaves_first=3),
        Column("professional", _("Prof."), _professional, width=5, leaves_first=5),
        *(_FOR_US if asks and not shown_to_others else ()),
        Column("told", _("Notice"), lambda one: _notice(found, one), width=8, leaves_first=1),
        Column("attendance", _("Attendance"), lambda one: _attendance(one.participant), width=12),
        Column("signed", _("Confidentiality"), lambda one: one.participant.confidentiality.label, width=15),
    )


def in_full(desk: Desk, found: Invitees, one: Invitee, *, shown_to_others: bool) -> str:
    """Say everything about the person of the line that a narrow list cannot."""
    return " · ".join(filter(None, _said(desk, found, one, shown_to_others=shown_to_others)))


def who_is(desk: Desk, one: Participant) -> str:
    """Return what the agency calls somebody who works here; the role of anybody else."""
    return desk.short_name(PersonCode(one.label))


def _said(desk: Desk, found: Invitees, one: Invitee, *, shown_to_others: bool) -> Iterable[str]:
    person = one.participant
    yield " ".join(filter(None, (person.id, who_is(desk, person), person.role.label, person.agency)))
    yield person.contact if not shown_to_others else ""
    yield _("professional") if person.is_professional else _("not a professional")
    if one.sharing is not None:
        yield notice_in_words(found, one)
    if one.sharing is None or shown_to_others:
        return
    if one.sharing.basis is None:
        yield _("no basis to share: their papers hold the code only; b records one")
    else:
        yield _("may be told: {basis}").format(basis=one.sharing.basis.label)
    yield one.sharing.note
    yield _HARM[person.may_harm] if person.role is not ParticipantRole.CHILD else ""
    yield person.harm_note


def _notice(found: Invitees, one: Invitee) -> Cell:
    if one.notice_days is None:
        return Cell("?", Tone.QUIET)
    if not found.told_late(one):
        return Cell(ngettext("{n} day", "{n} days", one.notice_days).format(n=one.notice_days))
    urgent = bool(found.meeting.urgent_because.strip())
    words = _("{n} of {asked}").format(n=one.notice_days, asked=found.notice_asked)
    return Cell(words, Tone.WARNING if urgent else Tone.URGENT)


def _basis(one: Invitee) -> Cell:
    return Cell(basis_in_words(one), Tone.WARNING if one.by_code_only else Tone.PLAIN)


def _harm(one: Invitee) -> Cell:
    person = one.participant
    if person.may_harm is None and person.role is ParticipantRole.CHILD:
        return Cell("")
    if person.may_harm is None:
        return Cell("?", Tone.QUIET)
    return Cell(person.may_harm.label, Tone.URGENT if person.could_harm else Tone.PLAIN)


def _professional(one: Invitee) -> str:
    return _("yes") if one.participant.is_professional else _("no")


def _attendance(one: Participant) -> str:
    return _("stepped out") if one.stepped_out else one.attendance.label


_FOR_US = (
    Column("basis", _("May be told"), _basis, width=15),
    Column("harm", _("Harm"), _harm, width=5),
)
_HARM = {
    None: _("source of harm: not asked"),
    YesNo.YES: _("may be a source of harm"),
    YesNo.NO: _("no source of harm"),
    YesNo.NOT_KNOWN: _("source of harm: not known, so taken for one"),
}
