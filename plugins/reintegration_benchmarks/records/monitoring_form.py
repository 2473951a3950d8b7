"""The Monitoring Form of a visit (003 SOP 11): what the visit found, beside the product's own record of the contact."""

from typing import Annotated, ClassVar

from reintegration_benchmarks.benchmarks.domains import Domain
from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.wording import _


class MonitoringForm(RecordBody, frozen=True, kw_only=True):
    """Filled in after each visit; the contact itself is a follow-up of the same day."""

    KIND: ClassVar[str] = "reintegration_benchmarks.monitoring_form"
    TITLE: ClassVar[str] = _("Monitoring Form")
    ON: ClassVar[str] = _("Visit of")

    plan_reviewed: Annotated[
        YesNo | None, asked(_("Were the goals of the plan looked at together?"), rule="RB-SOP11-07")
    ] = None
    plan_stays: Annotated[
        YesNo | None,
        asked(
            _("Does the plan stay as it is?"),
            hint=_("Yes, if nothing needs to change; else record the change in the plan."),
            rule="RB-SOP11-10",
        ),
    ] = None
    domains: Annotated[tuple[Domain, ...], asked(_("Areas looked at"), rule="RB-SOP11-08")] = ()
    new_issues: Annotated[YesNo | None, asked(_("Anything new since the last visit?"), rule="RB-SOP11-08")] = None
    others: Annotated[
        tuple[str, ...],
        asked(_("Who else was asked"), hint=_("Roles, one a line, for example teacher."), rule="RB-SOP11-09"),
    ] = ()
    wellbeing: Annotated[YesNo | None, asked(_("Is the child well?"), rule="RB-SOP11-24")] = None
    best_interest: Annotated[YesNo | None, asked(_("Is this home still best for the child?"), rule="RB-SOP11-01")] = (
        None
    )
    coping_difficulty: Annotated[
        YesNo | None, asked(_("Does the family find it hard to cope?"), rule="RB-SOP11-12")
    ] = None
    hard_decision: Annotated[YesNo | None, asked(_("Is a hard decision ahead?"), rule="RB-SOP11-11")] = None
    note: Annotated[str, asked(_("Note"), long=True)] = ""
