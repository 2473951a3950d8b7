"""Notes, papers, decisions of meetings, and the taking back of what was entered in error."""

from datetime import date
from typing import Annotated, ClassVar

from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.meetings.kinds import CaseOutcome, ConferencePurpose, MeetingKind
from supervisor_tui.domain.meetings.participants import ParticipantRole
from supervisor_tui.domain.records.closing import ApprovingBody
from supervisor_tui.domain.records.kind import RecordBody, asked
from supervisor_tui.wording import _


class Note(RecordBody, frozen=True, kw_only=True):
    """A note on the case."""

    KIND: ClassVar[str] = "note"
    TITLE: ClassVar[str] = _("Note")

    text: Annotated[str, asked(_("Text"), hint=_("Codes and roles, no names."), long=True)]


class Document(RecordBody, frozen=True, kw_only=True):
    """A paper is on file or was sent."""

    KIND: ClassVar[str] = "document"
    TITLE: ClassVar[str] = _("Document")
    ON: ClassVar[str] = _("Dated")

    document: Annotated[str, asked(_("Which paper"), hint=_("Its code, for example closure_form."))]
    sent_to: Annotated[str, asked(_("Sent to"))] = ""
    sent_on: Annotated[date | None, asked(_("Sent on"))] = None
    regards: Annotated[str, asked(_("Belongs to"), hint=_("For example an order's number."))] = ""


class MeetingDecision(RecordBody, frozen=True, kw_only=True):
    """What a meeting decided about this case, with its reason."""

    KIND: ClassVar[str] = "meeting_decision"
    TITLE: ClassVar[str] = _("Decision of a meeting")
    ON: ClassVar[str] = _("Decided on")

    meeting: Annotated[MeetingId, asked(_("Meeting"), codes="meeting", rule="IAG-MTG-19")]
    text: Annotated[str, asked(_("Decision"))]
    reason: Annotated[str, asked(_("Reason"))] = ""
    kind: Annotated[MeetingKind | None, asked(_("Kind of meeting"), rule="IAG-MTG-18")] = None
    purpose: Annotated[ConferencePurpose | None, asked(_("Purpose of the meeting"), rule="RB-CC-01")] = None
    outcome: Annotated[CaseOutcome | None, asked(_("What it means for the case"))] = None


class MeetingHeld(RecordBody, frozen=True, kw_only=True):
    """A planning meeting or a conference about this case took place, decided or not; who came, by role and body."""

    KIND: ClassVar[str] = "meeting_held"
    TITLE: ClassVar[str] = _("Meeting about this case")
    ON: ClassVar[str] = _("Held on")

    kind: Annotated[MeetingKind, asked(_("Kind of meeting"), rule="IAG-MTG-18")]
    meeting: Annotated[
        MeetingId | None, asked(_("Meeting"), hint=_("Blank for one that is not kept here."), codes="meeting")
    ] = None
    purpose: Annotated[ConferencePurpose | None, asked(_("Purpose"), rule="RB-CC-01")] = None
    roles: Annotated[tuple[ParticipantRole, ...], asked(_("Roles that came"), rule="IAG-MTG-02")] = ()
    bodies: Annotated[tuple[ApprovingBody, ...], asked(_("Bodies that came"), rule="RB-CC-20")] = ()


class Readiness(RecordBody, frozen=True, kw_only=True):
    """A word on how ready the child is for the return, added to what was assessed."""

    KIND: ClassVar[str] = "readiness"
    TITLE: ClassVar[str] = _("Readiness for the return")

    text: Annotated[
        str, asked(_("How ready the child is"), hint=_("Codes and roles, no names."), long=True, rule="RB-CC-16")
    ]
    meeting: Annotated[
        MeetingId | None, asked(_("Meeting"), hint=_("If it follows from one."), codes="meeting", rule="RB-CC-16")
    ] = None


class Retraction(RecordBody, frozen=True, kw_only=True):
    """The record that this one amends was entered in error and is no longer read."""

    KIND: ClassVar[str] = "retraction"
    TITLE: ClassVar[str] = _("Entered in error")

    reason: Annotated[str, asked(_("Reason"))]
