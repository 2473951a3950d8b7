"""Referrals to other agencies and what became of them."""

from typing import Annotated, ClassVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import RecordId
from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.wording import _


class ReferralStatus(Choice):
    """How far a referral has come."""

    ACCEPTED = "accepted", _("accepted")
    REFUSED = "refused", _("refused")
    RECEIVED = "received", _("service received")
    NEED_MET = "need_met", _("need met")
    ENDED = "ended", _("ended without result")


class SharingMethod(Choice):
    """By which way information goes to another agency."""

    SPOKEN = "spoken", _("spoken")
    WRITTEN = "written", _("on paper")
    ELECTRONIC = "electronic", _("electronically")


class Referral(RecordBody, frozen=True, kw_only=True):
    """The case is sent to a provider for one need; the caseworker stays responsible."""

    KIND: ClassVar[str] = "referral"
    TITLE: ClassVar[str] = _("Referral")
    ON: ClassVar[str] = _("Sent on")

    referral: Annotated[str, asked(_("Number"), hint=_("For example R-0501."))]
    agency: Annotated[str, asked(_("To"), hint=_("The agency's code."), rule="IAG-S4-05")] = ""
    service: Annotated[str, asked(_("For which service"))] = ""
    need: Annotated[str, asked(_("Need"))] = ""
    accompanied: Annotated[YesNo | None, asked(_("Did somebody go along?"), rule="IAG-S4-04")] = None
    not_accompanied_because: Annotated[str, asked(_("If nobody went along: why"), rule="IAG-S4-04")] = ""
    consent: Annotated[RecordId | None, asked(_("Under which consent"), codes="record:consent", rule="IAG-S4-03")] = (
        None
    )
    sections: Annotated[
        tuple[str, ...], asked(_("What was shared"), hint=_("One a line, as in the consent."), rule="IAG-CONS-07")
    ] = ()
    method: Annotated[SharingMethod | None, asked(_("How it was shared"), rule="IAG-CONS-07")] = None


class ReferralProgress(RecordBody, frozen=True, kw_only=True):
    """News of a referral."""

    KIND: ClassVar[str] = "referral_progress"
    TITLE: ClassVar[str] = _("Referral: how it stands")
    ON: ClassVar[str] = _("On")

    referral: Annotated[str, asked(_("Referral"), codes="referral")]
    status: Annotated[ReferralStatus, asked(_("Status"), rule="IAG-S4-05")]
    note: Annotated[str, asked(_("Note"))] = ""
