"""A child that was sent here and does not fit the criteria."""

from typing import Annotated, ClassVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.records.kind import RecordBody, asked
from supervisor_tui.wording import _


class Outcome(Choice):
    """What was done for a child that does not fit."""

    REFERRED_ONWARD = "referred_onward", _("sent on to another service")
    INFORMATION_GIVEN = "information_given", _("told about another service")


class NotEligible(RecordBody, frozen=True, kw_only=True):
    """The child does not meet the criteria; somebody still has to point the way to another service."""

    KIND: ClassVar[str] = "iag_core.not_eligible"
    TITLE: ClassVar[str] = _("Does not fit the criteria")
    ON: ClassVar[str] = _("Found on")

    source: Annotated[str, asked(_("Sent by"), hint=_("A code, for example SRC-03."), rule="IAG-S1-06")] = ""
    outcome: Annotated[Outcome | None, asked(_("What was done"), rule="IAG-S1-05")] = None
    service: Annotated[str, asked(_("Which service"), rule="IAG-S1-05")] = ""
