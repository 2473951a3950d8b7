"""A child died: the death, the look into how it came about, and the report to the department."""

from datetime import date
from typing import Annotated, ClassVar

from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.wording import _


class Death(RecordBody, frozen=True, kw_only=True):
    """The child died; from this day on nothing is asked of child and family."""

    KIND: ClassVar[str] = "iag_core.death"
    TITLE: ClassVar[str] = _("Death of the child")
    ON: ClassVar[str] = _("Died on")
    CLOSES_FOR: ClassVar[str] = "death"

    note: Annotated[str, asked(_("Note"), long=True)] = ""


class DeathInquiry(RecordBody, frozen=True, kw_only=True):
    """How the child died is looked into, in case other children are in danger; the outcome is written in later."""

    KIND: ClassVar[str] = "iag_core.death_inquiry"
    TITLE: ClassVar[str] = _("Looking into the death")
    ON: ClassVar[str] = _("Begun on")

    by: Annotated[PersonCode | None, asked(_("By"), codes="person", rule="IAG-CLS-19")] = None
    outcome: Annotated[str, asked(_("What came out"), long=True, rule="IAG-CLS-19")] = ""
    outcome_on: Annotated[date | None, asked(_("Came out on"), rule="IAG-CLS-19")] = None
    other_children: Annotated[
        tuple[str, ...],
        asked(_("Other children who were looked at"), hint=_("Codes, one a line."), rule="IAG-CLS-19"),
    ] = ()
    no_other_children: Annotated[YesNo | None, asked(_("Is it so that no other child is near?"), rule="IAG-CLS-19")] = (
        None
    )
    others_safe: Annotated[YesNo | None, asked(_("Are the other children safe?"), rule="IAG-CLS-19")] = None


class DeathReport(RecordBody, frozen=True, kw_only=True):
    """The death is told to the department in charge of child protection, or it is decided why not."""

    KIND: ClassVar[str] = "iag_core.death_report"
    TITLE: ClassVar[str] = _("Report of the death")
    ON: ClassVar[str] = _("Reported on")

    department: Annotated[str, asked(_("Department"), rule="IAG-CLS-20")] = ""
    reference: Annotated[str, asked(_("Its reference"), rule="IAG-CLS-20")] = ""
    not_reported_because: Annotated[
        str, asked(_("If a report would endanger somebody: why it was not made"), rule="IAG-SG-06")
    ] = ""
    decided_by: Annotated[PersonCode | None, asked(_("Who decided that"), codes="person", rule="IAG-SG-06")] = None
