"""`closing steps|ask|withdraw|approve|refuse|task|close`: the work of closing a case, step by step."""

from collections.abc import Iterable
from datetime import date

import click

from supervisor_tui.casework.closing import closing_view
from supervisor_tui.casework.closing_decision import deciding_meetings
from supervisor_tui.casework.closing_parts import whose_turn
from supervisor_tui.casework.closing_reasons import proposed_reason
from supervisor_tui.casework.closing_steps import ClosingSteps, closing_steps
from supervisor_tui.casework.closing_work import ask_for_closing, end_task, make_task, take_back_request
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.who import code_if_known
from supervisor_tui.casework.opening_files import open_file
from supervisor_tui.casework.recording import Draft, check, save
from supervisor_tui.cli.answers.of_closing_steps import steps_answer
from supervisor_tui.cli.commands.recording import say_warnings
from supervisor_tui.cli.opening import as_json, with_desk
from supervisor_tui.cli.options import DAY_AHEAD
from supervisor_tui.cli.printing import print_json, print_lines, say
from supervisor_tui.cli.signing import signed
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import CaseCode, MeetingId, PersonCode
from supervisor_tui.domain.records.closing import (
    Approval,
    ApprovalDecision,
    Approved,
    ApprovingBody,
    Closure,
    ClosureReason,
)
from supervisor_tui.domain.records.closing_task import TaskState
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.status import closing_request, closure
from supervisor_tui.wording import _

__all__ = ["COMMANDS"]

_SIGNS = {Result.PASS: "v", Result.FAIL: "x", Result.UNKNOWN: "?", Result.NA: "-"}
_REASONS = click.Choice([one.value for one in ClosureReason])
_BODIES = click.Choice([one.value for one in ApprovingBody])


@click.command(name="steps")
@click.argument("code")
@as_json
@with_desk
def steps(desk: Desk, code: str, *, as_json: bool) -> None:
    """Show how far the closing of a case has come, what each guidance asks for, and whose turn it is."""
    case = open_file(desk, CaseCode(code)).code
    if as_json:
        _print_steps(desk, case)
    else:
        print_lines(_lines(desk, closing_steps(desk, closing_view(desk, desk.case(case)))))


def _print_steps(desk: Desk, code: CaseCode) -> None:
    view = closing_view(desk, desk.case(code))
    print_json(steps_answer(code, desk.as_of, closing_steps(desk, view)))


def _print_done(desk: Desk, record: Record, *, as_json: bool) -> None:
    """Print the id of what was written; in JSON how far the closing has come since."""
    if as_json:
        _print_steps(desk, record.case)
    else:
        print_lines([record.id])


def _lines(desk: Desk, found: ClosingSteps) -> Iterable[str]:
    for one in found.steps:
        is_next = found.next is one
        mark = ">" if is_next else " "
        yield f"{mark}{_SIGNS[one.result]} {one.step.label}  {one.words}".rstrip()
        for part in one.parts:
            guidance = desk.host.set(part.set)
            who = whose_turn(part, desk) if part.answer.result in {Result.FAIL, Result.UNKNOWN} else ""
            named = f"({guidance.short_title})" if guidance else ""
            shown = (f"    {_SIGNS[part.answer.result]}", part.title, part.answer.reason, who, named)
            yield "  ".join(word for word in shown if word)
    for refusal in found.refused:
        words = _("Not approved {day} by {body}: {reason}")
        reason = refusal.body.reason or _("no reason recorded")
        yield words.format(day=refusal.on.isoformat(), body=refusal.body.body.label, reason=reason)
    for taken_back in found.withdrawn:
        words = _("Request taken back {day}: {why}")
        yield words.format(day=taken_back.on.isoformat(), why=taken_back.body.note or _("no reason recorded"))


@click.command(name="ask")
@click.argument("code")
@click.option("--reason", type=_REASONS, help=_("The main reason; may be left out after a death."))
@click.option("--words", default="", help=_("The reason as a guidance in force names it, as prerana_exit.2b."))
@as_json
@with_desk
def ask(desk: Desk, code: str, reason: str | None, words: str, *, as_json: bool) -> None:
    """Ask for a case to be closed."""
    main = ClosureReason(reason) if reason else proposed_reason(desk, desk.case(CaseCode(code)))
    if main is None:
        known = ", ".join(one.value for one in ClosureReason)
        raise click.UsageError(_("Say the main reason with --reason: {reasons}.").format(reasons=known))
    record = ask_for_closing(desk, CaseCode(code), main, words)
    _print_done(desk, record, as_json=as_json)


@click.command(name="withdraw")
@click.argument("code")
@click.option("--why", required=True, help=_("Why the request is taken back."))
@as_json
@with_desk
def withdraw(desk: Desk, code: str, why: str, *, as_json: bool) -> None:
    """Take back the request to close; it stays in the history."""
    _print_done(desk, take_back_request(desk, CaseCode(code), why), as_json=as_json)


@click.command(name="approve")
@click.argument("code")
@click.option("--body", type=_BODIES, default=ApprovingBody.SUPERVISOR.value, show_default=True, help=_("Who decides."))
@click.option("--by", default="", help=_("Who of this agency signs, with their own passphrase."))
@click.option("--condition", default="", help=_("Approved only if this is met."))
@as_json
@with_desk
def approve(desk: Desk, code: str, body: str, by: str, condition: str, *, as_json: bool) -> None:
    """Approve the closing of a case, on the checks as they stand."""
    decision = ApprovalDecision.CONDITIONAL if condition else ApprovalDecision.APPROVED
    _print_done(desk, _decide(desk, code, body, by, decision, condition=condition), as_json=as_json)


@click.command(name="refuse")
@click.argument("code")
@click.option("--body", type=_BODIES, default=ApprovingBody.SUPERVISOR.value, show_default=True, help=_("Who decides."))
@click.option("--by", default="", help=_("Who of this agency signs, with their own passphrase."))
@click.option("--why", required=True, help=_("What has to change first."))
@as_json
@with_desk
def refuse(desk: Desk, code: str, body: str, by: str, why: str, *, as_json: bool) -> None:
    """Do not approve the closing; the case goes back to work, and the refusal stays visible."""
    record = _decide(desk, code, body, by, ApprovalDecision.NOT_APPROVED, reason=why)
    _print_done(desk, record, as_json=as_json)


def _decide(
    desk: Desk, code: str, body: str, by: str, decision: ApprovalDecision, *, condition: str = "", reason: str = ""
) -> Record:
    if closure(desk.case(CaseCode(code))) is not None:
        raise click.UsageError(_("{code} is closed. Open it again first.").format(code=code))
    approver = PersonCode(code_if_known(desk, by)) if by else None
    approval = Approval(
        what=Approved.CLOSURE,
        body=ApprovingBody(body),
        decision=decision,
        approver=approver,
        condition=condition,
        reason=reason,
    )
    draft = Draft(approval, desk.clock().date())
    return save(desk, CaseCode(code), [signed(desk, CaseCode(code), draft)])[0]


@click.command(name="task")
@click.argument("code")
@click.argument("words", nargs=-1)
@click.option("--who", "owner", default="", help=_("A person's code or a role."))
@click.option("--until", "due_on", type=DAY_AHEAD, help=_("2026-11-30, wed, +3d."))
@click.option("--done", help=_("The number of a task that is done."))
@click.option("--drop", help=_("The number of a task that is dropped; the words say why."))
@as_json
@with_desk
def task(
    desk: Desk,
    code: str,
    words: tuple[str, ...],
    owner: str,
    due_on: date | None,
    done: str | None,
    drop: str | None,
    *,
    as_json: bool,
) -> None:
    """Make a task of closing, or say that one is done or dropped."""
    text, case = " ".join(words), CaseCode(code)
    if done:
        record = end_task(desk, case, done, TaskState.DONE)
    elif drop:
        record = end_task(desk, case, drop, TaskState.DROPPED, text)
    else:
        record = make_task(desk, case, text, owner=code_if_known(desk, owner) if owner else "", due_on=due_on)
    _print_done(desk, record, as_json=as_json)


@click.command(name="close")
@click.argument("code")
@click.option(
    "--reason",
    type=_REASONS,
    help=_("The main reason; that of the request where it is left out."),
)
@click.option("--because", default="", help=_("Why it is closed all the same, where a deciding guidance is not ready."))
@click.option(
    "--meeting", help=_("The meeting that decided it, found by itself where there is one; none closes without.")
)
@as_json
@with_desk
def close(desk: Desk, code: str, reason: str | None, because: str, meeting: str | None, *, as_json: bool) -> None:
    """Close a case; a guidance that decides here and is not ready has to be answered with a reason."""
    case = desk.case(CaseCode(code))
    asked = closing_request(case)
    main = ClosureReason(reason) if reason else asked.body.reason if asked else proposed_reason(desk, case)
    if main is None:
        raise click.UsageError(_("No main reason is recorded for {code}. Give it with --reason.").format(code=code))
    body = Closure(reason=main, because=because, meeting=_decided_in(desk, case, meeting))
    draft = Draft(body, desk.clock().date())
    say_warnings(check(desk, CaseCode(code), draft))
    _print_done(desk, save(desk, CaseCode(code), [draft])[0], as_json=as_json)


def _decided_in(desk: Desk, case: CaseFile, named: str | None) -> MeetingId | None:
    """Return the meeting that decided it: the one that is named, else the one whose minutes say so."""
    if named is not None:
        return None if named.casefold() == _("none") else MeetingId(named)
    decided = deciding_meetings(desk, case)
    if len(decided) > 1:
        words = _("Several meetings decided that {case} is to be closed: {meetings}. Name one with --meeting.")
        raise click.UsageError(words.format(case=case.code, meetings=", ".join(decided)))
    if decided:
        say(_("decided in {meeting}, as its minutes say").format(meeting=decided[0]))
    return decided[0] if decided else None


COMMANDS = (steps, ask, withdraw, approve, refuse, task, close)
