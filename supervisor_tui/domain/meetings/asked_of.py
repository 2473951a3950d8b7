"""Which fields of a meeting a person is asked for: those that its kind needs, and no more."""

from collections.abc import Collection

from supervisor_tui.domain.meetings.kinds import Channel, MeetingKind
from supervisor_tui.domain.meetings.participants import ParticipantRole

__all__ = ["ASKED", "asked_of"]

_ALWAYS = frozenset({"kind", "starts", "planned_minutes", "cases", "place", "channel", "participants"})
_OF_KIND = {
    MeetingKind.PLANNING: frozenset({"complex_case"}),
    MeetingKind.MANAGEMENT: frozenset({"place_confidential"}),
    MeetingKind.CONFERENCE: frozenset({"purpose", "called_because", "urgent_because", "agenda_on", "presentation_on"}),
}
_ABSENT = {
    ParticipantRole.CHILD: "child_absent_because",
    ParticipantRole.CAREGIVER: "caregiver_absent_because",
}
_OF_A_CHILD = frozenset({"child_may_be_silent", "child_safe_space", "child_own_words"})

ASKED = _ALWAYS.union(*_OF_KIND.values(), _ABSENT.values(), _OF_A_CHILD, {"precautions", "held_on"})
"""Every field that some meeting is asked for; the others are filled in by themselves."""


def asked_of(
    kind: MeetingKind, channel: Channel, comes: Collection[ParticipantRole], *, was_held: bool = False
) -> frozenset[str]:
    """Return the names of the fields. comes: the roles of those who are expected or there. was_held: it has begun.

    Precautions are asked for where people do not meet in one room. Where no child or no caregiver comes, it is asked
    why; where a child comes, whether it is invited and not pressed. The team's own meeting has no family in it.
    """
    asked = _ALWAYS | _OF_KIND[kind]
    if channel is not Channel.IN_PERSON:
        asked |= {"precautions"}
    if was_held:
        asked |= {"held_on"}
    if kind is MeetingKind.MANAGEMENT:
        return asked
    if ParticipantRole.CHILD in comes:
        asked |= _OF_A_CHILD
    return asked | {field for role, field in _ABSENT.items() if role not in comes}
