"""The client's own word with the Child Welfare Committee: whether it is needed, and that it took place."""

from typing import Annotated, ClassVar

from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.wording import _


class CommitteeTalkNeeded(RecordBody, frozen=True, kw_only=True):
    """Whether the client needs to speak with the committee."""

    KIND: ClassVar[str] = "prerana_exit.committee_talk_needed"
    TITLE: ClassVar[str] = _("Is a talk with the committee needed?")
    ON: ClassVar[str] = _("Judged on")

    needed: Annotated[YesNo, asked(_("Does the client need to speak with the committee?"), rule="PX-P2-s3")]


class CommitteeTalk(RecordBody, frozen=True, kw_only=True):
    """The client spoke with the committee, with the worker's help."""

    KIND: ClassVar[str] = "prerana_exit.committee_talk"
    TITLE: ClassVar[str] = _("Client spoke with the committee")
    ON: ClassVar[str] = _("Held on")

    note: Annotated[str, asked(_("Note"))] = ""
