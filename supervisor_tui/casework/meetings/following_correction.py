"""What a corrected line of minutes changes in the case file: the record that it made, and the plan that took it over.

What somebody wrote differently there since is theirs: it stays, and is told.
"""

from collections.abc import Iterable
from typing import Any

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.minutes import record_made_by
from supervisor_tui.casework.recording import Draft
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.ids import RecordId
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import MinutesLine
from supervisor_tui.domain.plan import current_plan
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.plan import ActionAdded, CasePlan, PlannedAction
from supervisor_tui.exchange.minutes.attributes import label_of
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.wording import _

__all__ = ["Followed", "follow"]


class Followed(msgspec.Struct, frozen=True):
    """The record of the line as it is to read, the plan if it took the action over, and what stays as it is."""

    own: Draft | None = None
    plan: Draft | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """What is to be written, the line's own record first."""
        return tuple(draft for draft in (self.own, self.plan) if draft is not None)


def follow(desk: Desk, meeting: Meeting, was: MinutesLine, reads: MinutesLine) -> Followed:
    """Return what follows in the case file from a correction; nothing for a line that made no record.

    Raises RefusedError where the corrected line could make no record, as for a level of risk that is not there.
    """
    if was.record is None or was.case is None:
        return Followed()
    day = was.at.date()
    before, after = (record_made_by(desk, meeting, line, day) for line in (was, reads))
    if before is None or after is None:
        return Followed()
    case = desk.case(was.case)
    made = _that_stands(case, desk.store.records.of(was.case), was.record)
    if made is None:
        return Followed(findings=(_taken_out(was),))
    body = msgspec.json.decode(made.body, type=type(before.body)) if made.kind == before.body.KIND else before.body
    merged, left = _merged(body, before.body, after.body)
    if isinstance(merged, ActionAdded) and merged != body:
        merged = msgspec.structs.replace(merged, correction=reads.correction)
    own = None if merged == body else msgspec.structs.replace(after, body=merged, amends=made.id)
    findings = tuple(_stays(name, value) for name, value in left)
    if not isinstance(body, ActionAdded) or not isinstance(merged, ActionAdded):
        return Followed(own, None, findings)
    plan, said = _plan_follows(case, meeting, body, merged, reads.correction)
    return Followed(own, plan, (*findings, *said))


def _that_stands(case: CaseFile, held: Iterable[Record], made: RecordId) -> Record | None:
    """Return a record, or its last correction that stands; None where it was taken out."""
    standing = {record.id: record for record in case.records}
    by_amended: dict[RecordId, list[Record]] = {}
    for record in held:
        if record.amends is not None:
            by_amended.setdefault(record.amends, []).append(record)
    waiting = [made]
    while waiting:
        found = waiting.pop()
        if found in standing:
            return standing[found]
        waiting += [record.id for record in by_amended.get(found, ())]
    return None


def _merged(body: Any, before: Any, after: Any) -> tuple[Any, tuple[tuple[str, object], ...]]:
    """Return a body with what the correction changes, and the fields that somebody wrote differently meanwhile."""
    if type(before) is not type(after):
        return (after, ()) if body == before else (body, (("text", ""),))
    changes: dict[str, object] = {}
    left: list[tuple[str, object]] = []
    for name in before.__struct_fields__:
        old, new = getattr(before, name), getattr(after, name)
        if old == new or not hasattr(body, name) or getattr(body, name) == new:
            continue
        if getattr(body, name) == old:
            changes[name] = new
        else:
            left.append((name, getattr(body, name)))
    return msgspec.structs.replace(body, **changes), tuple(left)


def _plan_follows(
    case: CaseFile, meeting: Meeting, before: ActionAdded, after: ActionAdded, correction: int
) -> tuple[Draft | None, tuple[Finding, ...]]:
    """Return the plan with its line of this action corrected, saying of which meeting; None where it has no such."""
    plan = current_plan(case)
    lines = plan.body.actions if plan is not None else ()
    line = next((one for one in lines if one.action == before.action), None)
    if plan is None or line is None or before == after:
        return None, ()
    merged, left = _merged(line, before, after)
    findings = tuple(_stays(name, value) for name, value in left)
    return (None if merged == line else _plan(plan, line, merged, meeting, correction)), findings


def _plan(
    plan: Entry[CasePlan], line: PlannedAction, merged: PlannedAction, meeting: Meeting, correction: int
) -> Draft:
    origin = _("{action} as corrected in the minutes of {meeting}, correction {n}")
    words = origin.format(action=line.action, meeting=meeting.id, n=correction)
    actions = tuple(merged if one == line else one for one in plan.body.actions)
    reason = "; ".join(filter(None, (plan.body.reason, words)))
    return Draft(msgspec.structs.replace(plan.body, actions=actions, reason=reason), plan.on, amends=plan.id)


def _stays(name: str, value: object) -> Finding:
    said = getattr(value, "label", None) or str(value or _("nothing"))
    words = _("The case file says otherwise by now and stays so: {field}: {value}. Look at it there.")
    return Finding(Severity.WARN, words.format(field=label_of(name), value=said), name)


def _taken_out(line: MinutesLine) -> Finding:
    words = _("What this line wrote into {case} was taken out there, so nothing there changes.")
    return Finding(Severity.WARN, words.format(case=line.case), "text")
