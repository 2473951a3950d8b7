"""What waits for the person at the desk: closings and hand-overs to sign, minutes, and hand-overs of their own."""

from collections.abc import Collection, Iterable
from datetime import date

import msgspec

from supervisor_tui.casework.caseload import CaseLine, caseload
from supervisor_tui.casework.closing_place import Place
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.meetings_due import MeetingDue, meetings_due
from supervisor_tui.casework.transfers.signing import waits_for_a_manager
from supervisor_tui.casework.transfers.steps import TransferStep, step_of
from supervisor_tui.casework.working_out import legible_part
from supervisor_tui.domain.case_file import CaseFile, UnreadableRecordError
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.people import deciders
from supervisor_tui.domain.records.closing import Approval, Approved
from supervisor_tui.domain.status import closing_request
from supervisor_tui.domain.transfers import hand_over_plan, transfer

__all__ = ["ForMe", "HandOverLine", "waiting_for_me", "waits_for_approval"]

_OF_THE_CASEWORKER = frozenset({TransferStep.ASK_FAMILY, TransferStep.CONSENT, TransferStep.PLAN, TransferStep.SEND})


class HandOverLine(msgspec.Struct, frozen=True):
    """A hand-over under way: its case, the agency to which it goes, and what it waits for."""

    line: CaseLine
    agency: str
    step: TransferStep


class ForMe(msgspec.Struct, frozen=True):
    """What waits for the person at the desk.

    closings: cases whose closing they may approve. to_sign: hand-overs that wait for a manager's signature, where they
    may give it. hand_overs: those whose next act is theirs. minutes: those of meetings that they are to approve.
    """

    closings: tuple[CaseLine, ...] = ()
    to_sign: tuple[HandOverLine, ...] = ()
    hand_overs: tuple[HandOverLine, ...] = ()
    minutes: tuple[MeetingDue, ...] = ()

    @property
    def count(self) -> int:
        """How many things wait."""
        return len(self.closings) + len(self.to_sign) + len(self.hand_overs) + len(self.minutes)


def waiting_for_me(
    desk: Desk, lines: Iterable[CaseLine] | None = None, of_meetings: Iterable[MeetingDue] | None = None
) -> ForMe:
    """Return what waits for the person at the desk.

    lines, of_meetings: those of all cases, and what falls due about meetings, where they were read already.
    """
    of_meetings = meetings_due(desk) if of_meetings is None else of_meetings
    held = [line for line in (caseload(desk) if lines is None else lines) if line.is_open]
    elsewhere = desk.others_answer_for()
    near = [line for line in held if line.summary.worker not in elsewhere]
    moving = tuple(_moving(desk, held))
    to_sign = tuple(_to_sign(desk, moving))
    others = [(one, case) for one, case in moving if one not in to_sign and one.line in near]
    return ForMe(
        closings=tuple(_closings_to_approve(desk, near)),
        to_sign=to_sign,
        hand_overs=tuple(one for one, case in others if _is_mine(desk, one, case)),
        minutes=tuple(line for line in of_meetings if line.for_me),
    )


def _to_sign(desk: Desk, moving: Iterable[tuple[HandOverLine, CaseFile]]) -> Iterable[HandOverLine]:
    """Return what a manager may sign, whosever team the case is in; nobody signs for a case that they carry."""
    me = desk.person.code
    if me not in {person.code for person in deciders(desk.store.people.all())}:
        return
    for one, case in moving:
        if one.line.summary.worker != me and waits_for_a_manager(desk, case):
            yield one


def _closings_to_approve(desk: Desk, lines: Iterable[CaseLine]) -> Iterable[CaseLine]:
    if not desk.person.may_approve():
        return
    for line in lines:
        is_of_others = line.summary.worker is not None and line.summary.worker != desk.person.code
        if line.summary.closing and is_of_others and waits_for_approval(desk.case(line.summary.case)):
            yield line


def waits_for_approval(case: CaseFile) -> bool:
    """Say whether nobody here has answered the request to close; where that cannot be read, it waits."""
    try:
        asked = closing_request(case)
        approvals = [entry for entry in case.of(Approval) if entry.body.what is Approved.CLOSURE]
    except UnreadableRecordError:
        return True
    if asked is None:
        return False
    return not any(entry.on >= asked.on and entry.body.approver is not None for entry in approvals)


def _moving(desk: Desk, lines: Iterable[CaseLine]) -> Iterable[tuple[HandOverLine, CaseFile]]:
    """Return the hand-overs under way, as far as their files can be read."""
    by_case = {line.summary.case: line for line in lines}
    for whole in _that_may_move(desk, by_case):
        case, _spoiled = legible_part(whole)
        under_way = transfer(case, desk.as_of)
        if under_way is not None:
            yield HandOverLine(by_case[case.code], under_way.body.agency, step_of(case, desk.as_of)), case


def _that_may_move(desk: Desk, among: Collection[CaseCode]) -> Iterable[CaseFile]:
    """Return the files that are being handed over by the stored rows; for another day, each of those asked about."""
    if desk.asks_about_the_past:
        return (case for case in desk.cases() if case.code in among)
    rows = desk.store.closing_rows.at([Place.READY.value, Place.MOVING.value])
    return (desk.case(row.case) for row in rows if row.moving and row.case in among)


def _is_mine(desk: Desk, one: HandOverLine, case: CaseFile) -> bool:
    """Say whether the next act is theirs: the caseworker's own, who takes the file along, or who closes cases here."""
    me = desk.person
    if one.step is TransferStep.CLOSE:
        return me.may_approve() or one.line.summary.worker == me.code
    if one.step not in _OF_THE_CASEWORKER:
        return False
    carried_by = one.line.summary.worker
    is_named = one.step is TransferStep.SEND and _takes_the_file(case, desk.as_of) == me.code
    return carried_by == me.code or is_named or (carried_by is None and me.may_approve())


def _takes_the_file(case: CaseFile, day: date) -> PersonCode | None:
    plan = hand_over_plan(case, day)
    return PersonCode(plan.body.who) if plan is not None else None
