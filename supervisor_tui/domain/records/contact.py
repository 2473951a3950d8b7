"""Contacts with the child and family: follow-ups and reviews."""

from datetime import date
from typing import Annotated, ClassVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.wording import _


class Channel(Choice):
    """How the contact was made."""

    HOME_VISIT = "home_visit", _("home visit")
    UNANNOUNCED_VISIT = "unannounced_visit", _("visit without notice")
    MEETING = "meeting", _("meeting at another place")
    CALL = "call", _("phone or video call")
    PROVIDER = "provider", _("word from a service provider")
    COMMUNITY = "community", _("word from teacher or community")
    NOT_KNOWN = "not_known", _("not known")


class Situation(Choice):
    """How the situation moved since last time."""

    BETTER = "better", _("better")
    SAME = "same", _("the same")
    WORSE = "worse", _("worse")


class ServicesReceived(Choice):
    """Whether the planned services arrive."""

    YES = "yes", _("yes")
    PART = "part", _("in part")
    NO = "no", _("no")


class SeenAlone(Choice):
    """Whether the child could be spoken to in private."""

    YES = "yes", _("yes")
    NO = "no", _("no, not tried")
    REFUSED = "refused", _("no, the caregiver refused")


class TimeChosenBy(Choice):
    """Whose day and hour it was."""

    CHILD = "child", _("the child")
    FAMILY = "family", _("the family")
    STAFF = "staff", _("the staff")


class FollowUp(RecordBody, frozen=True, kw_only=True):
    """A look at how the child is and whether services arrive."""

    KIND: ClassVar[str] = "follow_up"
    TITLE: ClassVar[str] = _("Follow-up")
    ON: ClassVar[str] = _("Contact on")

    channel: Annotated[Channel, asked(_("How"), rule="IAG-S5-07")]
    child_seen: Annotated[YesNo | None, asked(_("Was the child seen in person?"), rule="RB-SOP11-02")] = None
    seen_alone: Annotated[SeenAlone | None, asked(_("Was the child spoken to alone?"), rule="IAG-S2-28")] = None
    services_received: Annotated[
        ServicesReceived | None, asked(_("Do the planned services arrive?"), rule="IAG-S5-01")
    ] = None
    situation: Annotated[Situation | None, asked(_("How is the situation?"), rule="IAG-S5-01")] = None
    safe: Annotated[YesNo | None, asked(_("Is the child safe?"), rule="IAG-CLS-04")] = None
    care_supported: Annotated[YesNo | None, asked(_("Are care and well-being supported?"), rule="IAG-CLS-05")] = None
    decision: Annotated[str, asked(_("If worse: what was decided"), rule="IAG-S5-10")] = ""
    changed: Annotated[YesNo | None, asked(_("Has anything changed for the child?"), rule="FU-02")] = None
    changes: Annotated[str, asked(_("If so: what"), rule="FU-02")] = ""
    next_on: Annotated[date | None, asked(_("Next contact"), hint=_("The day agreed, if any."))] = None
    note: Annotated[str, asked(_("Note"), long=True)] = ""


class Review(RecordBody, frozen=True, kw_only=True):
    """The plan is looked at with those who made it: does it move, is it still right?"""

    KIND: ClassVar[str] = "review"
    TITLE: ClassVar[str] = _("Review")
    ON: ClassVar[str] = _("Held on")

    progress: Annotated[YesNo | None, asked(_("Is it moving?"), rule="IAG-S5-14")] = None
    goals_being_met: Annotated[YesNo | None, asked(_("Are goals being met?"), rule="IAG-S5-14")] = None
    plan_still_right: Annotated[YesNo | None, asked(_("Is the plan still right?"), rule="IAG-S5-14")] = None
    changes: Annotated[str, asked(_("What changes"), rule="IAG-S5-14")] = ""
    safe: Annotated[YesNo | None, asked(_("Is the child safe?"), rule="IAG-CLS-04")] = None
    care_supported: Annotated[YesNo | None, asked(_("Are care and well-being supported?"), rule="IAG-CLS-05")] = None
    child_took_part: Annotated[YesNo | None, asked(_("Did the child take part?"), rule="IAG-S5-15")] = None
    family_took_part: Annotated[YesNo | None, asked(_("Did the family take part?"), rule="IAG-S5-15")] = None
    absent_because: Annotated[str, asked(_("If the child or the family was not there: why"), rule="IAG-S5-15")] = ""
    chair: Annotated[PersonCode | None, asked(_("Chaired by"), codes="person", rule="IAG-S5-16")] = None
    time_chosen_by: Annotated[TimeChosenBy | None, asked(_("Who chose day and hour"), rule="IAG-S5-18")] = None
    next_on: Annotated[date | None, asked(_("Next review"))] = None
    note: Annotated[str, asked(_("Note"), long=True)] = ""
