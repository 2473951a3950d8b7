"""The case in front: what was decided last time and what became of it, and what is so now."""

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.due_list import DueLine, lateness
from supervisor_tui.casework.meetings.last_time import LastTime
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.plan import ActionStanding
from supervisor_tui.domain.records.plan import ActionOutcome
from supervisor_tui.kit.tones import Tone
from supervisor_tui.tui.days import near_day
from supervisor_tui.tui.meetings.front import Front
from supervisor_tui.tui.meetings.page_lines import PageGroup, PageLine, who_until, with_reason
from supervisor_tui.tui.ways_on import RecordIt, way_to_settle_row
from supervisor_tui.wording import _, ngettext

__all__ = ["last_time_group", "now_group"]


def last_time_group(desk: Desk, code: CaseCode, before: LastTime) -> PageGroup:
    """Return what earlier meetings left: decisions, and each action with what became of it."""
    lines = [
        PageLine(
            entry.id, _("decided"), with_reason(entry.body.text, entry.body.reason), near_day(entry.on, desk.as_of)
        )
        for entry in before.decisions
    ]
    lines += [_action_before(desk, code, one) for one in (*before.open_actions, *before.ended_actions)]
    note = "" if lines else _("nothing was decided before")
    return PageGroup("last", _("LAST TIME"), lines, count=len(lines), note=note)


def now_group(front: Front) -> PageGroup:
    """Return what is so now: what the sets in force ask for and is late, due or not known."""
    lines = [_now(line) for line in front.view.due] if front.view is not None else []
    return PageGroup("now", _("NOW"), lines, count=len(lines), first=5)


def _action_before(desk: Desk, code: CaseCode, one: ActionStanding) -> PageLine:
    """Say what became of an action; Enter records it."""
    until = one.action.due_on
    is_late = one.is_open and until is not None and until < desk.as_of
    status = one.status.label
    if is_late and until is not None:
        late = (desk.as_of - until).days
        status = ngettext("{n} day late", "{n} days late", late).format(n=late)
    elif one.ended_on is not None:
        status = f"{status} {near_day(one.ended_on, desk.as_of)}"
    return PageLine(
        f"action/{one.action.action}",
        status,
        f"{one.action.action}  {one.action.text}",
        who_until(desk, one.action.owner, until),
        Tone.URGENT if is_late else Tone.PLAIN,
        way=RecordIt(code, ActionOutcome.KIND, "status", (("action", one.action.action),)),
    )


def _now(line: DueLine) -> PageLine:
    tone = {DueState.OVERDUE: Tone.URGENT, DueState.UNKNOWN: Tone.WARNING}.get(line.state, Tone.PLAIN)
    return PageLine(
        f"now/{line.row.set}/{line.row.rule}/{line.row.slot}",
        line.state.label,
        line.row.item.unknown or line.row.item.title,
        lateness(line),
        tone,
        way=way_to_settle_row(line.row),
        rule=line.row.rule,
    )
