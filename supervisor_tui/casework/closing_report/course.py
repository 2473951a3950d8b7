"""How a closing went, day by day: asked for, taken back, talked over, approved or refused, closed."""

from collections.abc import Iterator
from datetime import date

import msgspec

from supervisor_tui.casework.closing_report.report import ClosingReport
from supervisor_tui.domain.case_file import Entry
from supervisor_tui.domain.records.closing import Approval, ApprovalDecision, ClosureRequest
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.wording import _

__all__ = ["CourseLine", "course"]


class CourseLine(msgspec.Struct, frozen=True):
    """One event: the day, what it was, who did it (a body, codes), and what was said with it."""

    on: date
    what: str
    who: str
    note: str


def course(report: ClosingReport) -> tuple[CourseLine, ...]:
    """Return the events of a closing in the order of their days."""
    return tuple(sorted(_events(report), key=lambda line: line.on))


def _events(report: ClosingReport) -> Iterator[CourseLine]:
    yield from map(_request, report.asked)
    for one in report.conferences:
        yield CourseLine(one.day, one.kind.label, one.id, one.state.label)
    yield from map(_approval, report.approvals)
    if report.closed is not None:
        body = report.closed.body
        yield CourseLine(report.closed.on, _("Closed"), report.closed.record.by, body.because or body.note)


def _request(entry: Entry[ClosureRequest]) -> CourseLine:
    body = entry.body
    who = body.asked_by or entry.record.by
    if body.withdrawn is YesNo.YES:
        return CourseLine(entry.on, _("Request taken back"), who, body.note)
    reason = body.reason.label if body.reason else _("no reason recorded")
    return CourseLine(entry.on, _("Asked for"), who, ". ".join(filter(None, (reason, body.in_their_words, body.note))))


def _approval(entry: Entry[Approval]) -> CourseLine:
    body = entry.body
    who = ", ".join(filter(None, (body.body.label, body.approver)))
    note = body.reason or body.condition
    if body.decision is ApprovalDecision.CONDITIONAL:
        met = _("met on {day}").format(day=body.condition_met_on.isoformat()) if body.condition_met_on else ""
        note = _("{condition} ({met})").format(condition=body.condition, met=met or _("not met yet"))
    return CourseLine(entry.on, body.decision.label.capitalize(), who, note)
