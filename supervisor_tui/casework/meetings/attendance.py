"""Who is in the room: came, sent apologies, promised confidentiality or declined, stepped out; the family in and out.

Each change names the version of the meeting that was seen, so that two who note at once do not overwrite each other.
"""

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import changed
from supervisor_tui.domain.ids import ParticipantId
from supervisor_tui.domain.meetings.family import family_in_the_room, of_the_family
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import Attendance, Confidentiality, Participant
from supervisor_tui.store.revised import Revised

__all__ = [
    "attended",
    "everybody_came",
    "family_in_or_out",
    "promised",
    "stepped_out",
    "told",
]


def attended(desk: Desk, before: Revised[Meeting], who: ParticipantId, attendance: Attendance) -> Revised[Meeting]:
    """Note whether a participant came; whoever comes is in the room."""
    return _changed(desk, before, {who}, attendance=attendance, stepped_out=False)


def everybody_came(desk: Desk, before: Revised[Meeting]) -> Revised[Meeting]:
    """Note that all who were invited and are not of the family are here; what was noted of others stays."""
    invited = {one.id for one in before.value.participants if _is_awaited(one)}
    return _changed(desk, before, invited, attendance=Attendance.PRESENT)


def promised(desk: Desk, before: Revised[Meeting], who: ParticipantId, promise: Confidentiality) -> Revised[Meeting]:
    """Note what a participant says to confidentiality; said once more, it is taken back.

    Whoever signs, or need not, is here. Whoever declines is asked to leave.
    """
    there = before.value.participant(who)
    is_taken_back = there is not None and there.confidentiality is promise
    said = Confidentiality.OPEN if is_taken_back else promise
    came = Attendance.EXCLUDED if said is Confidentiality.DECLINED else Attendance.PRESENT
    day = desk.clock().date() if said is Confidentiality.SIGNED else None
    return _changed(desk, before, {who}, confidentiality=said, signed_on=day, attendance=came)


def told(desk: Desk, before: Revised[Meeting], who: ParticipantId) -> Revised[Meeting]:
    """Note that a participant was told of the meeting today; the day on which they were told before stays."""
    there = before.value.participant(who)
    if there is not None and there.notice_on:
        return before
    return _changed(desk, before, {who}, notice_on=desk.clock().date())


def stepped_out(desk: Desk, before: Revised[Meeting], who: ParticipantId) -> Revised[Meeting]:
    """Note that somebody who is here steps out for a while, or comes back in; what is said meanwhile is not theirs."""
    there = before.value.participant(who)
    if there is None or there.attendance is not Attendance.PRESENT:
        return before
    return _changed(desk, before, {who}, stepped_out=not there.stepped_out)


def family_in_or_out(desk: Desk, before: Revised[Meeting]) -> Revised[Meeting]:
    """Note that the family comes into the room, or goes out of it; for a meeting without a family nothing changes."""
    family = {one.id for one in of_the_family(before.value.participants)}
    if not family:
        return before
    goes_out = family_in_the_room(before.value.participants)
    if goes_out:
        family = {one.id for one in before.value.participants if one.is_family and one.is_in_the_room}
    return _changed(desk, before, family, attendance=Attendance.PRESENT, stepped_out=goes_out)


def _is_awaited(one: Participant) -> bool:
    return one.attendance is Attendance.INVITED and not one.is_family


def _changed(desk: Desk, before: Revised[Meeting], whom: set[ParticipantId], **said: object) -> Revised[Meeting]:
    people = tuple(msgspec.structs.replace(one, **said) if one.id in whom else one for one in before.value.participants)
    return changed(desk, before, msgspec.structs.replace(before.value, participants=people))
