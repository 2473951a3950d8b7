"""A decision about the child: the options weighed, what is best, what may harm, and what the child wished."""

from datetime import date
from typing import Annotated, ClassVar

import msgspec

from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.wording import _


class WeighedOption(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One way that could be taken."""

    option: Annotated[str, asked(_("Option"), rule="IAG-PRIN-17")]
    speaks_for: Annotated[str, asked(_("What speaks for it"), rule="IAG-PRIN-17")] = ""
    speaks_against: Annotated[str, asked(_("What speaks against it"), rule="IAG-PRIN-17")] = ""


class Decision(RecordBody, frozen=True, kw_only=True):
    """Something was decided for a child, and how."""

    KIND: ClassVar[str] = "iag_core.decision"
    TITLE: ClassVar[str] = _("Decision")
    ON: ClassVar[str] = _("Decided on")

    decision: Annotated[str, asked(_("Number"), hint=_("For example D-11."))]
    what: Annotated[str, asked(_("What was decided"))] = ""
    options: Annotated[tuple[WeighedOption, ...], asked(_("Options weighed"), rule="IAG-PRIN-17")] = ()
    best_interests: Annotated[str, asked(_("Why it is best for the child"), rule="IAG-PRIN-02")] = ""
    harm: Annotated[str, asked(_("What harm it may do"), rule="IAG-PRIN-01")] = ""
    mitigation: Annotated[str, asked(_("What is done against that harm"), rule="IAG-PRIN-01")] = ""
    against_wish: Annotated[YesNo | None, asked(_("Is it against the child's wish?"), rule="IAG-S2-27")] = None
    explained_on: Annotated[date | None, asked(_("Explained to the child on"), rule="IAG-S2-27")] = None
    explanation: Annotated[str, asked(_("How it was explained"), rule="IAG-S2-27")] = ""
    culture_clash: Annotated[
        YesNo | None, asked(_("Does custom stand against what is best for the child?"), rule="IAG-PRIN-15")
    ] = None
    harm_reduction: Annotated[str, asked(_("How harm by the custom is made less"), rule="IAG-PRIN-15")] = ""
    clash_risk: Annotated[str, asked(_("What risk the child runs by it"), rule="IAG-PRIN-15")] = ""
