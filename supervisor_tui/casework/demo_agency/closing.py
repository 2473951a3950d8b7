"""The end of a case whose goals are met: watching, asking, approving, closing, the visit after it."""

from datetime import date

from supervisor_tui.casework.demo_agency.conferences import MANAGER
from supervisor_tui.casework.demo_agency.contacts import (
    carry_out,
    follow,
    follow_up,
    leave_referral_open,
    reach_goals,
    refer,
    review,
    review_every,
)
from supervisor_tui.casework.demo_agency.opening import Opening, opened
from supervisor_tui.casework.demo_agency.pen import CasePen, days_after, working_day
from supervisor_tui.casework.demo_agency.planning import plan
from supervisor_tui.casework.demo_agency.risk_stories import LOW, set_level
from supervisor_tui.casework.demo_agency.words import Group
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.records.closing import (
    Approval,
    ApprovalDecision,
    Approved,
    ApprovingBody,
    Closure,
    ClosureReason,
    ClosureRequest,
)
from supervisor_tui.domain.records.closing_task import ClosingTask, TaskState
from supervisor_tui.domain.records.contact import Channel, Situation
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.note import Note
from supervisor_tui.domain.records.plan import PlanConcluded
from supervisor_tui.domain.records.seen import SeenCheck

WATCHED_DAYS = {"watching": 31, "asked": 74, "approved": 76, "taken_back": 64}
"""How long ago the plan was concluded, for each stage of an open case; the agency watches for sixty days."""

WATCHED_BEFORE_CLOSING = 75
INTER_AGENCY = "iag_core"
CALM = "Situation is calm, less visits needed."


def closing(pen: CasePen, group: Group, on: date) -> None:
    """Tell a case whose goals are met; `blocked_by` names the one thing that still stands in the way."""
    concluded = _concluded(pen, group)
    start = worked_until(pen, on, concluded, group.blocked_by)
    closed = group.stage in {"closed", "closed_and_visited"}
    end = days_after(concluded, WATCHED_BEFORE_CLOSING) if closed else pen.ago(1)
    pen.write(PlanConcluded(by=pen.worker.code), concluded)
    watch(pen, concluded, end, few=group.blocked_by == "visits")
    if group.stage == "taken_back":
        _taken_back(pen)
        review_every(pen, concluded, end)
        return
    asked = days_after(end, -12) if closed or group.stage == "approved" else pen.ago(4)
    ask(pen, asked, ClosureReason.GOALS_MET)
    if not closed and group.blocked_by != "task":
        _numbers_to_call(pen, days_after(asked, 3), TaskState.DONE)
    if closed or group.stage == "approved":
        approve(pen, days_after(asked, 7))
    if closed:
        close(pen, end, ClosureReason.GOALS_MET, start)
    if group.stage == "closed_and_visited":
        visit_after(pen, end)


def _concluded(pen: CasePen, group: Group) -> date:
    if group.closed is not None:
        return pen.ago(pen.between(*group.closed) + WATCHED_BEFORE_CLOSING)
    return pen.ago(WATCHED_DAYS[group.stage])


def worked_until(pen: CasePen, on: date, concluded: date, blocked_by: str = "") -> Opening:
    """Write the work from registration to the end of the plan, where every goal is met but the one that is named."""
    start = opened(pen, on, "medium", number_of_issues=2)
    calmer = days_after(start.planned, 50)
    last = follow(pen, start.first_assessed, calmer, "medium", calm=True)
    set_level(pen, calmer, LOW, "Calmer since weeks.")
    plan(pen, calmer, start.issues, every_days=28, reason=CALM, with_actions=False)
    follow(pen, last, concluded, LOW, every_days=28, calm=True)
    review_every(pen, start.planned, days_after(concluded, -10))
    review(pen, days_after(concluded, -2))
    refer(pen, days_after(start.planned, 4), start.issues, concluded)
    if blocked_by == "referral":
        leave_referral_open(pen, start.issues[0])
    carry_out(pen, start.planned, start.issues, calmer)
    reach_goals(
        pen,
        start.issues,
        concluded,
        but_goal="O2" if blocked_by == "goal" else "",
        but_concern="K2" if blocked_by == "concern" else "",
    )
    return start


def watch(pen: CasePen, since: date, until: date, *, few: bool = False) -> None:
    """Write visits while the case is only watched; `few` leaves one less than the agency wants to see."""
    days = (24, 50) if few else range(16, 400, 19)
    for ahead in days:
        on = working_day(days_after(since, ahead))
        if on <= until:
            follow_up(pen, on, channel=Channel.HOME_VISIT, situation=pen.pick((Situation.SAME, Situation.BETTER)))


def ask(pen: CasePen, on: date, reason: ClosureReason, asked_by: str = "") -> None:
    """Write that closing is asked for, and that it was talked over with child and family."""
    if pen.works_with(INTER_AGENCY) and reason not in {ClosureReason.DEATH, ClosureReason.TRANSFER}:
        pen.write_of_set("closing_talked_over", on)
        if reason is ClosureReason.GOALS_MET:
            pen.write_of_set("looked_at_before_closing", on)
            _numbers_to_call(pen, on, TaskState.OPEN)
    pen.write(
        ClosureRequest(
            reason=reason,
            asked_by=asked_by or pen.worker.code,
            safe_to_end=YesNo.YES,
            supervisor_agrees=YesNo.YES,
            note="Talked about it with child and family, they agree.",
        ),
        on,
    )


def _numbers_to_call(pen: CasePen, on: date, state: TaskState) -> None:
    task = ClosingTask(
        task="K1",
        text="Give the family the numbers they can call.",
        owner=pen.worker.code,
        due_on=days_after(on, 14) if state is TaskState.OPEN else None,
        state=state,
    )
    pen.write(task, on)


def _taken_back(pen: CasePen) -> None:
    ask(pen, pen.ago(30), ClosureReason.GOALS_MET)
    body = ClosureRequest(
        reason=ClosureReason.GOALS_MET,
        asked_by=pen.worker.code,
        withdrawn=YesNo.YES,
        note="Caregiver lost her work, we stay some more weeks.",
    )
    pen.write(body, pen.ago(22))


def approve(
    pen: CasePen,
    on: date,
    body: ApprovingBody = ApprovingBody.MANAGER,
    approver: PersonCode | None = MANAGER,
    what: Approved = Approved.CLOSURE,
) -> None:
    """Write an approval on the checks as they stood that day."""
    seen = tuple(SeenCheck(rule=rule, result="pass", set=INTER_AGENCY) for rule in pen.words.notes.closing.checks_seen)
    pen.write(
        Approval(
            what=what,
            body=body,
            decision=ApprovalDecision.APPROVED,
            approver=approver,
            seen=seen if what is Approved.CLOSURE else (),
        ),
        on,
        by=approver or MANAGER,
    )


def close(pen: CasePen, on: date, reason: ClosureReason, start: Opening) -> None:
    """Write the closure."""
    if reason is ClosureReason.GOALS_MET:
        _numbers_to_call(pen, on, TaskState.DONE)
    note = f"{pen.pick(pen.words.notes.closing.note)} {start.issues[0].settled}"
    pen.write(Closure(reason=reason, visit_agreed=YesNo.YES, note=note), on)


def visit_after(pen: CasePen, closed: date) -> None:
    """Write the visit after closing, some weeks later, in time."""
    on = working_day(days_after(closed, pen.between(28, 42)))
    text = pen.pick(pen.words.notes.closing.after)
    follow_up(pen, on, channel=Channel.HOME_VISIT, situation=Situation.SAME, note=text)
    if pen.works_with(INTER_AGENCY):
        pen.write_of_set("visited_after_closing", on)
    if pen.often(0.2):
        pen.write(Note(text="Family greets the office."), days_after(on, 1))
