"""Handing a case over: the plan for it, whether the other agency took it up, and cases kept when a programme ends."""

from datetime import date
from typing import Annotated, ClassVar

from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.wording import _


class HandOverPlan(RecordBody, frozen=True, kw_only=True):
    """What goes to the other agency, by whom and when, and what of the file."""

    KIND: ClassVar[str] = "iag_core.hand_over_plan"
    TITLE: ClassVar[str] = _("Plan for the hand-over")
    ON: ClassVar[str] = _("Agreed on")

    what: Annotated[str, asked(_("What is handed over"), long=True, rule="IAG-TRF-03")] = ""
    who: Annotated[str, asked(_("By whom"), codes="person", rule="IAG-TRF-03")] = ""
    until: Annotated[date | None, asked(_("Until"), rule="IAG-TRF-03")] = None
    open_work: Annotated[
        tuple[str, ...],
        asked(_("Open actions and referrals"), hint=_("Their numbers, one a line."), rule="IAG-CLS-12"),
    ] = ()
    explained_on: Annotated[date | None, asked(_("Told to child and family on"), rule="IAG-TRF-03")] = None
    sections: Annotated[
        tuple[str, ...], asked(_("Parts of the file that go"), hint=_("One a line."), rule="IAG-TRF-14")
    ] = ()
    strict_section: Annotated[
        YesNo | None, asked(_("Is the strictly confidential part among it?"), rule="IAG-TRF-14")
    ] = None
    others_taken_out: Annotated[YesNo | None, asked(_("Were other people's names taken out?"), rule="IAG-TRF-14")] = (
        None
    )


class AgainstTheirWishes(RecordBody, frozen=True, kw_only=True):
    """A hand-over that child or family do not want, because their protection asks for it."""

    KIND: ClassVar[str] = "iag_core.transfer_against_wishes"
    TITLE: ClassVar[str] = _("Hand-over against the family's wishes")
    ON: ClassVar[str] = _("Decided on")

    reason: Annotated[str, asked(_("Why it is done all the same"), rule="IAG-TRF-06")] = ""
    best_interests: Annotated[str, asked(_("Why it is best for the child"), rule="IAG-TRF-06")] = ""
    discussed_on: Annotated[date | None, asked(_("Talked over openly with them on"), rule="IAG-TRF-06")] = None


class TakenUp(RecordBody, frozen=True, kw_only=True):
    """A look some weeks later: does the other agency really work with the child?"""

    KIND: ClassVar[str] = "iag_core.taken_up"
    TITLE: ClassVar[str] = _("The other agency works with the child")
    ON: ClassVar[str] = _("Asked on")

    works: Annotated[YesNo, asked(_("Does it?"), rule="IAG-TRF-15")]
    note: Annotated[str, asked(_("Note"))] = ""


class KeptAtExit(RecordBody, frozen=True, kw_only=True):
    """The programme ends, and the case is kept: who carries it on."""

    KIND: ClassVar[str] = "iag_core.kept_at_exit"
    TITLE: ClassVar[str] = _("Kept when the programme ends")
    ON: ClassVar[str] = _("Decided on")

    by: Annotated[PersonCode | None, asked(_("Who carries it on"), codes="person", rule="IAG-TRF-12")] = None
    reason: Annotated[str, asked(_("Why"), rule="IAG-TRF-12")] = ""
