"""Registration: the record that opens a case file."""

from datetime import date
from typing import Annotated, ClassVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import PersonCode, ProgrammeId
from supervisor_tui.domain.records.kind import ChildAge, Moment, RecordBody, YesNo, asked
from supervisor_tui.wording import _


class Pathway(Choice):
    """By which route a child came to notice."""

    CP_STAFF = "cp-staff", _("child protection staff")
    OTHER_STAFF = "other-sector-staff", _("staff of another sector")
    AGENCY = "agency-or-provider", _("another agency or provider")
    COMMUNITY = "community-member", _("a community member")
    SELF_OR_FAMILY = "self-or-family", _("the child or family themselves")


class Sex(Choice):
    """Sex as registered."""

    FEMALE = "female", _("girl")
    MALE = "male", _("boy")
    OTHER = "other", _("other")


class LivingWith(Choice):
    """Whom the child stays with."""

    PARENTS = "parents", _("parent or parents")
    RELATIVES = "relatives", _("relatives")
    FOSTER = "foster", _("foster or guardian family")
    INSTITUTION = "institution", _("an institution")
    INDEPENDENT = "independent", _("independent, supported")
    SIBLINGS = "siblings", _("siblings, no adult")
    NOBODY = "nobody", _("nobody")


class Reach(Choice):
    """How the child can be found; where exactly stands in the identities file only."""

    ADDRESS = "address", _("an address is kept with the names")
    CONTACT = "contact", _("a way to call or write is kept with the names")
    MEETING_POINT = "meeting_point", _("a meeting point was agreed")
    NO_FIXED_PLACE = "no_fixed_place", _("no fixed place")


class SubjectKind(Choice):
    """Whom the case is about; it changes a few words (caregiver, mentor)."""

    CHILD = "child", _("child")
    YOUNG_ADULT = "young_adult", _("young adult")


class Referrer(Choice):
    """Who sent the case to the agency."""

    CWC = "cwc", _("Child Welfare Committee")
    OTHER_AGENCY = "other_agency", _("another agency")
    SELF = "self", _("the client")
    OTHER = "other", _("somebody else")


class Registration(RecordBody, frozen=True, kw_only=True):
    """A child enters the agency's care: the facts that start every clock.

    No name, address or contact stands here; those are kept in the identities file under the case's code.
    """

    KIND: ClassVar[str] = "registration"
    TITLE: ClassVar[str] = _("Registration")
    ON: ClassVar[str] = _("Registered on")

    programme: Annotated[ProgrammeId, asked(_("Programme"), codes="programme")]
    at: Annotated[
        Moment | None,
        asked(_("Registered at"), hint=_("Day and hour; 24 and 48 hours are counted from here."), rule="IAG-S1-10"),
    ] = None
    pathway: Annotated[Pathway | None, asked(_("Came to notice through"), rule="IAG-S1-01")] = None
    referrer: Annotated[Referrer | None, asked(_("Sent by"), rule="PX-P3-a")] = None
    subject: Annotated[SubjectKind, asked(_("The case is about a"), rule="RB-ST-14")] = SubjectKind.CHILD
    previous_code: Annotated[
        str, asked(_("Previous code"), hint=_("The code of this case in another agency or system; never a name."))
    ] = ""
    sex: Annotated[Sex | None, asked(_("Sex"), rule="IAG-S1-07")] = None
    born_on: Annotated[date | None, asked(_("Born on"), rule="IAG-S1-07")] = None
    age_years: Annotated[ChildAge | None, asked(_("Age when registered"), unit=_("years"), rule="IAG-S1-07")] = None
    age_estimated: Annotated[YesNo | None, asked(_("Is the age an estimate?"), rule="IAG-S1-07")] = None
    asked_in_vain: Annotated[
        str,
        asked(_("If age or sex were asked and nobody knows: who was asked"), hint=_("Roles."), rule="IAG-S1-07"),
    ] = ""
    living_with: Annotated[LivingWith | None, asked(_("Lives with"), rule="IAG-S1-08")] = None
    concerns: Annotated[
        tuple[str, ...], asked(_("First concerns"), hint=_("One a line, in a few words."), rule="IAG-S1-11")
    ] = ()
    urgent: Annotated[YesNo | None, asked(_("Is there danger to life or body now?"), rule="IAG-S2-03")] = None
    complex_case: Annotated[YesNo | None, asked(_("Are several agencies needed?"), rule="IAG-S3-13")] = None
    place: Annotated[
        str, asked(_("Registered where"), hint=_("The office or camp, not an address."), rule="IAG-S1-10")
    ] = ""
    reach: Annotated[Reach | None, asked(_("How the child can be reached"), rule="IAG-S1-09")] = None
    reach_note: Annotated[
        str,
        asked(_("If no fixed place: how one finds the child again"), hint=_("No address, no name."), rule="IAG-S1-09"),
    ] = ""
    criteria_version: Annotated[
        str, asked(_("Criteria used"), hint=_("The version in force, for example V2."), rule="IAG-S1-02")
    ] = ""
    criteria_met: Annotated[
        tuple[str, ...], asked(_("Criteria that the child meets"), hint=_("One a line."), rule="IAG-S1-02")
    ] = ()
    no_caregiver: Annotated[
        str, asked(_("If no caregiver can be asked: why"), hint=_("Then only the child agrees."), rule="IAG-S1-03")
    ] = ""
    related_cases: Annotated[
        tuple[str, ...], asked(_("Brothers, sisters and others"), hint=_("Codes of their own cases."), rule="IAG-S1-14")
    ] = ()
    verified_by: Annotated[PersonCode | None, asked(_("Criteria checked by"), codes="person", rule="IAG-S1-04")] = None
    duties_from: Annotated[
        date | None,
        asked(
            _("Duties counted from"),
            hint=_("For cases brought in from elsewhere: what was due before this day reads “before we began”."),
        ),
    ] = None
