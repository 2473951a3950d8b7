"""What the worker decides when an order has run out: nothing ends by itself."""

from typing import Annotated, ClassVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.records.kind import RecordBody, asked
from supervisor_tui.wording import _


class NextMove(Choice):
    """What comes after the order."""

    DISCUSS_EXIT = "discuss_exit", _("talk about exit")
    GO_ON = "go_on", _("go on without an order")


class AfterOrder(RecordBody, frozen=True, kw_only=True):
    """The order has run out, and the worker says what comes next."""

    KIND: ClassVar[str] = "prerana_exit.after_order"
    TITLE: ClassVar[str] = _("After the order")
    ON: ClassVar[str] = _("Decided on")

    decision: Annotated[NextMove, asked(_("What comes next"), rule="PX-P3-a-6")]
    note: Annotated[str, asked(_("Note"))] = ""
