"""The talks during the six months."""

from typing import Annotated, ClassVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.records.kind import RecordBody, asked
from supervisor_tui.wording import _


class Topic(Choice):
    """What the talk was about."""

    HESITATION = "hesitation_and_importance", _("why the client hesitates, and why follow-ups matter")
    CWC_ORDER = "cwc_order", _("why the committee's order must be kept")
    WITH_FAMILY = "continue_with_family", _("going on through the family")


class TalkedWith(Choice):
    """With whom the talk was."""

    CLIENT = "client", _("client")
    FAMILY = "family", _("family")
    BOTH = "both", _("client and family")


class Discussion(RecordBody, frozen=True, kw_only=True):
    """A talk about the wish to end."""

    KIND: ClassVar[str] = "prerana_exit.discussion"
    TITLE: ClassVar[str] = _("Talk about the wish to end")
    ON: ClassVar[str] = _("Held on")

    topic: Annotated[Topic, asked(_("About"), rule="PX-P2-s1")]
    talked_with: Annotated[TalkedWith, asked(_("With"))] = TalkedWith.CLIENT
    note: Annotated[str, asked(_("Note"), long=True)] = ""
