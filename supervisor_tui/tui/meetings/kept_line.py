"""What is kept of a meeting while it is held: the unfinished line of each case, and which case stood in front.

It survives the end of the program, so that the meeting reopens where it was.
"""

from datetime import datetime

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.tui.meetings.typed_line import TypedLine

__all__ = [
    "carry_over",
    "case_that_stood_in_front",
    "cases_with_a_line",
    "forget_line",
    "keep_in_front",
    "keep_line",
    "kept_line",
    "place_of",
]

BEFORE_FAMILY = "/family"
"""Ends the place of what is begun while the family looks on."""


class _InFront(msgspec.Struct, frozen=True):
    case: CaseCode | None


def place_of(number: MeetingId, case: CaseCode | None, *, has_family: bool = False) -> str:
    """Return where the unfinished line about a case, or about the meeting as a whole, is kept.

    has_family: the family looks on; what was begun without them waits in another place until they have gone out.
    """
    return f"meeting/{number}/{case or ''}{BEFORE_FAMILY if has_family else ''}"


def keep_line(desk: Desk, place: str, typed: TypedLine) -> datetime | None:
    """Keep what is typed and return the moment; a blank line is forgotten."""
    if typed.is_blank:
        forget_line(desk, place)
        return None
    return desk.store.drafts.keep(desk.person.code, place, msgspec.json.encode(typed).decode())


def kept_line(desk: Desk, place: str) -> TypedLine:
    """Return what was typed and not saved, blank where nothing was."""
    text = _kept(desk, place)
    return msgspec.json.decode(text, type=TypedLine) if text else TypedLine()


def cases_with_a_line(desk: Desk, number: MeetingId) -> tuple[CaseCode, ...]:
    """Return the cases about which this person began a line and did not save it; "" is the meeting as a whole."""
    start = place_of(number, None)
    places = (one.place.removesuffix(BEFORE_FAMILY) for one in desk.store.drafts.of(desk.person.code))
    return tuple(dict.fromkeys(CaseCode(place.removeprefix(start)) for place in places if place.startswith(start)))


def forget_line(desk: Desk, place: str) -> None:
    """Take away what was typed, once it is saved."""
    desk.store.drafts.forget(desk.person.code, place)


def carry_over(desk: Desk, left: str, taken_up: str) -> None:
    """Take an unfinished line along to another place, unless one waits there."""
    typed = kept_line(desk, left)
    if not typed.is_blank and kept_line(desk, taken_up).is_blank:
        keep_line(desk, taken_up, typed)
        forget_line(desk, left)


def keep_in_front(desk: Desk, number: MeetingId, case: CaseCode | None) -> None:
    """Keep which case stands in front."""
    text = msgspec.json.encode(_InFront(case)).decode()
    desk.store.drafts.keep(desk.person.code, f"meeting/{number}", text)


def case_that_stood_in_front(desk: Desk, number: MeetingId, cases: tuple[CaseCode, ...]) -> CaseCode | None:
    """Return the case that this person had in front last, the first of the agenda where there was none."""
    first = cases[0] if cases else None
    text = _kept(desk, f"meeting/{number}")
    if not text:
        return first
    case = msgspec.json.decode(text, type=_InFront).case
    return case if case is None or case in cases else first


def _kept(desk: Desk, place: str) -> str:
    return next((one.text for one in desk.store.drafts.of(desk.person.code) if one.place == place), "")
