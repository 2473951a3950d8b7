"""Who and which agencies are known here, so that a mistyped code is told before it is kept."""

from collections.abc import Iterable, Sequence

from supervisor_tui.casework.closing_place import Place
from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.meetings.participants import ParticipantRole
from supervisor_tui.domain.people import Role
from supervisor_tui.domain.records.closing import ApprovingBody
from supervisor_tui.domain.records.closing_task import ClosingTask, TaskState
from supervisor_tui.domain.records.consent import Consent
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.records.referral import Referral
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.wording import _

__all__ = ["findings_on_agency", "findings_on_owner", "known_agencies"]

_ROLES: tuple[type[Choice], ...] = (Role, ParticipantRole, ApprovingBody)
MOST_NAMED = 12
"""Codes that a sentence names; the rest are told as more."""


def findings_on_owner(desk: Desk, body: RecordBody) -> Iterable[Finding]:
    """Refuse an open task of closing whose owner is neither somebody who works here, by code, nor a role."""
    if not isinstance(body, ClosingTask) or body.state is not TaskState.OPEN or not body.owner.strip():
        return
    codes = [person.code for person in desk.store.people.all() if person.active]
    if body.owner not in codes and body.owner.strip().casefold() not in _role_words():
        words = _("Nobody who works here has the code {code}. Known: {known}; or name a role, such as {roles}.")
        roles = ", ".join(role.label for role in (Role.SUPERVISOR, Role.MANAGER))
        message = words.format(code=body.owner, known=_some(codes), roles=roles)
        yield Finding(Severity.REFUSE, message, "owner")


def known_agencies(desk: Desk, cases: Sequence[CaseFile]) -> tuple[str, ...]:
    """Return the agencies known here: where cases went or go, who came to meetings, and those these cases name."""
    rows = desk.store.closing_rows.at([place.value for place in Place if place is not Place.FAR])
    found = {row.moving_to for row in rows}
    found |= {one.agency for meeting in desk.store.meetings.all() for one in meeting.participants}
    for case in cases:
        found |= {entry.body.agency for entry in case.of(Referral)}
        found |= {agency for entry in case.of(Consent) for agency in entry.body.agencies}
    return tuple(sorted({agency.strip() for agency in found} - {""}))


def findings_on_agency(desk: Desk, cases: Sequence[CaseFile], agency: str) -> tuple[Finding, ...]:
    """Point out an agency that nobody here has worked with, and name those known; where none is, there is no list."""
    known = known_agencies(desk, cases)
    if not known or not agency.strip() or agency.strip() in known:
        return ()
    words = _("No agency {code} is known here. Known: {known}. A new one is given knowingly.")
    return (Finding(Severity.WARN, words.format(code=agency.strip(), known=_some(known)), "agency"),)


def _role_words() -> set[str]:
    return {word.casefold() for roles in _ROLES for role in roles for word in (role.value, role.label)}


def _some(codes: Sequence[str]) -> str:
    return ", ".join(codes[:MOST_NAMED]) + (" …" if len(codes) > MOST_NAMED else "")
