"""The lines of the plan: goals and actions, those that are open first, and the ways to add to them."""

from collections.abc import Iterable
from datetime import date

import msgspec

from supervisor_tui.casework.case_view import CaseView
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.episodes import EpisodeView, plan_is_of_before
from supervisor_tui.domain.ids import MeetingId, PersonCode
from supervisor_tui.domain.plan import ActionStanding, GoalStanding, action_numbers, next_number
from supervisor_tui.domain.records.plan import ActionAdded, ActionOutcome, CasePlan, GoalOutcome, GoalStatus
from supervisor_tui.kit.columns import Cell, Column
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.tui.case_file.case_lines import CaseFileLine, CaseGroup
from supervisor_tui.tui.days import full_day, near_day
from supervisor_tui.tui.ways_on import RecordIt
from supervisor_tui.wording import _, ngettext

__all__ = ["PLAN_COLUMNS", "plan_groups"]

PLAN_COLUMNS: tuple[Column[CaseFileLine], ...] = (
    Column("when", "", lambda line: line.when, width=13),
    Column("what", "", lambda line: line.what, width=30, flex=1),
    Column("who", "", lambda line: Cell(line.who, Tone.QUIET), width=8),
    Column("note", "", lambda line: Cell(line.note, Tone.QUIET), width=19, leaves_first=1),
)


def plan_groups(desk: Desk, view: CaseView) -> tuple[CaseGroup, ...]:
    """Return the goals and the actions; Enter says what became of one, the last line of each adds another."""
    goals = [_goal(view, one, desk.as_of) for one in view.goals]
    active = [_action(desk, view, one) for one in view.actions if one.is_open]
    ended = [_action(desk, view, one) for one in view.actions if not one.is_open]
    done = Group("ended", _("done or dropped"), ended, count=len(ended), folded=True)
    return (
        Group("goals", _("GOALS"), [*goals, *_plan_to_write(view)], count=len(goals), note=_of_before(view)),
        Group("actions", _("ACTIONS"), [*active, _action_to_add(view)], count=len(active)),
        *((done,) if ended else ()),
        *(_plan_of_before(desk, view, one) for one in view.episodes[1:] if one.goals or one.actions),
    )


def _plan_of_before(desk: Desk, view: CaseView, one: EpisodeView) -> CaseGroup:
    """Return the plan of an earlier stretch of work as it stood at its end; it is read, not changed."""
    lines = [_goal(view, goal, desk.as_of) for goal in one.goals] + [_action(desk, view, act) for act in one.actions]
    told = [msgspec.structs.replace(line, key=f"{one.episode.number}/{line.key}", way=None) for line in lines]
    title = _("plan of episode {n}").format(n=one.episode.number)
    until = full_day(one.episode.closed_on) if one.episode.closed_on else ""
    return Group(f"plan/{one.episode.number}", title, told, len(told), _("closed {day}").format(day=until), folded=True)


def _of_before(view: CaseView) -> str:
    return _("from before the case was opened again: assess first") if plan_is_of_before(view.case) else ""


def _goal(view: CaseView, one: GoalStanding, today: date) -> CaseFileLine:
    until = one.goal.target_on
    is_late = until is not None and until < today and one.status is GoalStatus.OPEN
    measure = _("seen by: {measure}").format(measure=one.goal.measure) if one.goal.measure else ""
    return CaseFileLine(
        key=f"goal/{one.goal.goal}",
        when=Cell(_until(until, today, is_late=is_late), Tone.URGENT if is_late else Tone.PLAIN),
        what=f"{one.goal.goal}  {one.goal.text}",
        note=one.status.label,
        way=RecordIt(view.case.code, GoalOutcome.KIND, "status", (("goal", one.goal.goal),)),
        whole=" · ".join(filter(None, (f"{one.goal.goal}  {one.goal.text}", measure, one.status.label))),
    )


def _plan_to_write(view: CaseView) -> Iterable[CaseFileLine]:
    if not view.goals:
        words = _("+ write the plan: goals, actions, who and until when")
        yield CaseFileLine("new-plan", Cell(""), words, way=RecordIt(view.case.code, CasePlan.KIND, "goals"))


def _action(desk: Desk, view: CaseView, one: ActionStanding) -> CaseFileLine:
    until = one.action.due_on
    is_late = one.is_open and until is not None and until < desk.as_of
    who = desk.short_name(PersonCode(one.action.owner)) or _("nobody")
    came = _where_agreed(desk, view, one.meeting) if one.meeting else ""
    corrected = _("correction {n}").format(n=one.correction) if one.correction else ""
    need = _("need {need}").format(need=one.action.need) if one.action.need else ""
    status = one.status.label
    told = (f"{one.action.action}  {one.action.text}", who, need, status, one.note, came, corrected)
    return CaseFileLine(
        key=f"action/{one.action.action}",
        when=Cell(_until(until, desk.as_of, is_late=is_late), Tone.URGENT if is_late else Tone.PLAIN),
        what=f"{one.action.action}  {one.action.text}" + (f" ({corrected})" if corrected else ""),
        who=who,
        note=f"{status} · {one.meeting}" if one.meeting else status,
        way=RecordIt(view.case.code, ActionOutcome.KIND, "status", (("action", one.action.action),)),
        meeting=one.meeting,
        whole=" · ".join(filter(None, told)),
    )


def _where_agreed(desk: Desk, view: CaseView, number: MeetingId) -> str:
    meeting = next((one for one in view.meetings if one.id == number), None)
    if meeting is None:
        return _("agreed in {meeting}").format(meeting=number)
    day = near_day(meeting.day, desk.as_of)
    return _("agreed in {meeting}, {kind} of {day}").format(meeting=number, kind=meeting.kind.label, day=day)


def _action_to_add(view: CaseView) -> CaseFileLine:
    number = next_number("A", action_numbers(view.case))
    way = RecordIt(view.case.code, ActionAdded.KIND, "text", (("action", number),))
    return CaseFileLine("new-action", Cell(""), _("+ add an action"), way=way)


def _until(until: date | None, today: date, *, is_late: bool) -> str:
    if until is None:
        return _("no day set")
    late = (today - until).days
    if is_late:
        return ngettext("{n} day late", "{n} days late", late).format(n=late)
    return near_day(until, today)
