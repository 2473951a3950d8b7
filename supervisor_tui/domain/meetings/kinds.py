"""What sort of meeting it is, why it is called, and what it may decide about a case."""

from supervisor_tui.domain.choice import Choice
from supervisor_tui.wording import _


class MeetingKind(Choice):
    """What sort of meeting it is; the kind decides who may come and what may be shown (004 §3.5)."""

    PLANNING = "planning", _("case planning meeting")
    MANAGEMENT = "management", _("case management meeting")
    CONFERENCE = "conference", _("case conference")


class MeetingState(Choice):
    """How far a meeting has come."""

    PLANNED = "planned", _("planned")
    HELD = "held", _("being held")
    CLOSED = "closed", _("over")


class MeetingPart(Choice):
    """Where something about a meeting is done, so that a reminder leads there; the meeting itself otherwise."""

    PEOPLE = "people", _("who takes part")
    AGENDA = "agenda", _("agenda")
    MINUTES = "minutes", _("minutes and copies")


class ConferencePurpose(Choice):
    """Why a conference is called."""

    PLACEMENT = "placement", _("choice of placement")
    CLOSURE = "closure", _("closing")
    PROBLEM = "problem", _("a problem to solve")
    REVIEW = "review", _("review of the plan")
    REMOVAL = "removal", _("removal from a caregiver")
    REUNIFICATION = "reunification", _("return to the family")
    COMPLEX = "complex", _("several agencies are needed")
    OTHER = "other", _("other")


class Channel(Choice):
    """How the participants meet."""

    IN_PERSON = "in_person", _("in one room")
    VIDEO = "video", _("by video")
    PHONE = "phone", _("by phone")


class CaseOutcome(Choice):
    """What a decision means for the case as a whole."""

    STAYS_OPEN = "stays_open", _("stays open")
    CLOSE = "close", _("is to be closed")
    TRANSFER = "transfer", _("goes to another agency")
    OTHER = "other", _("other")
