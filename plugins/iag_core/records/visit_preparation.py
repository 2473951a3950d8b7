"""Thought before going to a home."""

from typing import Annotated, ClassVar

from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.wording import _


class VisitPreparation(RecordBody, frozen=True, kw_only=True):
    """Why we go, and who may notice it."""

    KIND: ClassVar[str] = "iag_core.visit_preparation"
    TITLE: ClassVar[str] = _("Before a home visit")
    ON: ClassVar[str] = _("On")

    purpose: Annotated[str, asked(_("What the visit is for"), rule="IAG-S5-08")] = ""
    harm_considered: Annotated[
        YesNo | None, asked(_("Was it thought of who may notice and what harm that may do?"), rule="IAG-S5-08")
    ] = None
