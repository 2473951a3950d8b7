"""Doing the work of closing: ask, take back, make and end tasks; each act a record, checked as on the screen."""

from datetime import date

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import Draft, RefusedError, save
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.closing_tasks import tasks
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.plan import next_number
from supervisor_tui.domain.records.closing import ClosureReason, ClosureRequest
from supervisor_tui.domain.records.closing_task import ClosingTask, TaskState
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.status import closing_request, closure
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.wording import _

__all__ = ["ask_for_closing", "end_task", "make_task", "take_back_request"]


def ask_for_closing(desk: Desk, code: CaseCode, reason: ClosureReason, in_their_words: str = "") -> Record:
    """Write down that the person at the desk asks for closing, for a main reason.

    in_their_words: the reason as a guidance set in force names it ("prerana_exit.2b").
    Raises RefusedError where no set in force names that reason, or where it means another one.
    """
    _is_open(desk.case(code))
    body = ClosureRequest(reason=reason, asked_by=desk.person.code, in_their_words=in_their_words)
    return _save(desk, code, body)


def take_back_request(desk: Desk, code: CaseCode, why: str) -> Record:
    """Take back the request to close; it stays in the history.

    Raises RefusedError where nobody asked, or no reason is given.
    """
    case = desk.case(code)
    _is_open(case)
    asked = closing_request(case)
    if asked is None:
        raise _refused(_("Nobody asks for {code} to be closed.").format(code=code), "withdrawn")
    if not why.strip():
        raise _refused(_("Please say why the request is taken back."), "note")
    return _save(
        desk,
        code,
        msgspec.structs.replace(asked.body, withdrawn=YesNo.YES, asked_by=desk.person.code, note=why.strip()),
    )


def make_task(
    desk: Desk, code: CaseCode, text: str, *, owner: str = "", due_on: date | None = None, rule: str = ""
) -> Record:
    """Make a task of closing, of one's own or from what a set proposes (`rule`), with the next free number."""
    if not text.strip():
        raise _refused(_("Please say what is to be done."), "text")
    number = next_number("K", tuple(one.body.task for one in tasks(desk.case(code))))
    return _save(desk, code, ClosingTask(task=number, text=text.strip(), owner=owner, due_on=due_on, rule=rule))


def end_task(desk: Desk, code: CaseCode, number: str, state: TaskState, because: str = "") -> Record:
    """Say that a task is done, or dropped and why.

    Raises RefusedError for a number that no task has, or where a task is dropped without a reason.
    """
    found = _task(desk, code, number)
    if state is TaskState.DROPPED and not because.strip():
        raise _refused(_("Please say why the task is dropped."), "because")
    return _save(desk, code, msgspec.structs.replace(found.body, state=state, because=because.strip()))


def _task(desk: Desk, code: CaseCode, number: str) -> Entry[ClosingTask]:
    known = {one.body.task: one for one in tasks(desk.case(code))}
    if number not in known:
        message = _("{code} has no task {number}. Known: {known}.")
        raise _refused(message.format(code=code, number=number, known=", ".join(known) or _("none")), "task")
    return known[number]


def _save(desk: Desk, code: CaseCode, body: ClosureRequest | ClosingTask) -> Record:
    return save(desk, code, [Draft(body, desk.clock().date())])[0]


def _is_open(case: CaseFile) -> None:
    if closure(case) is not None:
        raise _refused(_("{code} is closed. Open it again first.").format(code=case.code), "reason")


def _refused(message: str, field: str) -> RefusedError:
    return RefusedError((Finding(Severity.REFUSE, message, field),))
