"""A need for which there is no service."""

from datetime import date
from typing import Annotated, ClassVar

from supervisor_tui.domain.records.kind import RecordBody, asked
from supervisor_tui.wording import _


class ServiceGap(RecordBody, frozen=True, kw_only=True):
    """Nobody can serve this need at present; it is not dropped for that."""

    KIND: ClassVar[str] = "iag_core.service_gap"
    TITLE: ClassVar[str] = _("No service for a need")
    ON: ClassVar[str] = _("Found on")

    need: Annotated[str, asked(_("Need"), hint=_("As in the assessment."), rule="IAG-S4-10")]
    told_on: Annotated[date | None, asked(_("Child and family told on"), rule="IAG-S4-10")] = None
    raised_on: Annotated[date | None, asked(_("Raised with those who could help on"), rule="IAG-S4-10")] = None
