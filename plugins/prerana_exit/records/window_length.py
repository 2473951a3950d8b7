"""A case's own length of the time over which a wish to end must be kept up."""

from typing import Annotated, ClassVar

from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.records.kind import Months, RecordBody, asked
from supervisor_tui.wording import _


class WindowLength(RecordBody, frozen=True, kw_only=True):
    """For this case the six months are more or fewer, with who decided it and why."""

    KIND: ClassVar[str] = "prerana_exit.window_length"
    TITLE: ClassVar[str] = _("Own length of the six months")
    ON: ClassVar[str] = _("Decided on")

    months: Annotated[Months, asked(_("Length"), unit=_("months"), rule="PX-P2-w")]
    decided_by: Annotated[PersonCode, asked(_("Decided by"), codes="person", rule="PX-P2-w")]
    reason: Annotated[str, asked(_("Why"), rule="PX-P2-w")]
