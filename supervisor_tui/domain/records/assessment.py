"""Assessment, the risk level it ends in, concerns, and changes that call for a new look."""

from datetime import date
from typing import Annotated, ClassVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.records.kind import Moment, RecordBody, YesNo, asked
from supervisor_tui.wording import _


class AssessmentStage(Choice):
    """The two assessments of the guidelines, and a later revision."""

    INITIAL = "initial", _("initial")
    COMPREHENSIVE = "comprehensive", _("comprehensive")
    REVISION = "revision", _("revision")


class NeedAnswer(Choice):
    """How a basic need stands."""

    MET = "met", _("met")
    UNMET = "unmet", _("not met")
    NOT_KNOWN = "not_known", _("not known")


class Assessment(RecordBody, frozen=True, kw_only=True):
    """What the child needs, what threatens and what protects them."""

    KIND: ClassVar[str] = "assessment"
    TITLE: ClassVar[str] = _("Assessment")
    ON: ClassVar[str] = _("Done on")

    stage: Annotated[AssessmentStage, asked(_("Which assessment"), rule="IAG-S2-01")]
    at: Annotated[
        Moment | None, asked(_("Finished at"), hint=_("Day and hour, for the 48-hour limit."), rule="IAG-S2-02")
    ] = None
    started_on: Annotated[date | None, asked(_("Started on"), rule="IAG-S2-09")] = None
    finished: Annotated[YesNo, asked(_("Is it finished?"), rule="IAG-S2-10")] = YesNo.YES
    assessor: Annotated[PersonCode | None, asked(_("Done by"), codes="person", rule="IAG-S2-20")] = None
    best_interests: Annotated[
        YesNo | None,
        asked(_("Is it a best interests assessment?"), hint=_("For refugees, with its plan."), rule="IAG-BI-03"),
    ] = None
    physical_protection: Annotated[NeedAnswer | None, asked(_("Protection from physical harm"), rule="IAG-S2-05")] = (
        None
    )
    health: Annotated[NeedAnswer | None, asked(_("Health"), rule="IAG-S2-05")] = None
    safety: Annotated[NeedAnswer | None, asked(_("Safety"), rule="IAG-S2-05")] = None
    food: Annotated[NeedAnswer | None, asked(_("Food"), rule="IAG-S2-05")] = None
    shelter: Annotated[NeedAnswer | None, asked(_("Shelter"), rule="IAG-S2-05")] = None
    medical_care: Annotated[NeedAnswer | None, asked(_("Medical care"), rule="IAG-S2-05")] = None
    needs: Annotated[
        tuple[str, ...], asked(_("Needs"), hint=_("Say what is needed, not which service."), rule="IAG-S2-19")
    ] = ()
    out_of_scope: Annotated[
        tuple[str, ...], asked(_("Needs that we cannot serve ourselves"), hint=_("As written above."), rule="IAG-S2-16")
    ] = ()
    risks: Annotated[tuple[str, ...], asked(_("Risks and harms"), rule="IAG-S2-15")] = ()
    strengths: Annotated[tuple[str, ...], asked(_("Strengths and what protects"), rule="IAG-S2-15")] = ()
    note: Annotated[str, asked(_("Note"), long=True)] = ""


class RiskLevelSet(RecordBody, frozen=True, kw_only=True):
    """The case gets a risk level of the agency's own scale."""

    KIND: ClassVar[str] = "risk_level"
    TITLE: ClassVar[str] = _("Risk level")
    ON: ClassVar[str] = _("From")

    level: Annotated[str, asked(_("Level"), codes="risk_level", rule="IAG-S2-06")]
    reason: Annotated[str, asked(_("Why"))] = ""


class Concern(RecordBody, frozen=True, kw_only=True):
    """Something that worries; it stays open until it is settled."""

    KIND: ClassVar[str] = "concern"
    TITLE: ClassVar[str] = _("Concern")
    ON: ClassVar[str] = _("Seen on")

    concern: Annotated[str, asked(_("Number"), hint=_("For example K1."))]
    text: Annotated[str, asked(_("What worries"))]
    imminent: Annotated[YesNo | None, asked(_("Is harm about to happen?"), rule="IAG-S2-14")] = None


class ConcernSettled(RecordBody, frozen=True, kw_only=True):
    """A concern no longer holds."""

    KIND: ClassVar[str] = "concern_settled"
    TITLE: ClassVar[str] = _("Concern settled")
    ON: ClassVar[str] = _("Settled on")

    concern: Annotated[str, asked(_("Number"), codes="concern")]
    how: Annotated[str, asked(_("How"))] = ""


class SituationChanged(RecordBody, frozen=True, kw_only=True):
    """The child's situation changed, so that the assessment wants a new look."""

    KIND: ClassVar[str] = "situation_changed"
    TITLE: ClassVar[str] = _("Change of situation")
    ON: ClassVar[str] = _("Changed on")

    what: Annotated[str, asked(_("What changed"), rule="IAG-S2-12")]
    fast: Annotated[YesNo | None, asked(_("Are things changing fast?"), rule="FU-06")] = None


class ImmediateAction(RecordBody, frozen=True, kw_only=True):
    """What was done at once about harm that was about to happen."""

    KIND: ClassVar[str] = "immediate_action"
    TITLE: ClassVar[str] = _("Immediate action")
    ON: ClassVar[str] = _("Done on")

    what: Annotated[str, asked(_("What was done"), rule="IAG-S2-14")]
    at: Annotated[Moment | None, asked(_("At"))] = None
