"""The work goes back to an earlier step."""

from typing import Annotated, ClassVar

from supervisor_tui.domain.records.kind import RecordBody, asked
from supervisor_tui.domain.status import Step
from supervisor_tui.wording import _


class StepBack(RecordBody, frozen=True, kw_only=True):
    """The six steps are no straight line; what was done before stays as it was."""

    KIND: ClassVar[str] = "iag_core.step_back"
    TITLE: ClassVar[str] = _("Back to an earlier step")
    ON: ClassVar[str] = _("From")

    to: Annotated[Step, asked(_("To which step"), rule="IAG-DB-02")]
    reason: Annotated[str, asked(_("Reason"), rule="IAG-S5-17")] = ""
