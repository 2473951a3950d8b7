"""What a meeting's screen shows of the case in front: last time, this time's findings, the minutes so far."""

from datetime import date

import msgspec

from supervisor_tui.casework.case_view import CaseView, case_view
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.due_list import lateness
from supervisor_tui.casework.meetings.last_time import LastTime, last_time
from supervisor_tui.casework.meetings.minutes import minutes
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.ids import CaseCode, MeetingId, PersonCode
from supervisor_tui.domain.meeting import LineKind, Meeting, MinutesLine
from supervisor_tui.kit.columns import Cell, Column
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.store.revised import Revised
from supervisor_tui.tui.days import near_day
from supervisor_tui.wording import _

__all__ = ["COLUMNS", "Front", "MeetingFileLine", "groups", "read_front"]


class Front(msgspec.Struct, frozen=True):
    """The meeting as it stands, the case in front, what was left of last time, and the lines written so far."""

    seen: Revised[Meeting]
    case: CaseCode | None
    view: CaseView | None
    before: LastTime | None
    lines: tuple[MinutesLine, ...]


class MeetingFileLine(msgspec.Struct, frozen=True):
    """A line of the page: a mark of what it is, the words, a note at the right. `line` can be taken back."""

    key: str
    kind: str
    what: str
    note: str = ""
    tone: Tone = Tone.PLAIN
    line: MinutesLine | None = None


COLUMNS: tuple[Column[MeetingFileLine], ...] = (
    Column("kind", "", lambda line: Cell(line.kind, Tone.QUIET), width=12),
    Column("what", "", lambda line: Cell(line.what, line.tone), width=30, flex=1),
    Column("note", "", lambda line: Cell(line.note, Tone.QUIET), width=24, leaves_first=1),
)


def read_front(desk: Desk, seen: Revised[Meeting], case: CaseCode | None) -> Front:
    """Read what the screen shows, for the case in front or for the meeting as a whole."""
    number: MeetingId = seen.value.id
    lines = tuple(line for line in minutes(desk, number) if case is None or line.case in {case, None})
    if case is None:
        return Front(seen, None, None, None, lines)
    return Front(seen, case, case_view(desk, desk.case(case)), last_time(desk, case), lines)


def groups(desk: Desk, front: Front) -> tuple[Group[MeetingFileLine], ...]:
    """Return the page: last time and what became of it, now, agenda, and the minutes of this time."""
    found = []
    if front.before is not None and front.view is not None:
        last = _last_time(desk, front.before, front.seen.value.id)
        now = _now(front.view)
        found += [
            Group("last", _("LAST TIME"), last, count=len(last)),
            Group("now", _("NOW"), now, count=len(now), first=5),
        ]
    meeting = front.seen.value
    agenda = [
        MeetingFileLine(f"agenda/{place}", "", line.text, line.case or "")
        for place, line in enumerate(meeting.agenda)
        if front.case is None or line.case in {front.case, None}
    ]
    people = [
        MeetingFileLine(
            f"participant/{place}",
            one.attendance.label,
            one.label,
            " · ".join(filter(None, (one.role.label, one.agency))),
        )
        for place, one in enumerate(meeting.participants)
    ]
    written = [_written(desk, line) for line in front.lines]
    found += [
        Group("minutes", _("MINUTES"), written, count=len(written)),
        Group("agenda", _("agenda"), agenda, count=len(agenda), folded=bool(written)),
        Group("people", _("participants"), people, count=len(people), folded=True),
    ]
    return tuple(found)


def _last_time(desk: Desk, before: LastTime, this: MeetingId) -> list[MeetingFileLine]:
    decided = [
        MeetingFileLine(entry.id, _("decided"), entry.body.text, near_day(entry.on, desk.as_of))
        for entry in before.decisions
        if entry.body.meeting != this
    ]
    actions = [
        MeetingFileLine(
            f"action/{one.action.action}",
            _("action"),
            one.action.text,
            _who_until(desk, one.action.owner, one.action.due_on),
            Tone.URGENT if one.action.due_on and one.action.due_on < desk.as_of else Tone.PLAIN,
        )
        for one in before.open_actions
        if one.meeting != this
    ]
    return decided + actions


def _now(view: CaseView) -> list[MeetingFileLine]:
    tones = {DueState.OVERDUE: Tone.URGENT, DueState.UNKNOWN: Tone.WARNING}
    return [
        MeetingFileLine(
            f"now/{line.row.set}/{line.row.rule}/{line.row.slot}",
            line.state.label,
            line.row.item.unknown or line.row.item.title,
            lateness(line),
            tones.get(line.state, Tone.PLAIN),
        )
        for line in view.due
    ]


def _written(desk: Desk, line: MinutesLine) -> MeetingFileLine:
    words = f"{line.text} — {line.reason}" if line.reason else line.text
    if line.kind is LineKind.NO_CHANGE and not words:
        words = _("no change")
    who = _who_until(desk, line.owner, line.due_on) if line.kind is LineKind.ACTION else ""
    note = "  ".join(part for part in (who, line.case or "", f"{line.at:%H:%M:%S}") if part)
    return MeetingFileLine(line.id, line.kind.label, words, note, line=line)


def _who_until(desk: Desk, owner: str, due_on: date | None) -> str:
    who = desk.short_name(PersonCode(owner)) or _("nobody named")
    return _("{who}, {day}").format(who=who, day=near_day(due_on, desk.as_of)) if due_on else who
