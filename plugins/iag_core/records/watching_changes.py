"""What changes while one follows up: services that stop, plans that stay as they are, others who watch with us."""

from datetime import date
from typing import Annotated, ClassVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.records.kind import RecordBody, asked
from supervisor_tui.wording import _


class ServiceState(Choice):
    """What became of a service that the plan counts on."""

    SUSPENDED = "suspended", _("stopped for a time")
    CHANGED = "changed", _("given in another way")


class ServiceChanged(RecordBody, frozen=True, kw_only=True):
    """A service that the plan counts on stops or is given in another way."""

    KIND: ClassVar[str] = "iag_core.service_changed"
    TITLE: ClassVar[str] = _("Change of a service")
    ON: ClassVar[str] = _("From")

    service: Annotated[str, asked(_("Service"), rule="FU-07")]
    state: Annotated[ServiceState, asked(_("What changed"), rule="FU-07")]


class PlanStays(RecordBody, frozen=True, kw_only=True):
    """Something changed for the child, and the plan is right as it is."""

    KIND: ClassVar[str] = "iag_core.plan_stays"
    TITLE: ClassVar[str] = _("The plan stays as it is")
    ON: ClassVar[str] = _("Decided on")

    reason: Annotated[str, asked(_("Why"), rule="FU-03")]


class Watcher(RecordBody, frozen=True, kw_only=True):
    """Somebody outside, a provider or a person of the community, watches for changes with us."""

    KIND: ClassVar[str] = "iag_core.watcher"
    TITLE: ClassVar[str] = _("Somebody else watches with us")
    ON: ClassVar[str] = _("From")

    watcher: Annotated[str, asked(_("Who"), hint=_("A code or a role such as “teacher”, never a name."), rule="FU-09")]
    trained_on: Annotated[date | None, asked(_("Trained on"), rule="FU-09")] = None
    decided_on: Annotated[date | None, asked(_("Decided with the supervisor on"), rule="FU-10")] = None
    supervisor: Annotated[PersonCode | None, asked(_("Supervisor"), codes="person", rule="FU-10")] = None
