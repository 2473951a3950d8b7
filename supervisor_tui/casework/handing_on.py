"""Handing cases from one caseworker to another here: no transfer, but the child is told, and nothing open is lost."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.due_list import case_due_lines, lateness
from supervisor_tui.casework.recording import Draft, RefusedError, written
from supervisor_tui.domain.hand_over import HandedCase, open_work
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.domain.risk import risk
from supervisor_tui.domain.status import Status, status, step, worker
from supervisor_tui.exchange.handing_on_markdown import handing_on_as_markdown
from supervisor_tui.exchange.paper.paper import CodesOrNames, Paper
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.wording import _

__all__ = ["HandingOn", "hand_on", "handing_on_paper", "what_is_handed"]


class HandingOn(msgspec.Struct, frozen=True):
    """To whom cases go, from which day, why, and who tells the child; child_told_by: a person's code or a role."""

    worker: PersonCode
    on: date
    reason: str
    child_told_by: str


def hand_on(desk: Desk, codes: Sequence[CaseCode], handing: HandingOn) -> tuple[CaseCode, ...]:
    """Give cases to another caseworker, in one commit; return those that were not theirs already.

    Raises RefusedError where nobody here has that code, a reason or who tells the child is missing, or a case is
    closed; then nothing is written.
    """
    _refuse(_problems(desk, handing))
    cases = [desk.case(code) for code in codes]
    closed = [case.code for case in cases if status(case) is Status.CLOSED]
    _refuse(Finding(Severity.REFUSE, _("{case} is closed.").format(case=code)) for code in closed)
    going = [case.code for case in cases if worker(case) != handing.worker]
    body = Assignment(worker=handing.worker, reason=handing.reason.strip(), child_told_by=handing.child_told_by.strip())
    records: list[Record] = []
    with desk.store.transaction():
        for code in going:
            records += written(desk, code, (Draft(body, handing.on),))
    for record in records:
        desk.host.tell(record)
    return tuple(going)


def what_is_handed(desk: Desk, codes: Iterable[CaseCode]) -> tuple[HandedCase, ...]:
    """Return what a caseworker who takes cases over has to know of each."""
    return tuple(_handed(desk, code) for code in codes)


def handing_on_paper(desk: Desk, codes: Iterable[CaseCode], handing: HandingOn) -> Paper:
    """Return the hand-over list of these cases on paper, by codes, as they stand with who hands them on."""
    handed = tuple(
        msgspec.structs.replace(one, child_told_by=handing.child_told_by) for one in what_is_handed(desk, codes)
    )
    return Paper(
        title=_("Hand-over list"),
        markdown=handing_on_as_markdown(handed, handing.on, handing.worker),
        holds=CodesOrNames.CODES,
    )


def _handed(desk: Desk, code: CaseCode) -> HandedCase:
    case = desk.case(code)
    level = risk(case)
    given = case.latest(Assignment)
    return HandedCase(
        case=code,
        worker=worker(case),
        risk=level.level.title if level and level.level else _("not recorded"),
        step=step(case).label,
        child_told_by=given.body.child_told_by if given else "",
        due=tuple((line.row.item.title, lateness(line)) for line in case_due_lines(desk, case)),
        open_work=open_work(case),
    )


def _problems(desk: Desk, handing: HandingOn) -> Iterable[Finding]:
    person = desk.store.people.get(handing.worker)
    if person is None or not person.active:
        words = _("Nobody who works here has the code {code}.")
        yield Finding(Severity.REFUSE, words.format(code=handing.worker), "worker")
    if not handing.reason.strip():
        yield Finding(Severity.REFUSE, _("Please say why the caseworker changes."), "reason")
    if not handing.child_told_by.strip():
        yield Finding(Severity.REFUSE, _("Please say who tells the child."), "child_told_by")


def _refuse(findings: Iterable[Finding]) -> None:
    found = tuple(findings)
    if found:
        raise RefusedError(found)
