"""A meeting as the papers of one recipient may tell it: no more than they may know, and no place to who could harm."""

from collections.abc import Iterator

from msgspec.structs import replace

from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.copies import is_told
from supervisor_tui.domain.meetings.meeting import AgendaLine, Meeting
from supervisor_tui.domain.meetings.participants import Attendance, Confidentiality, Participant
from supervisor_tui.domain.meetings.sharing import Sharing
from supervisor_tui.wording import _

__all__ = ["FOLLOWS_UP", "meeting_as_told_to", "told_about"]

FOLLOWS_UP = "IAG-MTG-20"
"""The rule that brings open actions back; what it brings is not read out before a family."""


def told_about(recipient: Participant, sharing: Sharing | None, case: CaseCode | None) -> bool:
    """Say whether papers may tell somebody about a case beforehand; who could harm hears of it in the room alone."""
    kept_from = recipient.could_harm or recipient.is_left_out
    return not kept_from and (sharing is None or is_told(sharing, case))


def meeting_as_told_to(recipient: Participant, meeting: Meeting, sharing: Sharing | None) -> Meeting:
    """Return a meeting with what somebody's papers may tell of it; other points stand without their words.

    What a set's rule proposed for the whole meeting holds nothing of a child. How others can be reached, and
    what is feared of them, stays at home; who was asked to leave or declined to sign is not for a family.
    """
    knows_all = told_about(recipient, sharing, None)
    why = {} if knows_all else {"purpose": None, "called_because": "", "urgent_because": ""}
    return replace(
        meeting,
        place="" if recipient.could_harm else meeting.place,
        agenda=tuple(_agenda(recipient, meeting, sharing)),
        participants=tuple(_participant(recipient, one) for one in meeting.participants),
        **why,
    )


def _participant(recipient: Participant, one: Participant) -> Participant:
    """Return another participant as a paper may tell of them; a family does not read who declined to sign."""
    plain = replace(one, contact="", harm_note="")
    if recipient.is_professional or one.id == recipient.id:
        return plain
    came = Attendance.ABSENT if one.attendance is Attendance.EXCLUDED else one.attendance
    return replace(plain, attendance=came, confidentiality=Confidentiality.OPEN, signed_on=None)


def _agenda(recipient: Participant, meeting: Meeting, sharing: Sharing | None) -> Iterator[AgendaLine]:
    for line in meeting.agenda:
        if line.rule == FOLLOWS_UP and not recipient.is_professional:
            continue
        is_plain = line.case is None and line.rule != ""
        knows = is_plain or told_about(recipient, sharing, line.case)
        yield line if knows else replace(line, text=_("by code only"))
