"""The closing report of one case: who asked, who approved, what the sets answered when it was signed, and what is kept.

It rests on what was written down at the signature. Nothing in it is asked of a guidance set again, except where nobody
has signed yet: then it says so, and shows what the sets answer on the day.
"""

from datetime import date

import msgspec

from supervisor_tui.casework.closing import closing_view
from supervisor_tui.casework.closing_report.seen_at_signing import checks_seen, sets_seen
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.keeping_files import Keeping, keeping
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.closing_tasks import tasks
from supervisor_tui.domain.ids import PersonCode, RecordId, SetId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.plan import ActionStanding, GoalStanding, actions, goals
from supervisor_tui.domain.programme import Standing
from supervisor_tui.domain.records.closing import Approval, Approved, Closure, ClosureRequest
from supervisor_tui.domain.records.closing_task import ClosingTask
from supervisor_tui.domain.records.seen import SeenCheck, SeenSet
from supervisor_tui.domain.referrals import ReferralStanding, referrals
from supervisor_tui.domain.status import Episode, closure, episode, worker
from supervisor_tui.wording import _

__all__ = ["Basis", "ClosingReport", "Signed", "closing_report", "in_the_way", "overridden"]


class Basis(Choice):
    """On what the answers in a report rest."""

    CLOSURE = "closure", _("as they stood when the case was closed")
    APPROVAL = "approval", _("as they stood at the last approval")
    NOT_KEPT = "not_kept", _("not kept: the case was closed without a list of checks")
    NOT_SIGNED = "not_signed", _("as they stand today; nobody has signed yet")


class Signed(msgspec.Struct, frozen=True):
    """What the sets answered, when and by whom that was signed, and the record that keeps it, if one does."""

    basis: Basis
    on: date
    by: PersonCode
    record: RecordId | None
    checks: tuple[SeenCheck, ...]
    sets: tuple[SeenSet, ...]


class ClosingReport(msgspec.Struct, frozen=True):
    """The report; people by code.

    asked, approvals: of the present episode, oldest first, refused and withdrawn ones too. goals, actions, referrals:
    as they stood at the closing, or stand on the day. tasks: the last word on each task of closing.
    """

    case: CaseFile
    as_of: date
    episode: Episode | None
    worker: PersonCode | None
    asked: tuple[Entry[ClosureRequest], ...]
    conferences: tuple[Meeting, ...]
    approvals: tuple[Entry[Approval], ...]
    closed: Entry[Closure] | None
    signed: Signed
    goals: tuple[GoalStanding, ...]
    actions: tuple[ActionStanding, ...]
    referrals: tuple[ReferralStanding, ...]
    tasks: tuple[Entry[ClosingTask], ...]
    keeping: Keeping


def closing_report(desk: Desk, case: CaseFile) -> ClosingReport:
    """Return the report of the present episode, or of the last one of a closed case."""
    present = episode(case)
    opened = present.opened_on if present else date.min
    asked = tuple(entry for entry in case.of(ClosureRequest) if entry.on >= opened)
    approvals = tuple(
        entry for entry in case.of(Approval) if entry.body.what is Approved.CLOSURE and entry.on >= opened
    )
    closed = closure(case)
    at_the_end = case.until(closed.on) if closed else case
    return ClosingReport(
        case=case,
        as_of=desk.as_of,
        episode=present,
        worker=worker(case),
        asked=asked,
        conferences=_conferences(desk, case, asked[0].on if asked else None, closed.on if closed else desk.as_of),
        approvals=approvals,
        closed=closed,
        signed=_signed(desk, case, closed, approvals),
        goals=goals(at_the_end),
        actions=actions(at_the_end),
        referrals=referrals(at_the_end),
        tasks=tasks(case),
        keeping=keeping(desk.host, case),
    )


def in_the_way(check: SeenCheck) -> bool:
    """Say whether a check stood in the way when somebody signed."""
    return not check.advises and check.result in {"fail", "unknown"}


def overridden(report: ClosingReport) -> tuple[SeenCheck, ...]:
    """Return the checks of sets that decided which stood in the way of a closing that was done all the same.

    Where one way out of several was enough, the checks of the other ways stood in nobody's way.
    """
    if report.closed is None:
        return ()
    against = {
        SetId(one.set) for one in report.signed.sets if one.standing == Standing.DECIDES.value and one.verdict != "pass"
    }
    return tuple(check for check in report.signed.checks if in_the_way(check) and check.set in against)


def _signed(
    desk: Desk, case: CaseFile, closed: Entry[Closure] | None, approvals: tuple[Entry[Approval], ...]
) -> Signed:
    approved = next((entry for entry in reversed(approvals) if _kept(entry.body)), None)
    if closed is not None and (_kept(closed.body) or approved is None):
        basis = Basis.CLOSURE if _kept(closed.body) else Basis.NOT_KEPT
        return Signed(basis, closed.on, closed.record.by, closed.id, closed.body.seen, closed.body.sets_seen)
    if approved is not None:
        by = approved.body.approver or approved.record.by
        return Signed(Basis.APPROVAL, approved.on, by, approved.id, approved.body.seen, approved.body.sets_seen)
    view = closing_view(desk, case)
    return Signed(Basis.NOT_SIGNED, desk.as_of, desk.person.code, None, checks_seen(view, ""), sets_seen(desk, view))


def _kept(body: Closure | Approval) -> bool:
    """Say whether the answers were kept; a set that could not be asked has no checks and was in force all the same."""
    return bool(body.seen or body.sets_seen)


def _conferences(desk: Desk, case: CaseFile, asked: date | None, until: date) -> tuple[Meeting, ...]:
    if asked is None:
        return ()
    about_it = (
        one
        for one in desk.store.meetings.all()
        if one.kind is MeetingKind.CONFERENCE and case.code in one.cases and asked <= one.day <= until
    )
    return tuple(sorted(about_it, key=lambda one: one.in_time))
