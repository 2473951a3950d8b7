"""Refugee children: which procedure is open to them, and formal decisions on their best interests."""

from datetime import date
from typing import Annotated, ClassVar

from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.wording import _


class RefugeeChild(RecordBody, frozen=True, kw_only=True):
    """The child is a refugee, or not; and whether national procedures are open to it."""

    KIND: ClassVar[str] = "iag_core.refugee_child"
    TITLE: ClassVar[str] = _("Refugee child")
    ON: ClassVar[str] = _("Asked on")

    refugee: Annotated[YesNo, asked(_("Is the child a refugee?"), rule="IAG-BI-02")]
    national_procedure: Annotated[
        YesNo | None, asked(_("Is a national procedure of the same kind open to the child?"), rule="IAG-BI-02")
    ] = None
    refugee_case: Annotated[
        str, asked(_("Number in the refugee registration"), hint=_("A code, never a name."), rule="IAG-BI-07")
    ] = ""


class Determination(RecordBody, frozen=True, kw_only=True):
    """A formal determination of best interests (BID) for a very important decision, by a panel."""

    KIND: ClassVar[str] = "iag_core.determination"
    TITLE: ClassVar[str] = _("Formal determination of best interests")
    ON: ClassVar[str] = _("Called for on")

    situation: Annotated[str, asked(_("Which of the five situations"), rule="IAG-BI-04")]
    approved_on: Annotated[date | None, asked(_("Approved by the panel on"), rule="IAG-BI-05")] = None
    acted_on: Annotated[date | None, asked(_("Carried out on"), rule="IAG-BI-04")] = None
    government: Annotated[YesNo | None, asked(_("Was the government on the panel?"), rule="IAG-BI-05")] = None
    partners: Annotated[YesNo | None, asked(_("Were partner agencies on the panel?"), rule="IAG-BI-05")] = None
    unhcr: Annotated[YesNo | None, asked(_("Was UNHCR on the panel?"), rule="IAG-BI-05")] = None
    missing_because: Annotated[str, asked(_("If one of them was not there: why"), rule="IAG-BI-05")] = ""
