"""What a meeting's screen shows of the case in front: last time, this time's findings, the minutes so far."""

from datetime import date

import msgspec

from supervisor_tui.casework.case_view import CaseView, case_view
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.due_list import DueLine, lateness
from supervisor_tui.casework.meetings.last_time import LastTime, last_time
from supervisor_tui.casework.meetings.minutes import minutes
from supervisor_tui.casework.meetings.preparing import Proposal, proposals
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.domain.meetings.participants import Attendance
from supervisor_tui.domain.plan import ActionStanding
from supervisor_tui.domain.records.plan import ActionOutcome
from supervisor_tui.kit.columns import Cell, Column
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.store.revised import Revised
from supervisor_tui.tui.days import near_day
from supervisor_tui.tui.ways_on import RecordIt, WayOn, way_to_settle_row
from supervisor_tui.wording import _, ngettext

__all__ = ["COLUMNS", "Front", "MeetingFileLine", "groups", "read_front", "room_words"]


class Front(msgspec.Struct, frozen=True):
    """The meeting as it stands, the case in front, what was left of last time, and the lines written so far.

    proposed: cases that want discussing, while a case management meeting has none on its agenda.
    """

    seen: Revised[Meeting]
    case: CaseCode | None
    view: CaseView | None
    before: LastTime | None
    lines: tuple[MinutesLine, ...]
    proposed: tuple[Proposal, ...] = ()


class MeetingFileLine(msgspec.Struct, frozen=True):
    """A line of the page: a word for what it is, the words, a note at the right.

    line: can be taken back. way: Enter goes there. case: Enter brings it in front. people: Enter shows who is here.
    """

    key: str
    kind: str
    what: str
    note: str = ""
    tone: Tone = Tone.PLAIN
    line: MinutesLine | None = None
    way: WayOn | None = None
    case: CaseCode | None = None
    people: bool = False


COLUMNS: tuple[Column[MeetingFileLine], ...] = (
    Column("kind", "", lambda line: Cell(line.kind, Tone.QUIET), width=14),
    Column("what", "", lambda line: Cell(line.what, line.tone), width=30, flex=1),
    Column("note", "", lambda line: Cell(line.note, Tone.QUIET), width=20, leaves_first=1),
)

PageGroup = Group[MeetingFileLine]


def read_front(desk: Desk, seen: Revised[Meeting], case: CaseCode | None) -> Front:
    """Read what the screen shows, for the case in front or for the meeting as a whole."""
    meeting = seen.value
    lines = tuple(line for line in minutes(desk, meeting.id) if case is None or line.case in {case, None})
    if case is not None:
        return Front(seen, case, case_view(desk, desk.case(case)), last_time(desk, case, meeting.id), lines)
    wants_cases = meeting.kind is MeetingKind.MANAGEMENT and not meeting.cases
    asks = wants_cases and meeting.state is not MeetingState.CLOSED
    return Front(seen, None, None, None, lines, proposals(desk) if asks else ())


def groups(desk: Desk, front: Front) -> tuple[PageGroup, ...]:
    """Return the page: last time and what became of it, now, the minutes of this time, agenda and participants."""
    return (
        *_of_the_case(desk, front),
        _minutes(desk, front),
        *_proposed(front),
        _agenda(desk, front),
        _people(desk, front),
    )


def _of_the_case(desk: Desk, front: Front) -> tuple[PageGroup, ...]:
    if front.before is None or front.view is None or front.case is None:
        return ()
    last = _last_time(desk, front.case, front.before)
    now = [_now(line) for line in front.view.due]
    nothing = "" if last else _("nothing was decided before")
    return (
        Group("last", _("LAST TIME"), last, count=len(last), note=nothing),
        Group("now", _("NOW"), now, count=len(now), first=5),
    )


def _last_time(desk: Desk, code: CaseCode, before: LastTime) -> list[MeetingFileLine]:
    decided = [
        MeetingFileLine(
            entry.id, _("decided"), _with_reason(entry.body.text, entry.body.reason), near_day(entry.on, desk.as_of)
        )
        for entry in before.decisions
    ]
    return decided + [_action_before(desk, code, one) for one in (*before.open_actions, *before.ended_actions)]


def _action_before(desk: Desk, code: CaseCode, one: ActionStanding) -> MeetingFileLine:
    """Say what became of an action; Enter records it."""
    until = one.action.due_on
    is_late = one.is_open and until is not None and until < desk.as_of
    status = one.status.label
    if is_late and until is not None:
        late = (desk.as_of - until).days
        status = ngettext("{n} day late", "{n} days late", late).format(n=late)
    elif one.ended_on is not None:
        status = f"{status} {near_day(one.ended_on, desk.as_of)}"
    who = _who_until(desk, one.action.owner, until)
    return MeetingFileLine(
        f"action/{one.action.action}",
        status,
        f"{one.action.action}  {one.action.text}",
        who,
        Tone.URGENT if is_late else Tone.PLAIN,
        way=RecordIt(code, ActionOutcome.KIND, "status", (("action", one.action.action),)),
    )


def _now(line: DueLine) -> MeetingFileLine:
    tone = {DueState.OVERDUE: Tone.URGENT, DueState.UNKNOWN: Tone.WARNING}.get(line.state, Tone.PLAIN)
    return MeetingFileLine(
        f"now/{line.row.set}/{line.row.rule}/{line.row.slot}",
        line.state.label,
        line.row.item.unknown or line.row.item.title,
        lateness(line),
        tone,
        way=way_to_settle_row(line.row),
    )


def _minutes(desk: Desk, front: Front) -> PageGroup:
    written = [_written(desk, line, front.case) for line in front.lines]
    return Group("minutes", _("MINUTES"), written, count=len(written))


def _written(desk: Desk, line: MinutesLine, in_front: CaseCode | None) -> MeetingFileLine:
    words = _with_reason(line.text, line.reason)
    if line.kind is LineKind.NO_CHANGE and not words:
        words = _("no change")
    who = _who_until(desk, line.owner, line.due_on) if line.kind is LineKind.ACTION else ""
    typist = "" if line.by == desk.person.code else desk.short_name(line.by)
    about = line.case if line.case is not None and line.case != in_front else ""
    note = "  ".join(part for part in (who, about, typist, f"{line.at:%H:%M}") if part)
    return MeetingFileLine(line.id, line.kind.label, words, note, line=line)


def _proposed(front: Front) -> tuple[PageGroup, ...]:
    if not front.proposed:
        return ()
    lines = [MeetingFileLine(f"proposed/{one.case}", one.case, one.reason, case=one.case) for one in front.proposed]
    note = _("Enter takes one, F3 the whole team's round")
    return (Group("proposed", _("PROPOSED"), lines, count=len(lines), note=note, first=8),)


def _agenda(desk: Desk, front: Front) -> PageGroup:
    """Return the points about the case in front; for the meeting as a whole also each case, to go there."""
    meeting = front.seen.value
    points = [
        MeetingFileLine(f"agenda/{place}", line.case or "", line.text, case=line.case)
        for place, line in enumerate(meeting.agenda)
        if front.case is None or line.case in {front.case, None}
    ]
    told = {line.case for line in points}
    cases = [
        MeetingFileLine(f"case/{code}", code, _case_words(desk, code), case=code)
        for code in meeting.cases
        if front.case is None and code not in told
    ]
    count = len(points) + len(cases)
    return Group("agenda", _("AGENDA"), [*cases, *points], count=count, folded=bool(front.lines), first=12)


def _case_words(desk: Desk, code: CaseCode) -> str:
    summary = desk.store.summaries.of(code)
    if summary is None:
        return ""
    who = desk.short_name(summary.worker) or _("nobody")
    return "  ".join(part for part in (summary.risk_letter, who, summary.age_band) if part)


def _people(desk: Desk, front: Front) -> PageGroup:
    meeting = front.seen.value
    lines = [
        MeetingFileLine(
            f"participant/{place}",
            one.attendance.label,
            desk.short_name(PersonCode(one.label)),
            " · ".join(filter(None, (one.role.label, one.agency))),
            people=True,
        )
        for place, one in enumerate(meeting.participants)
    ]
    return Group("people", _("participants"), lines, count=len(lines), note=room_words(meeting), folded=bool(lines))


def room_words(meeting: Meeting) -> str:
    """Say who is in the room: how many are here, sent apologies, have not signed, were not told."""
    if not meeting.participants:
        return _("nobody named yet; F6 adds them")
    people = meeting.participants
    here = [one for one in people if one.attendance is Attendance.PRESENT]
    counted = [
        (len(here), _("{n} here")),
        (sum(1 for one in people if one.attendance is Attendance.APOLOGIES), _("{n} sent apologies")),
    ]
    if meeting.kind is not MeetingKind.MANAGEMENT:
        counted += [
            (sum(1 for one in here if one.professional and one.signed_on is None), _("{n} not signed")),
            (sum(1 for one in people if one.notice_on is None), _("{n} not told yet")),
        ]
    return " · ".join(words.format(n=number) for number, words in counted if number)


def _with_reason(text: str, reason: str) -> str:
    return _("{text} because {reason}").format(text=text, reason=reason) if reason else text


def _who_until(desk: Desk, owner: str, due_on: date | None) -> str:
    who = desk.short_name(PersonCode(owner)) or _("nobody named")
    return _("{who}, {day}").format(who=who, day=near_day(due_on, desk.as_of)) if due_on else who
