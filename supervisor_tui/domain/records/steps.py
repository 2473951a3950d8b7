"""The six steps of case management, and going back to an earlier one."""

from typing import Annotated, ClassVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.records.kind import RecordBody, asked
from supervisor_tui.wording import _


class Step(Choice):
    """The six steps of case management (004 §1.2)."""

    REGISTRATION = "1", _("registration")
    ASSESSMENT = "2", _("assessment")
    PLAN = "3", _("case plan")
    IMPLEMENTATION = "4", _("implementation")
    FOLLOW_UP = "5", _("follow-up and review")
    CLOSURE = "6", _("closure")


class StepBack(RecordBody, frozen=True, kw_only=True):
    """The work goes back to an earlier step, with a reason; what was done before stays as it was."""

    KIND: ClassVar[str] = "step_back"
    TITLE: ClassVar[str] = _("Back to an earlier step")
    ON: ClassVar[str] = _("From")

    to: Annotated[Step, asked(_("To which step"), rule="IAG-DB-02")]
    reason: Annotated[str, asked(_("Reason"), rule="IAG-S5-17")] = ""
