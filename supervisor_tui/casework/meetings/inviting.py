"""Inviting somebody, and what is recorded of an invitee: on which basis they may be told, whether they may harm."""

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.contacts import keep_family_contacts_apart
from supervisor_tui.casework.meetings.holding import changed
from supervisor_tui.casework.meetings.who import code_if_known
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.ids import ParticipantId
from supervisor_tui.domain.meetings.meeting import Meeting, with_numbers
from supervisor_tui.domain.meetings.participants import Participant
from supervisor_tui.domain.meetings.sharing import NEEDS_A_NOTE
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.store.revised import Revised
from supervisor_tui.wording import _

__all__ = ["invited", "invitee_changed", "lacks_a_note"]


def invited(desk: Desk, before: Revised[Meeting], one: Participant) -> Revised[Meeting]:
    """Invite somebody more, a short name kept as its code.

    Raises RefusedError where they are invited already, or where it is not said why they may be told; Conflict as usual.
    """
    one = msgspec.structs.replace(one, label=code_if_known(desk, one.label))
    if not one.label:
        raise _refused("label", _("Say who is invited: a person's code, or a role such as “teacher”."))
    if any((each.label, each.agency) == (one.label, one.agency) for each in before.value.participants):
        message = _("{who} is invited to {number} already.").format(who=one.label, number=before.value.id)
        raise _refused("label", message)
    _asks_for_a_note(one)
    keep_family_contacts_apart((one,))
    more = msgspec.structs.replace(before.value, participants=(*before.value.participants, one))
    return changed(desk, before, with_numbers(more))


def invitee_changed(desk: Desk, before: Revised[Meeting], who: ParticipantId, **said: object) -> Revised[Meeting]:
    """Record something of an invitee, by the names of the fields; what is not named stays as it was.

    Raises RefusedError where the basis is the law or danger to life and nobody says why; Conflict as usual.
    """
    people = tuple(msgspec.structs.replace(one, **said) if one.id == who else one for one in before.value.participants)
    keep_family_contacts_apart(people)
    for one in people:
        if one.id == who and not said.keys().isdisjoint({"basis", "basis_note"}):
            _asks_for_a_note(one)
    return changed(desk, before, msgspec.structs.replace(before.value, participants=people))


def lacks_a_note(one: Participant) -> str:
    """Return what is to be said beside the basis of somebody, "" where nothing is."""
    if one.basis not in NEEDS_A_NOTE or one.basis_note.strip():
        return ""
    return _("Say in a note which law, or which danger: {basis}.").format(basis=one.basis.label if one.basis else "")


def _asks_for_a_note(one: Participant) -> None:
    if lacks := lacks_a_note(one):
        raise _refused("basis_note", lacks)


def _refused(field: str, message: str) -> RefusedError:
    return RefusedError((Finding(Severity.REFUSE, message, field),))
