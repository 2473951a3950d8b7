"""Whether what was said and tried has been written down in full."""

from typing import Annotated, ClassVar

from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.wording import _


class LogState(RecordBody, frozen=True, kw_only=True):
    """Somebody knows that requests are missing from the file, or that they have been added."""

    KIND: ClassVar[str] = "prerana_exit.log_state"
    TITLE: ClassVar[str] = _("Are all requests on file?")
    ON: ClassVar[str] = _("Found out on")

    complete: Annotated[YesNo, asked(_("Are all requests of client and family on file?"), rule="PX-P2-b-1")]
