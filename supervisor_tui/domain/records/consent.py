"""Consent and assent, and their withdrawal."""

from datetime import date
from typing import Annotated, ClassVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import RecordId
from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.wording import _


class ConsentGiver(Choice):
    """Who agreed."""

    CHILD = "child", _("child")
    CAREGIVER = "caregiver", _("caregiver")
    OTHER = "other", _("somebody else with the right to")


class ConsentForm(Choice):
    """What kind of agreement it is."""

    CONSENT = "consent", _("consent")
    ASSENT = "assent", _("assent")
    LEGAL_MANDATE = "legal_mandate", _("no consent: legal mandate")


class ConsentPurpose(Choice):
    """What it is for; each purpose is asked for by itself."""

    SERVICES = "services", _("registration and services")
    SHARING = "sharing", _("referral and sharing")
    TRANSFER = "transfer", _("hand-over of the file")
    CONFERENCE = "conference", _("discussion in a case conference")
    DATA = "data", _("keeping information")


class Consent(RecordBody, frozen=True, kw_only=True):
    """Somebody with the right to agreed, or did not."""

    KIND: ClassVar[str] = "consent"
    TITLE: ClassVar[str] = _("Consent or assent")
    ON: ClassVar[str] = _("Given on")

    giver: Annotated[ConsentGiver, asked(_("Who"), rule="IAG-S1-03")]
    form: Annotated[ConsentForm, asked(_("Form"), rule="IAG-CONS-04")]
    purpose: Annotated[ConsentPurpose, asked(_("For"), rule="IAG-CONS-12")]
    agreed: Annotated[YesNo, asked(_("Agreed?"))] = YesNo.YES
    agencies: Annotated[tuple[str, ...], asked(_("With which agencies"), rule="IAG-CONS-07")] = ()
    valid_until: Annotated[date | None, asked(_("Valid until"), rule="IAG-CONS-09")] = None
    once: Annotated[YesNo | None, asked(_("For one time only?"), rule="IAG-CONS-10")] = None
    reason: Annotated[str, asked(_("Mandate or reason"), rule="IAG-CONS-08")] = ""


class ConsentWithdrawn(RecordBody, frozen=True, kw_only=True):
    """A consent was taken back; what was done before stays valid."""

    KIND: ClassVar[str] = "consent_withdrawn"
    TITLE: ClassVar[str] = _("Consent taken back")
    ON: ClassVar[str] = _("Taken back on")

    consent: Annotated[RecordId, asked(_("Which consent"), codes="record:consent", rule="IAG-CONS-11")]
