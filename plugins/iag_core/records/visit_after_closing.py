"""The visit after closing: has it stayed stable, and what do child and family say of the service?"""

from typing import Annotated, ClassVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.records.contact import Channel
from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.wording import _


class NoFeedback(Choice):
    """Why somebody gave no feedback."""

    DECLINED = "declined", _("did not want to")
    UNSAFE = "unsafe", _("asking was not safe")


class VisitAfterClosing(RecordBody, frozen=True, kw_only=True):
    """Somebody goes back to a closed case and looks."""

    KIND: ClassVar[str] = "iag_core.visit_after_closing"
    TITLE: ClassVar[str] = _("Visit after closing")
    ON: ClassVar[str] = _("Visited on")

    channel: Annotated[Channel, asked(_("How"), rule="FU-21")] = Channel.HOME_VISIT
    remote_because: Annotated[str, asked(_("If nobody went there: why"), rule="FU-21")] = ""
    stable: Annotated[YesNo | None, asked(_("Has it stayed stable?"), rule="IAG-CLS-17")] = None
    child_feedback: Annotated[str, asked(_("What the child says of our work"), long=True, rule="IAG-CLS-17")] = ""
    child_gave_none: Annotated[NoFeedback | None, asked(_("If the child said nothing: why"), rule="IAG-CLS-17")] = None
    family_feedback: Annotated[str, asked(_("What the family says of our work"), long=True, rule="IAG-CLS-17")] = ""
    family_gave_none: Annotated[NoFeedback | None, asked(_("If the family said nothing: why"), rule="IAG-CLS-17")] = (
        None
    )


class NotReopened(RecordBody, frozen=True, kw_only=True):
    """Trouble was seen in a closed case, and it was decided that it stays closed."""

    KIND: ClassVar[str] = "iag_core.not_reopened"
    TITLE: ClassVar[str] = _("Decided not to open again")
    ON: ClassVar[str] = _("Decided on")

    reason: Annotated[str, asked(_("Why not"), rule="IAG-CLS-18")]
