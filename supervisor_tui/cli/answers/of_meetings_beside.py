"""The answer about a meeting on a case beside the one before it."""

from datetime import date

import msgspec

from supervisor_tui.casework.meetings.beside import Beside, OneConference

__all__ = ["BesideAnswer", "beside_answer"]


class BesideAction(msgspec.Struct, frozen=True):
    """An action that a meeting asked for, as it stands today."""

    action: str
    text: str
    owner: str | None
    due_on: date | None
    status: str
    ended_on: date | None


class OneMeetingAnswer(msgspec.Struct, frozen=True):
    """One meeting on the case; risk is the letter on that day."""

    meeting: str
    on: date
    purpose: str | None
    risk: str
    came: tuple[str, ...]
    decisions: tuple[str, ...]
    actions: tuple[BesideAction, ...]
    views: tuple[str, ...]
    next_on: date | None


class BesideAnswer(msgspec.Struct, frozen=True):
    """A meeting and the one of its kind before it; before is null where it is the first."""

    case: str
    present: OneMeetingAnswer
    before: OneMeetingAnswer | None


def beside_answer(found: Beside) -> BesideAnswer:
    """Return the two meetings as JSON gives them."""
    return BesideAnswer(found.case, _one(found.present), _one(found.before) if found.before else None)


def _one(found: OneConference) -> OneMeetingAnswer:
    return OneMeetingAnswer(
        meeting=found.meeting.id,
        on=found.on,
        purpose=found.meeting.purpose.value if found.meeting.purpose else None,
        risk=found.risk,
        came=found.came,
        decisions=found.decisions,
        actions=tuple(
            BesideAction(
                one.action.action,
                one.action.text,
                one.action.owner or None,
                one.action.due_on,
                one.status.value,
                one.ended_on,
            )
            for one in found.actions
        ),
        views=tuple(f"{one.kind.label}: {one.text}" for one in found.views),
        next_on=found.next_on,
    )
