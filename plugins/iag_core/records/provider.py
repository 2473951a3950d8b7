"""What is known of an agency to which this child may be sent."""

from datetime import date
from typing import Annotated, ClassVar

from supervisor_tui.domain.records.kind import RecordBody, asked
from supervisor_tui.wording import _


class Provider(RecordBody, frozen=True, kw_only=True):
    """A service provider was asked how things stand there."""

    KIND: ClassVar[str] = "iag_core.provider"
    TITLE: ClassVar[str] = _("Service provider checked")
    ON: ClassVar[str] = _("Checked on")

    agency: Annotated[str, asked(_("Agency"), hint=_("Its code."), rule="IAG-S4-06")]
    pathway_paper: Annotated[str, asked(_("Paper with the way of referring"), rule="IAG-S4-07")] = ""
    focal_point: Annotated[str, asked(_("Whom to ask there"), hint=_("A role, not a name."), rule="IAG-S4-07")] = ""
    agreement_from: Annotated[date | None, asked(_("Rules for sharing agreed from"), rule="IAG-S4-08")] = None
    agreement_until: Annotated[date | None, asked(_("Agreed until"), rule="IAG-S4-08")] = None
