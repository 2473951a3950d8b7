"""Handing a case to another agency: the proposal and what became of it, the plan, and the look afterwards."""

from datetime import date
from typing import Annotated, ClassVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.wording import _


class TransferGround(Choice):
    """Why a case moves to another agency."""

    CHILD_MOVED = "child_moved", _("the child moved and still needs a plan")
    BETTER_PLACED = "better_placed", _("the other agency is better placed")
    PROGRAMME_ENDS = "programme_ends", _("our programme ends")
    CHALLENGING_NEEDS = "challenging_needs", _("the needs are hard to manage")


class TransferWish(Choice):
    """What child and family say to the hand-over of their file."""

    AGREED = "agreed", _("they agree")
    DECLINED = "declined", _("they want no more help and no hand-over")
    OVERRULED = "overruled", _("they do not want it; it is done for the child's protection")


class Transfer(RecordBody, frozen=True, kw_only=True):
    """The case is to go to another agency; it stays here until that agency accepts.

    What becomes of it is written as a correction of this record, so that one hand-over is one record.
    """

    KIND: ClassVar[str] = "transfer"
    TITLE: ClassVar[str] = _("Transfer")
    ON: ClassVar[str] = _("Proposed on")

    agency: Annotated[str, asked(_("To"), hint=_("The agency's code."), rule="IAG-TRF-01")]
    accepted_on: Annotated[date | None, asked(_("Accepted on"), rule="IAG-TRF-01")] = None
    reason: Annotated[str, asked(_("Reason"), rule="IAG-TRF-02")] = ""
    grounds: Annotated[tuple[TransferGround, ...], asked(_("Grounds"), rule="IAG-TRF-02")] = ()
    why_better: Annotated[str, asked(_("Why the child is better served there"), rule="IAG-TRF-08")] = ""
    wish: Annotated[TransferWish | None, asked(_("Do child and family want it?"), rule="IAG-TRF-05")] = None
    file_handed_on: Annotated[date | None, asked(_("File handed over on"), rule="IAG-TRF-04")] = None
    accompanied_on: Annotated[date | None, asked(_("Went along to the new caseworker on"), rule="IAG-TRF-07")] = None
    not_accompanied_because: Annotated[str, asked(_("If nobody went along: why"), rule="IAG-TRF-07")] = ""
    batch: Annotated[
        str,
        asked(_("Moved together with others"), hint=_("The batch, for example B-1."), rule="IAG-TRF-11"),
    ] = ""
    refused_on: Annotated[date | None, asked(_("The other agency refused on"))] = None
    refused_because: Annotated[str, asked(_("Why the other agency refused"))] = ""
    withdrawn_on: Annotated[date | None, asked(_("Taken back by us on"))] = None
    withdrawn_because: Annotated[str, asked(_("Why we took it back"))] = ""


class HandOverPlan(RecordBody, frozen=True, kw_only=True):
    """What goes to the other agency, by whom and when, and what of the file."""

    KIND: ClassVar[str] = "hand_over_plan"
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

    KIND: ClassVar[str] = "transfer_against_wishes"
    TITLE: ClassVar[str] = _("Hand-over against the family's wishes")
    ON: ClassVar[str] = _("Decided on")

    reason: Annotated[str, asked(_("Why it is done all the same"), rule="IAG-TRF-06")] = ""
    best_interests: Annotated[str, asked(_("Why it is best for the child"), rule="IAG-TRF-06")] = ""
    discussed_on: Annotated[date | None, asked(_("Talked over openly with them on"), rule="IAG-TRF-06")] = None


class TakenUp(RecordBody, frozen=True, kw_only=True):
    """A look some weeks later: does the other agency really work with the child?"""

    KIND: ClassVar[str] = "taken_up"
    TITLE: ClassVar[str] = _("The other agency works with the child")
    ON: ClassVar[str] = _("Asked on")

    works: Annotated[YesNo, asked(_("Does it?"), rule="IAG-TRF-15")]
    note: Annotated[str, asked(_("Note"))] = ""
