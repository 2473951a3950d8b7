"""Due items: what a schedule rule asks for, by when, and what became of it.

A rule states facts (due day, window, what settled it); the state for any day follows from them here, so that every
set's schedule is read alike and a past day can be asked about at any time.
"""

from datetime import date, datetime

import msgspec

from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.calendar import day_of, is_after
from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import MeetingId, RecordId, RuleId
from supervisor_tui.domain.meetings.kinds import MeetingPart
from supervisor_tui.wording import _


class DueState(Choice):
    """What a due item is on a given day."""

    UPCOMING = "upcoming", _("coming up")
    DUE = "due", _("due")
    OVERDUE = "overdue", _("late")
    DONE = "done", _("done")
    MISSED = "missed", _("missed")
    UNKNOWN = "unknown", _("not known")


class DueItem(msgspec.Struct, frozen=True):
    """One duty of one case.

    rule: the rule that asks for it; the rulebook that registered the rule fills it in.
    title: what is to be done, in the supervisor's words.
    due: last day (inclusive) or moment in time; None where a needed fact or setting is missing, see `unknown`.
    target: an earlier day or moment that is asked for but does not bind (24 h of 48 h).
    opens: first day on which doing it counts; None means from the start.
    closes: last day on which doing it still counts; after it the duty is missed for good. None means never.
    done: when it was done; None while it is not.
    settled_by: the record that settled it.
    settles: the kind of record that would settle it, so that Enter opens that form.
    slot: what tells items of one rule apart ("F2", "M13", an order's duty); stable over time.
    unknown: why it cannot be told, in a sentence; then `due` is None or the result is open.
    missing: what to record or decide so that it can be told.
    advisory: asked for, not demanded: shown, not counted as late.
    meeting: the meeting that it is about. part: where in that meeting it is done; None is the meeting itself.
    """

    title: str
    due: date | datetime | None = None
    rule: RuleId = RuleId("")
    target: date | datetime | None = None
    opens: date | None = None
    closes: date | None = None
    done: date | datetime | None = None
    settled_by: RecordId | None = None
    settles: str = ""
    slot: str = ""
    unknown: str = ""
    missing: Missing | None = None
    advisory: bool = False
    meeting: MeetingId | None = None
    part: MeetingPart | None = None


def due_state(item: DueItem, as_of: date | datetime) -> DueState:
    """Return what the item is on `as_of`: a day, or a moment where hours matter.

    Done is done, however late (see `days_late`). Inside its window an open item is due; before it, coming up; an item
    without a window is due on its day. After the due day it is late; after `closes` it is missed.
    """
    if item.done is not None:
        return DueState.DONE
    if item.due is None or item.unknown:
        return DueState.UNKNOWN
    if item.closes is not None and day_of(as_of) > item.closes:
        return DueState.MISSED
    if is_after(as_of, item.due):
        return DueState.OVERDUE
    opens = item.opens if item.opens is not None else day_of(item.due)
    return DueState.DUE if day_of(as_of) >= opens else DueState.UPCOMING


def days_late(item: DueItem, as_of: date | datetime) -> int:
    """Return by how many days the item is, or was done, after its due day; 0 if in time or not known."""
    if item.due is None:
        return 0
    return max(0, (day_of(item.done if item.done is not None else as_of) - day_of(item.due)).days)
