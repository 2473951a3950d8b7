"""The family in the room, or outside for a while: what is said meanwhile is the closed part."""

from collections.abc import Iterable

from supervisor_tui.domain.meetings.minutes import Audience, MinutesLine, Part
from supervisor_tui.domain.meetings.participants import Attendance, Participant

__all__ = [
    "family_in_the_room",
    "is_the_familys_to_see",
    "may_be_shown_to_family",
    "of_the_family",
    "part_now",
]


def of_the_family(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Return child and caregivers who come, or are still expected."""
    return tuple(
        one for one in participants if one.is_family and one.attendance in {Attendance.INVITED, Attendance.PRESENT}
    )


def family_in_the_room(participants: Iterable[Participant]) -> bool:
    """Say whether the child or a caregiver hears what is being said."""
    return any(one.is_family and one.is_in_the_room for one in participants)


def part_now(participants: Iterable[Participant]) -> Part:
    """Return the part to which a line belongs that is written now: closed while the family that came is outside."""
    came = [one for one in participants if one.is_family and one.attendance is Attendance.PRESENT]
    return Part.CLOSED if came and not any(one.is_in_the_room for one in came) else Part.OPEN


def may_be_shown_to_family(line: MinutesLine) -> bool:
    """Say whether a line may stand on a screen that the family sees, the caregiver among them."""
    return line.part is Part.OPEN and line.readers is Audience.EVERYONE


def is_the_familys_to_see(line: MinutesLine, participants: Iterable[Participant]) -> bool:
    """Say whether each of the family who is in the room was there when a line was written, and may read it."""
    here = {one.id for one in participants if one.is_family and one.is_in_the_room}
    return may_be_shown_to_family(line) and here <= set(line.heard_by)
