"""How participants can be reached: that of an office stands in a meeting, that of child and family with the names."""

from collections.abc import Iterable

from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.meetings.participants import CONTACT_OF_FAMILY, Participant
from supervisor_tui.guidance.findings import Finding, Severity

__all__ = ["keep_family_contacts_apart"]


def keep_family_contacts_apart(people: Iterable[Participant]) -> None:
    """Refuse people of the family with a contact; raises RefusedError."""
    if any(one.is_family and one.contact.strip() for one in people):
        raise RefusedError((Finding(Severity.REFUSE, CONTACT_OF_FAMILY, "contact"),))
