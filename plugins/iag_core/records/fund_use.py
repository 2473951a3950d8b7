"""Money spent at once on what a child needed."""

from typing import Annotated, ClassVar

from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.records.kind import Count, RecordBody, asked
from supervisor_tui.wording import _


class FundUse(RecordBody, frozen=True, kw_only=True):
    """Something was paid from the emergency fund."""

    KIND: ClassVar[str] = "iag_core.fund_use"
    TITLE: ClassVar[str] = _("Paid from the emergency fund")
    ON: ClassVar[str] = _("Paid on")

    amount: Annotated[Count | None, asked(_("Amount"), rule="IAG-S4-12")] = None
    currency: Annotated[str, asked(_("Currency"), rule="IAG-S4-12")] = ""
    purpose: Annotated[str, asked(_("For what"), rule="IAG-S4-12")] = ""
    approver: Annotated[PersonCode | None, asked(_("Approved by"), codes="person", rule="IAG-S4-12")] = None
