"""The lines of a case file, in words: what is due, the story newest first, the plan."""

from datetime import date

import msgspec

from supervisor_tui.casework.case_view import CaseView, StoryLine
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.due_list import DueLine, lateness
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.plan import ActionStanding, GoalStanding
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.domain.records.plan import ActionOutcome, GoalOutcome
from supervisor_tui.kit.columns import Cell, Column
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.tui.days import near_day
from supervisor_tui.tui.ways_on import RecordIt, WayOn, way_to_settle_row
from supervisor_tui.wording import _

__all__ = ["COLUMNS", "CaseFileLine", "plan_groups", "story_groups"]

FIRST_DUE, FIRST_STORY = 6, 200


class CaseFileLine(msgspec.Struct, frozen=True):
    """A line: when, what, a note; Enter follows `way`, or opens the record `story`."""

    key: str
    when: Cell
    what: str
    note: str = ""
    way: WayOn | None = None
    story: StoryLine | None = None


COLUMNS: tuple[Column[CaseFileLine], ...] = (
    Column("when", "", lambda line: line.when, width=15),
    Column("what", "", lambda line: line.what, width=30, flex=1),
    Column("note", "", lambda line: Cell(line.note, Tone.QUIET), width=24, leaves_first=1),
)


def story_groups(desk: Desk, view: CaseView) -> tuple[Group[CaseFileLine], ...]:
    """Return what is due, then the story, newest first."""
    due = [_due(line, desk.as_of) for line in view.due]
    story = [_story(desk, line, desk.as_of) for line in view.story]
    return (
        Group("due", _("DUE NEXT"), due, count=len(due), first=FIRST_DUE),
        Group("story", _("STORY"), story, count=len(story), note=_("newest first"), first=FIRST_STORY),
    )


def _due(line: DueLine, today: date) -> CaseFileLine:
    tone = {DueState.OVERDUE: Tone.URGENT, DueState.UNKNOWN: Tone.WARNING}.get(line.state, Tone.PLAIN)
    day = line.row.due_day
    when = near_day(day, today) if day is not None and line.state is not DueState.OVERDUE else lateness(line)
    return CaseFileLine(
        key=f"due/{line.row.set}/{line.row.rule}/{line.row.slot}",
        when=Cell(when, tone),
        what=line.row.item.unknown or line.row.item.title,
        note=_("advised") if line.row.advisory or not line.row.decides else "",
        way=way_to_settle_row(line.row),
    )


def _story(desk: Desk, line: StoryLine, today: date) -> CaseFileLine:
    record = line.record
    known = "" if record.how_known is HowKnown.RECORDED else f"({record.how_known.label}) "
    return CaseFileLine(
        key=record.id,
        when=Cell(near_day(record.on, today)),
        what=f"{line.title}: {known}{line.summary}",
        note=_("by {who}").format(who=desk.short_name(record.by)),
        story=line,
    )


def plan_groups(desk: Desk, view: CaseView) -> tuple[Group[CaseFileLine], ...]:
    """Return the goals and the actions, those that are open first."""
    code = view.case.code
    goals = [_goal(code, one, desk.as_of) for one in view.goals]
    active = [one for one in view.actions if one.is_open]
    ended = [one for one in view.actions if not one.is_open]
    return (
        Group("goals", _("GOALS"), goals, count=len(goals)),
        Group("actions", _("ACTIONS"), [_action(desk, code, one) for one in active], count=len(active)),
        Group(
            "ended", _("done or dropped"), [_action(desk, code, one) for one in ended], count=len(ended), folded=True
        ),
    )


def _goal(code: CaseCode, one: GoalStanding, today: date) -> CaseFileLine:
    when = near_day(one.goal.target_on, today) if one.goal.target_on else _("no day set")
    return CaseFileLine(
        key=f"goal/{one.goal.goal}",
        when=Cell(when),
        what=f"{one.goal.goal}  {one.goal.text}",
        note=one.status.label,
        way=RecordIt(code, GoalOutcome.KIND, "status", (("goal", one.goal.goal),)),
    )


def _action(desk: Desk, code: CaseCode, one: ActionStanding) -> CaseFileLine:
    due = one.action.due_on
    late = one.is_open and due is not None and due < desk.as_of
    who = desk.short_name(PersonCode(one.action.owner)) or _("nobody named")
    came = _("from {meeting}").format(meeting=one.meeting) if one.meeting else ""
    return CaseFileLine(
        key=f"action/{one.action.action}",
        when=Cell(near_day(due, desk.as_of) if due else _("no day set"), Tone.URGENT if late else Tone.PLAIN),
        what=f"{one.action.action}  {one.action.text}",
        note="  ".join(part for part in (who, one.status.label, came) if part),
        way=RecordIt(code, ActionOutcome.KIND, "status", (("action", one.action.action),)),
    )
