"""Consent and assent, and their withdrawal."""

from datetime import date
from typing import Annotated, ClassVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import PersonCode, RecordId
from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.domain.records.referral import SharingMethod
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


class Capacity(Choice):
    """Whether somebody is able to consent."""

    YES = "yes", _("yes")
    NO = "no", _("no")
    UNSURE = "unsure", _("not sure")


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
    sections: Annotated[
        tuple[str, ...],
        asked(_("What may be shared"), hint=_("One a line, for example assessment."), rule="IAG-CONS-07"),
    ] = ()
    methods: Annotated[tuple[SharingMethod, ...], asked(_("In which way"), rule="IAG-CONS-07")] = ()
    able: Annotated[Capacity | None, asked(_("Is the person able to consent?"), rule="IAG-CONS-03")] = None
    voluntary: Annotated[YesNo | None, asked(_("Was it given freely?"), rule="IAG-CONS-03")] = None
    services_understood: Annotated[YesNo | None, asked(_("Understood: services and options"), rule="IAG-CONS-02")] = (
        None
    )
    risks_understood: Annotated[YesNo | None, asked(_("Understood: risks and benefits"), rule="IAG-CONS-02")] = None
    information_understood: Annotated[
        YesNo | None, asked(_("Understood: what is written down and why"), rule="IAG-CONS-02")
    ] = None
    limits_understood: Annotated[
        YesNo | None, asked(_("Understood: confidentiality and its limits"), rule="IAG-CONS-02")
    ] = None
    child_friendly: Annotated[YesNo | None, asked(_("Explained in a way a child follows?"), rule="IAG-CONS-06")] = None
    questions_invited: Annotated[YesNo | None, asked(_("Were questions invited?"), rule="IAG-CONS-06")] = None
    valid_until: Annotated[date | None, asked(_("Valid until"), rule="IAG-CONS-09")] = None
    once: Annotated[YesNo | None, asked(_("For one time only?"), rule="IAG-CONS-10")] = None
    reason: Annotated[str, asked(_("Mandate or reason"), rule="IAG-CONS-08")] = ""
    protection_reason: Annotated[
        str, asked(_("Without consent: why the child needs protection"), rule="IAG-CONS-08")
    ] = ""
    explained_on: Annotated[date | None, asked(_("Without consent: explained on"), rule="IAG-CONS-08")] = None
    participation: Annotated[
        str, asked(_("Without consent: how child and family still take part"), rule="IAG-CONS-08")
    ] = ""
    approved_by: Annotated[
        PersonCode | None, asked(_("Without consent: approved by"), codes="person", rule="IAG-CONS-08")
    ] = None


class ConsentWithdrawn(RecordBody, frozen=True, kw_only=True):
    """A consent was taken back; what was done before stays valid."""

    KIND: ClassVar[str] = "consent_withdrawn"
    TITLE: ClassVar[str] = _("Consent taken back")
    ON: ClassVar[str] = _("Taken back on")

    consent: Annotated[RecordId, asked(_("Which consent"), codes="record:consent", rule="IAG-CONS-11")]
