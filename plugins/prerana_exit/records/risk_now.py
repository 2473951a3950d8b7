"""The look at immediate danger before an exit."""

from typing import Annotated, ClassVar

from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.wording import _


class RiskNow(RecordBody, frozen=True, kw_only=True):
    """Somebody looked whether the client is in immediate danger."""

    KIND: ClassVar[str] = "prerana_exit.risk_now"
    TITLE: ClassVar[str] = _("Immediate danger")
    ON: ClassVar[str] = _("Judged on")

    physical_immediate: Annotated[
        YesNo, asked(_("Is there immediate danger to body or physical safety?"), rule="PX-P1-a")
    ]
    note: Annotated[str, asked(_("Note"))] = ""
