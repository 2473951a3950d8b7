"""People who use the product or carry cases, by code and short name, and what each may do."""

from collections.abc import Iterable

import msgspec

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.wording import _


class Role(Choice):
    """What somebody does at the agency."""

    CASEWORKER = "caseworker", _("caseworker")
    SUPERVISOR = "supervisor", _("supervisor")
    MANAGER = "manager", _("manager")
    FACILITATOR = "facilitator", _("facilitator")
    AUDITOR = "auditor", _("auditor")


class Person(msgspec.Struct, frozen=True, omit_defaults=True):
    """Somebody of the agency.

    short_name is what the agency calls them; it is shown on screens and never written to logs, exports or the audit
    log. supervisor is the code of the person who answers for this caseworker.
    """

    code: PersonCode
    short_name: str
    roles: tuple[Role, ...]
    supervisor: PersonCode | None = None
    active: bool = True

    @property
    def is_from_outside(self) -> bool:
        """Whether they come from outside to facilitate, and do nothing else here."""
        return set(self.roles) == {Role.FACILITATOR}

    def may_approve(self) -> bool:
        """Say whether this person has a role that can approve a closing."""
        return Role.SUPERVISOR in self.roles or Role.MANAGER in self.roles


def deciders(people: Iterable[Person]) -> tuple[Person, ...]:
    """Return who decides what is the manager's to decide: the managers, where there are none the supervisors."""
    active = [person for person in people if person.active]
    managers = tuple(person for person in active if Role.MANAGER in person.roles)
    return managers or tuple(person for person in active if Role.SUPERVISOR in person.roles)
