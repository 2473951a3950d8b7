"""The home visit at which the work is ended with the family (003 SOP 13)."""

from typing import Annotated, ClassVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.wording import _


class ClosingTopic(Choice):
    """What the last visit speaks of."""

    SHARED_EXPERIENCE = "shared_experience", _("the time together")
    ACHIEVEMENTS = "achievements", _("what was achieved")
    ENDING = "ending", _("that the relationship ends")
    FUTURE_SUPPORT = "future_support", _("support that may be needed")
    SOLVING_PROBLEMS = "solving_problems", _("how to solve problems alone")


class ClosureVisit(RecordBody, frozen=True, kw_only=True):
    """After both approvals the family is visited once more, the child is seen, and the work is ended well."""

    KIND: ClassVar[str] = "reintegration_benchmarks.closure_visit"
    TITLE: ClassVar[str] = _("Closing visit")
    ON: ClassVar[str] = _("Visited on")

    child_seen: Annotated[YesNo | None, asked(_("Was the child seen in person?"), rule="RB-SOP13-07")] = None
    topics: Annotated[tuple[ClosingTopic, ...], asked(_("Spoken about"), rule="RB-SOP13-08")] = ()
    contact_scco: Annotated[
        YesNo | None, asked(_("Contacts given: Sub-County Children's Officer"), rule="RB-SOP13-09")
    ] = None
    contact_services: Annotated[YesNo | None, asked(_("Contacts given: local services"), rule="RB-SOP13-09")] = None
    contact_authorities: Annotated[YesNo | None, asked(_("Contacts given: local authorities"), rule="RB-SOP13-09")] = (
        None
    )
    contact_organisations: Annotated[
        YesNo | None, asked(_("Contacts given: community and other organisations"), rule="RB-SOP13-09")
    ] = None
    contact_helpline: Annotated[YesNo | None, asked(_("Contacts given: child helpline"), rule="RB-SOP13-10")] = None
    contact_own: Annotated[YesNo | None, asked(_("Contacts given: our organisation"), rule="RB-SOP13-10")] = None
