"""Who takes part in a meeting: role, agency, notice, attendance, confidentiality, and why papers may be shared."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

import msgspec

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import ParticipantId
from supervisor_tui.domain.records.closing import ApprovingBody
from supervisor_tui.domain.records.kind import YesNo, asked
from supervisor_tui.wording import _


class ParticipantRole(Choice):
    """In which role somebody takes part."""

    CHAIR = "chair", _("chair")
    MINUTE_TAKER = "minute_taker", _("minute taker")
    FACILITATOR = "facilitator", _("facilitator from outside")
    CASEWORKER = "caseworker", _("caseworker")
    SUPERVISOR = "supervisor", _("supervisor")
    CASE_MANAGER = "case_manager", _("case manager")
    PROVIDER = "provider", _("service provider")
    AUTHORITY = "authority", _("authority")
    CHILD = "child", _("child")
    CAREGIVER = "caregiver", _("caregiver")
    OTHER = "other", _("other")

    @property
    def is_family(self) -> bool:
        """Whether it is the child or a caregiver, who are never counted as professionals."""
        return self in {ParticipantRole.CHILD, ParticipantRole.CAREGIVER}


class Attendance(Choice):
    """Whether somebody came."""

    INVITED = "invited", _("invited")
    PRESENT = "present", _("present")
    APOLOGIES = "apologies", _("sent apologies")
    ABSENT = "absent", _("absent")
    EXCLUDED = "excluded", _("asked to leave")


class Confidentiality(Choice):
    """Whether somebody promised confidentiality."""

    OPEN = "open", _("not signed yet")
    SIGNED = "signed", _("signed")
    DECLINED = "declined", _("declined to sign")
    EXEMPT = "exempt", _("need not sign")


class SharingBasis(Choice):
    """Why somebody may be told about the child; without one their papers hold codes only (004 §1.3)."""

    CONSENT = "consent", _("consent to share with them")
    NEED_TO_KNOW = "need_to_know", _("needed for the work within our agency")
    LEGAL_DUTY = "legal_duty", _("a duty by law")
    PROTECTION = "protection", _("protection from danger to life")
    FAMILY = "family", _("the child's own family")


class Participant(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody invited, by role and agency; a name stands here for nobody.

    id: given when the meeting is saved, and never given to another. stepped_out: out of the room for the moment, so
    that what is said meanwhile is not theirs to read.
    """

    id: Annotated[ParticipantId, asked(_("Number"), by_itself=True)] = ParticipantId("")
    label: Annotated[str, asked(_("Who"), hint=_("A person's code or a role such as “teacher”."), codes="person")]
    role: Annotated[ParticipantRole, asked(_("Role"))]
    agency: Annotated[str, asked(_("Agency"))] = ""
    sector: Annotated[str, asked(_("Sector"), hint=_("For example health or education."), rule="IAG-MTG-12")] = ""
    contact: Annotated[
        str,
        asked(_("Contact"), hint=_("Telephone or mail of their office; of child and family it stands with the names.")),
    ] = ""
    body: Annotated[ApprovingBody | None, asked(_("Speaks for"), rule="RB-CC-20")] = None
    professional: Annotated[bool, asked(_("Takes part as a professional"), rule="RB-CC-03")] = True
    notice_on: Annotated[date | None, asked(_("Told on"), rule="RB-CC-08")] = None
    basis: Annotated[SharingBasis | None, asked(_("Why they may be told about the child"), rule="IAG-MTG-17")] = None
    basis_note: Annotated[str, asked(_("Note on that"))] = ""
    may_harm: Annotated[YesNo | None, asked(_("May this person be a source of harm?"), rule="IAG-MTG-17")] = None
    harm_note: Annotated[str, asked(_("What is feared, or why nobody knows"))] = ""
    prepared_on: Annotated[date | None, asked(_("Prepared on"), hint=_("For child and family."), rule="IAG-MTG-15")] = (
        None
    )
    supported_by: Annotated[str, asked(_("Supported in the meeting by"), codes="person", rule="IAG-MTG-15")] = ""
    attendance: Annotated[Attendance, asked(_("Attendance"))] = Attendance.INVITED
    confidentiality: Annotated[Confidentiality, asked(_("Confidentiality"), rule="RB-CC-13")] = Confidentiality.OPEN
    signed_on: Annotated[date | None, asked(_("Signed confidentiality on"), rule="RB-CC-13")] = None
    stepped_out: Annotated[bool, asked(_("Out of the room for now"), by_itself=True)] = False
    report_sent: Annotated[YesNo | None, asked(_("If absent: was a report sent?"))] = None

    @property
    def is_in_the_room(self) -> bool:
        """Whether this person hears what is being said at this moment."""
        return self.attendance is Attendance.PRESENT and not self.stepped_out

    @property
    def is_family(self) -> bool:
        """Whether it is the child, a caregiver, or somebody told as the child's own family, such as an aunt."""
        return self.role.is_family or self.basis is SharingBasis.FAMILY

    @property
    def is_professional(self) -> bool:
        """Whether this person counts for the least number of professionals; child and family never do."""
        return self.professional and not self.is_family

    @property
    def is_left_out(self) -> bool:
        """Whether nothing goes to this person: asked to leave, or declined to promise confidentiality."""
        return self.attendance is Attendance.EXCLUDED or self.confidentiality is Confidentiality.DECLINED

    @property
    def could_harm(self) -> bool:
        """Whether what could hurt is kept from them: they may be a source of harm, or somebody asked and cannot say."""
        return self.may_harm in {YesNo.YES, YesNo.NOT_KNOWN}


CONTACT_OF_FAMILY = _("How child and family can be reached stands with the names, not in a meeting. Leave it out here.")
"""What is said where somebody gives a contact of the family: a meeting holds codes only."""


def heard_now(participants: Iterable[Participant]) -> tuple[ParticipantId, ...]:
    """Return who is in the room and hears the line that is being written."""
    return tuple(one.id for one in participants if one.is_in_the_room and one.id)
