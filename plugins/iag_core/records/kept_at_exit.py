"""A case that is kept when the programme ends, and who carries it on."""

from typing import Annotated, ClassVar

from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.records.kind import RecordBody, asked
from supervisor_tui.wording import _


class KeptAtExit(RecordBody, frozen=True, kw_only=True):
    """The programme ends, and the case is kept: who carries it on."""

    KIND: ClassVar[str] = "iag_core.kept_at_exit"
    TITLE: ClassVar[str] = _("Kept when the programme ends")
    ON: ClassVar[str] = _("Decided on")

    by: Annotated[PersonCode | None, asked(_("Who carries it on"), codes="person", rule="IAG-TRF-12")] = None
    reason: Annotated[str, asked(_("Why"), rule="IAG-TRF-12")] = ""
