"""Whether the client can be reached at all."""

from typing import Annotated, ClassVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.records.kind import RecordBody, asked
from supervisor_tui.wording import _


class Reach(Choice):
    """How the client can be reached."""

    IN_CONTACT = "in_contact", _("in contact")
    UNTRACEABLE = "untraceable", _("cannot be found")
    DIED = "died", _("has died")


class ContactState(RecordBody, frozen=True, kw_only=True):
    """The client cannot be found, was found again, or has died."""

    KIND: ClassVar[str] = "prerana_exit.contact_state"
    TITLE: ClassVar[str] = _("Can the client be reached?")
    ON: ClassVar[str] = _("Known since")

    reach: Annotated[Reach, asked(_("The client"), rule="PX-P1")]
