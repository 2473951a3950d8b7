"""What was changed about an agenda by hand, so that each person can take their own last changes back, also later.

It rests beside what is being typed, in the encrypted store; the last changes are enough.
"""

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.meetings.meeting import AgendaLine

__all__ = ["AgendaChange", "changes_of", "forget_last", "remember"]

MOST = 20
"""So many changes of one agenda are kept for each person (ours)."""


class AgendaChange(msgspec.Struct, frozen=True):
    """The points before a change and after it."""

    before: tuple[AgendaLine, ...]
    after: tuple[AgendaLine, ...]


def changes_of(desk: Desk, number: MeetingId) -> tuple[AgendaChange, ...]:
    """Return the changes of this person that can still be taken back, the last one last."""
    kept = next((one for one in desk.store.drafts.of(desk.person.code) if one.place == _place(number)), None)
    return msgspec.json.decode(kept.text, type=tuple[AgendaChange, ...]) if kept is not None else ()


def remember(desk: Desk, number: MeetingId, change: AgendaChange) -> None:
    """Keep a change in the transaction that is open."""
    if change.before != change.after:
        _keep(desk, number, (*changes_of(desk, number), change)[-MOST:])


def forget_last(desk: Desk, number: MeetingId) -> None:
    """Keep the last change no longer: it was taken back."""
    _keep(desk, number, changes_of(desk, number)[:-1])


def _keep(desk: Desk, number: MeetingId, changes: tuple[AgendaChange, ...]) -> None:
    if changes:
        desk.store.drafts.keep(desk.person.code, _place(number), msgspec.json.encode(changes).decode())
    else:
        desk.store.drafts.forget(desk.person.code, _place(number))


def _place(number: MeetingId) -> str:
    return f"agenda/{number}"
