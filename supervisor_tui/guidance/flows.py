"""What a guidance set adds to the work of closing, handing over and reopening a case.

A set proposes; people act. What one set asks for stands beside what another asks for, and none takes another's away.
"""

import msgspec

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import SetId
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.wording import _


class Flow(Choice):
    """Which work it is."""

    CLOSING = "closing", _("closing")
    TRANSFER = "transfer", _("hand-over")
    REOPENING = "reopening", _("reopening")


class FlowPart(Choice):
    """What a part is in that work, in the order in which the work goes."""

    TALK = "talk", _("to be talked over")
    ROLE = "role", _("to be approved")
    WAITING = "waiting", _("time to wait")
    DOCUMENT = "document", _("paper that is needed")
    CASEWORK_TASK = "casework_task", _("task of casework")
    OFFICE_TASK = "office_task", _("task of the office")
    AFTERWARDS = "afterwards", _("after it")


class FlowReason(msgspec.Struct, frozen=True):
    """A reason in the words of a set, and the main reason that it belongs to.

    key: short name inside the set. set is filled in by the host.
    """

    flow: Flow
    key: str
    title: str
    means: ClosureReason
    source: str
    rule: str = ""
    set: SetId = SetId("")
