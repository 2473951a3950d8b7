"""How a plan was made: with whom it was agreed, and the child's own copy."""

from datetime import date
from typing import Annotated, ClassVar

from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.wording import _


class PlanMaking(RecordBody, frozen=True, kw_only=True):
    """Child and family had their part in the plan."""

    KIND: ClassVar[str] = "iag_core.plan_making"
    TITLE: ClassVar[str] = _("How the plan was made")
    ON: ClassVar[str] = _("On")

    child_agreed: Annotated[YesNo | None, asked(_("Were the goals set with the child?"), rule="IAG-S3-06")] = None
    child_reason: Annotated[str, asked(_("If not: why"), rule="IAG-S3-06")] = ""
    family_agreed: Annotated[YesNo | None, asked(_("Were they set with the family?"), rule="IAG-S3-06")] = None
    family_reason: Annotated[str, asked(_("If not: why it is not right"), rule="IAG-S3-06")] = ""
    child_copy_on: Annotated[date | None, asked(_("The child got a simple copy on"), rule="IAG-S3-11")] = None
    no_copy_because: Annotated[
        str, asked(_("If not: why"), hint=_("For example not safe to keep, too young."), rule="IAG-S3-11")
    ] = ""
