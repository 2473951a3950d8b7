"""The case plan: goals, actions and what became of them."""

from datetime import date
from typing import Annotated, ClassVar

import msgspec

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import MeetingId, PersonCode
from supervisor_tui.domain.records.kind import Count, Days, RecordBody, YesNo, asked
from supervisor_tui.wording import _


class GoalWeight(Choice):
    """How much hangs on a goal."""

    MAJOR = "major", _("major")
    MINOR = "minor", _("minor")


class GoalStatus(Choice):
    """What became of a goal."""

    OPEN = "open", _("open")
    MET = "met", _("met")
    NOT_RELEVANT = "not_relevant", _("no longer relevant")
    NOT_FEASIBLE = "not_feasible", _("not feasible")


class ActionStatus(Choice):
    """What became of an action."""

    PENDING = "pending", _("pending")
    ONGOING = "ongoing", _("ongoing")
    DONE = "done", _("done")
    DROPPED = "dropped", _("dropped")


class Mode(Choice):
    """How a need is met (004 §3.4)."""

    DIRECT = "direct", _("by us")
    REFERRAL = "referral", _("by referral")
    COMMUNITY = "community", _("by a community programme")


class Horizon(Choice):
    """How far ahead an action looks."""

    SHORT = "short", _("short")
    MEDIUM = "medium", _("medium")
    LONG = "long", _("long, for good")


class Goal(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One objective of the plan."""

    goal: Annotated[str, asked(_("Number"), hint=_("For example O1."))]
    text: Annotated[str, asked(_("What shall be reached"))]
    measure: Annotated[str, asked(_("How one will see it"), rule="IAG-S3-05")] = ""
    target_on: Annotated[date | None, asked(_("Until"), rule="IAG-S3-05")] = None
    specific: Annotated[YesNo | None, asked(_("Is it specific?"), rule="IAG-S3-05")] = None
    realistic: Annotated[YesNo | None, asked(_("Is it realistic?"), rule="IAG-S3-05")] = None
    weight: Annotated[GoalWeight | None, asked(_("Weight"), rule="PX-P1-d")] = None
    area: Annotated[str, asked(_("Area"))] = ""
    tags: Annotated[tuple[str, ...], asked(_("Tags"), hint=_("For example closure."), rule="RB-SOP11-21")] = ()


class PlannedAction(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One line of the plan: what, who, until when, for which need."""

    action: Annotated[str, asked(_("Number"), hint=_("For example A1."))]
    text: Annotated[str, asked(_("What"), rule="IAG-S3-03")]
    owner: Annotated[str, asked(_("Who"), hint=_("A person's code or a role."), codes="person", rule="IAG-S3-03")] = ""
    due_on: Annotated[date | None, asked(_("Until"), rule="IAG-S3-03")] = None
    need: Annotated[str, asked(_("Need"), rule="IAG-S3-04")] = ""
    goal: Annotated[str, asked(_("Goal"), codes="goal")] = ""
    mode: Annotated[Mode | None, asked(_("How"), rule="IAG-S4-02")] = None
    horizon: Annotated[Horizon | None, asked(_("How far ahead"), rule="IAG-S3-08")] = None
    track: Annotated[
        str, asked(_("Option"), hint=_("What it tries, for example tracing or foster search."), rule="IAG-S3-10")
    ] = ""
    starts_on: Annotated[date | None, asked(_("From"), rule="IAG-S3-10")] = None
    builds_on: Annotated[str, asked(_("Strength it builds on"), rule="IAG-PRIN-10")] = ""


class CasePlan(RecordBody, frozen=True, kw_only=True):
    """A version of the whole plan; a later one replaces it and the earlier stays readable."""

    KIND: ClassVar[str] = "plan"
    TITLE: ClassVar[str] = _("Case plan")
    ON: ClassVar[str] = _("Agreed on")

    interim: Annotated[YesNo, asked(_("Is it an interim plan?"), rule="IAG-S2-13")] = YesNo.NO
    goals: Annotated[tuple[Goal, ...], asked(_("Goals"))] = ()
    actions: Annotated[tuple[PlannedAction, ...], asked(_("Actions"))] = ()
    follow_up_every_days: Annotated[Days | None, asked(_("Follow-up every"), unit=_("days"), rule="IAG-S5-03")] = None
    daily_contact: Annotated[YesNo | None, asked(_("A contact every day?"), rule="IAG-S5-05")] = None
    critical_needs: Annotated[
        tuple[str, ...],
        asked(_("Needs that cannot wait for one option to fail"), hint=_("As in the actions."), rule="IAG-S3-10"),
    ] = ()
    contingency: Annotated[
        str, asked(_("If the plan does not work"), hint=_("Meeting again is enough."), rule="IAG-S3-09")
    ] = ""
    nothing_lasting_because: Annotated[str, asked(_("If nothing in it is for good: why"), rule="IAG-S3-08")] = ""
    reason: Annotated[str, asked(_("Why the plan changed"), rule="IAG-S3-12")] = ""


class ActionAdded(RecordBody, frozen=True, kw_only=True):
    """An action joins the plan between two versions, for example by a decision of a meeting."""

    KIND: ClassVar[str] = "action_added"
    TITLE: ClassVar[str] = _("Action added to the plan")
    ON: ClassVar[str] = _("Decided on")

    action: Annotated[str, asked(_("Number"))]
    text: Annotated[str, asked(_("What"), rule="IAG-S3-03")]
    owner: Annotated[str, asked(_("Who"), codes="person", rule="IAG-S3-03")] = ""
    due_on: Annotated[date | None, asked(_("Until"), rule="IAG-S3-03")] = None
    need: Annotated[str, asked(_("Need"))] = ""
    meeting: Annotated[MeetingId | None, asked(_("Decided in"), codes="meeting", rule="IAG-MTG-19")] = None
    correction: Annotated[Count | None, asked(_("By a correction of its minutes, number"), by_itself=True)] = None


class ActionOutcome(RecordBody, frozen=True, kw_only=True):
    """How an action stands, or that it is done or dropped."""

    KIND: ClassVar[str] = "action_outcome"
    TITLE: ClassVar[str] = _("Action: how it stands")
    ON: ClassVar[str] = _("On")

    action: Annotated[str, asked(_("Action"), codes="action")]
    status: Annotated[ActionStatus, asked(_("Status"))]
    note: Annotated[str, asked(_("Note"), hint=_("A reason, if it is dropped."))] = ""


class GoalOutcome(RecordBody, frozen=True, kw_only=True):
    """What became of a goal."""

    KIND: ClassVar[str] = "goal_outcome"
    TITLE: ClassVar[str] = _("Goal: what became of it")
    ON: ClassVar[str] = _("On")

    goal: Annotated[str, asked(_("Goal"), codes="goal")]
    status: Annotated[GoalStatus, asked(_("Status"))]
    note: Annotated[str, asked(_("Note"))] = ""


class PlanConcluded(RecordBody, frozen=True, kw_only=True):
    """The plan has been carried out; from here the watching period before closing is counted."""

    KIND: ClassVar[str] = "plan_concluded"
    TITLE: ClassVar[str] = _("Plan concluded")
    ON: ClassVar[str] = _("Concluded on")

    by: Annotated[PersonCode | None, asked(_("Judged by"), codes="person", rule="IAG-CLS-10")] = None
