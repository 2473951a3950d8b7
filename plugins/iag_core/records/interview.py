"""A talk with the child or the family for an assessment."""

from datetime import date
from typing import Annotated, ClassVar

from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.wording import _


class Interview(RecordBody, frozen=True, kw_only=True):
    """How the talk was held, and what was explained before it."""

    KIND: ClassVar[str] = "iag_core.interview"
    TITLE: ClassVar[str] = _("Talk for the assessment")
    ON: ClassVar[str] = _("Held on")

    safe_place: Annotated[YesNo | None, asked(_("Was it where the child feels safe?"), rule="IAG-S2-24")] = None
    simple_language: Annotated[YesNo | None, asked(_("In simple words for the age?"), rule="IAG-S2-24")] = None
    method: Annotated[str, asked(_("Method"), hint=_("For example drawing."), rule="IAG-S2-24")] = ""
    trained: Annotated[YesNo | None, asked(_("Is the worker trained in it?"), rule="IAG-S2-24")] = None
    limits_explained: Annotated[
        YesNo | None, asked(_("Explained: confidentiality and its limits"), rule="IAG-S2-25")
    ] = None
    purpose_explained: Annotated[
        YesNo | None, asked(_("Explained: why we ask and what it is for"), rule="IAG-S2-25")
    ] = None
    duty_explained_on: Annotated[
        date | None, asked(_("Told that danger has to be reported, on"), rule="IAG-CONS-13")
    ] = None
    suited_format: Annotated[YesNo | None, asked(_("In a form that suits children?"), rule="IAG-PRIN-09")] = None
    suitable_time: Annotated[YesNo | None, asked(_("At a time that suits the child?"), rule="IAG-PRIN-09")] = None
