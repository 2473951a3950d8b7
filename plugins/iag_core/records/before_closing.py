"""Before a case closes: the talk with child and family, the last look at risk and care, and what providers say."""

from typing import Annotated, ClassVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.wording import _


class TookPart(Choice):
    """Whether somebody had a part in the decision to close."""

    TOOK_PART = "took_part", _("took part")
    DECLINED = "declined", _("was asked and did not want to")
    NOT_ASKED = "not_asked", _("was not asked")
    NOT_POSSIBLE = "not_possible", _("was not possible")


class ClosingDiscussed(RecordBody, frozen=True, kw_only=True):
    """Child and family hear that the case may close and are asked what they think."""

    KIND: ClassVar[str] = "iag_core.closing_discussed"
    TITLE: ClassVar[str] = _("Closing talked over with child and family")
    ON: ClassVar[str] = _("Talked on")

    child_view: Annotated[str, asked(_("What the child thinks of it"), long=True, rule="IAG-CLS-29")] = ""
    no_child_view_because: Annotated[str, asked(_("If the child's view is not known: why"), rule="IAG-CLS-29")] = ""
    family_view: Annotated[str, asked(_("What the family thinks of it"), long=True, rule="IAG-CLS-29")] = ""
    child: Annotated[TookPart | None, asked(_("The child's part in the decision"), rule="FU-24")] = None
    caregiver: Annotated[TookPart | None, asked(_("The caregiver's part in the decision"), rule="FU-24")] = None
    not_possible_because: Annotated[str, asked(_("If it was not possible: why"), rule="FU-24")] = ""


class RiskLeft(Choice):
    """Whether any risk of harm is left."""

    NONE = "none", _("none")
    SOME = "some", _("some, be it a low one")


class CaregiverSupport(Choice):
    """How well the caregivers support the child."""

    WELL = "well", _("well")
    PARTLY = "partly", _("in part")
    NO = "no", _("no")
    NO_CAREGIVER = "no_caregiver", _("lives without a caregiver")


class LastLook(RecordBody, frozen=True, kw_only=True):
    """The assessment before closing: is any risk of harm left, is care good, does anything else worry?"""

    KIND: ClassVar[str] = "iag_core.last_look"
    TITLE: ClassVar[str] = _("Assessment before closing")
    ON: ClassVar[str] = _("Done on")

    risk_left: Annotated[RiskLeft | None, asked(_("Which risk of harm is left?"), rule="FU-15")] = None
    by: Annotated[PersonCode | None, asked(_("Judged by"), codes="person", rule="FU-15")] = None
    caregivers: Annotated[
        CaregiverSupport | None, asked(_("How do the caregivers support care and well-being?"), rule="FU-17")
    ] = None
    nothing_else_worries: Annotated[YesNo | None, asked(_("Is it sure that nothing else worries?"), rule="FU-18")] = (
        None
    )


class ProviderView(RecordBody, frozen=True, kw_only=True):
    """An agency that gave a service says how it sees the closing."""

    KIND: ClassVar[str] = "iag_core.provider_view"
    TITLE: ClassVar[str] = _("A provider on the closing")
    ON: ClassVar[str] = _("Said on")

    agency: Annotated[str, asked(_("Agency"), hint=_("The agency's code."), rule="FU-22")]
    said: Annotated[str, asked(_("What it says"), long=True, rule="FU-22")] = ""
    goals_reached: Annotated[YesNo | None, asked(_("Are the goals reached?"), rule="FU-23")] = None
    risks_gone: Annotated[YesNo | None, asked(_("Are the risks gone?"), rule="FU-23")] = None
