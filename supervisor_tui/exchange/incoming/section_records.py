"""What the rows of repeating sections say, as records: follow-ups, referrals, approvals, reopenings, transfers."""

import hashlib
from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from supervisor_tui.domain.people import Role
from supervisor_tui.domain.records.closing import Approval, ApprovalDecision, Approved, ApprovingBody, Reopening
from supervisor_tui.domain.records.contact import FollowUp
from supervisor_tui.domain.records.referral import Referral, ReferralProgress, ReferralStatus
from supervisor_tui.domain.records.transfer import Transfer
from supervisor_tui.exchange.incoming.case_records import day_in
from supervisor_tui.exchange.incoming.drafts import Draft, Drafted, draft_of
from supervisor_tui.exchange.incoming.planned_lines import plan_of
from supervisor_tui.exchange.incoming.row_values import RowValues
from supervisor_tui.exchange.incoming.terms import ImportTerms
from supervisor_tui.exchange.mapping.known_words import meaning_of
from supervisor_tui.exchange.mapping.targets import all_targets, group_of
from supervisor_tui.exchange.problems import ImportProblem
from supervisor_tui.wording import _

__all__ = ["section_records"]

_APPROVED_WHAT = {"case_plan": Approved.PLAN, "closure": Approved.CLOSURE, "transfer": Approved.TRANSFER}
_DECISIONS = {"approved": ApprovalDecision.APPROVED, "rejected": ApprovalDecision.NOT_APPROVED}
_APPROVERS = {Role.SUPERVISOR: ApprovingBody.SUPERVISOR, Role.MANAGER: ApprovingBody.MANAGER}

Rows = Sequence[RowValues]


def section_records(becomes: str, rows: Rows, case: RowValues, terms: ImportTerms) -> Drafted:
    """Return the records of one section of a case."""
    if becomes == "plan":
        return plan_of(rows, case)
    made = _BY_SECTION.get(becomes, _each_by_itself(becomes))
    return made(rows, terms)


def row_key(row: RowValues, on: date | None) -> str:
    """Return what tells a row from the others at every import: its own id, else its day."""
    own = row.values.get("row.id")
    return str(own) if own else f"{on}"


def _each_by_itself(becomes: str) -> Callable[[Rows, ImportTerms], Drafted]:
    def made(rows: Rows, _terms: ImportTerms) -> Drafted:
        group = group_of(becomes)
        found = Drafted()
        for row in rows if group is not None else ():
            assert group is not None
            on = day_in(row, f"{becomes}.on")
            found += draft_of(group, row.of_group(becomes), row.where, row_key(row, on), on)
        return found

    return made


def _follow_ups(rows: Rows, _terms: ImportTerms) -> Drafted:
    """Take the contacts that happened; the first one that was only planned is the next day of the last of them."""
    group = group_of("follow_up")
    assert group is not None
    found = Drafted()
    planned: list[date] = []
    for row in rows:
        on, due = day_in(row, "follow_up.on"), day_in(row, "row.due_on")
        if on is None and due is not None:
            planned.append(due)
            continue
        fields = {"channel": "not_known"} | row.of_group("follow_up")
        found += draft_of(group, fields, row.where, row_key(row, on), on)
    return Drafted(_with_next_day(found.drafts, planned), found.refused)


def _with_next_day(drafts: tuple[Draft, ...], planned: Sequence[date]) -> tuple[Draft, ...]:
    last = max(drafts, key=lambda draft: draft.on, default=None)
    following = [day for day in planned if last is not None and day > last.on]
    if last is None or not following or not isinstance(last.body, FollowUp) or last.body.next_on is not None:
        return drafts
    body = msgspec.structs.replace(last.body, next_on=min(following))
    said = (last.said or frozenset()) | {"next_on"}
    with_day = msgspec.structs.replace(last, body=body, said=said)
    return tuple(with_day if draft is last else draft for draft in drafts)


def _referrals(rows: Rows, _terms: ImportTerms) -> Drafted:
    """Take what was sent to another agency, and whether it was received; what the agency itself does is no referral."""
    found = Drafted()
    for row in rows:
        sent = row.values.get("row.referred")
        if sent is False or (sent is None and not {"referral.agency"} & {*row.values, *row.locked}):
            continue
        group = group_of("referral")
        assert group is not None
        on = day_in(row, "referral.on")
        key = row_key(row, on)
        number = f"R-{hashlib.sha256(key.encode()).hexdigest()[:6].upper()}"
        referral = draft_of(group, {"referral": number} | row.of_group("referral"), row.where, key, on)
        found += referral
        done = day_in(row, "row.done_on")
        if referral.drafts and done is not None and row.values.get("row.status") in {None, "implemented"}:
            assert isinstance(referral.drafts[0].body, Referral)
            number = referral.drafts[0].body.referral
            body = ReferralProgress(referral=number, status=ReferralStatus.RECEIVED)
            found += Drafted((Draft(ReferralProgress, key, done, body),))
    return found


def _approvals(rows: Rows, terms: ImportTerms) -> Drafted:
    """Take the answers of people who are known here with a role that may approve; all others stay locked."""
    found = Drafted()
    worker = all_targets()["assignment.worker"]
    for row in rows:
        what = _APPROVED_WHAT.get(str(row.values.get("row.of")))
        decision = _DECISIONS.get(str(row.values.get("row.status")))
        on = day_in(row, "row.done_on")
        if what is None or decision is None or on is None:
            continue
        code = meaning_of(worker, str(row.values.get("row.by", "")), terms.people, ())
        approver = next((person for person in terms.people if person.code == code), None)
        bodies = [_APPROVERS[role] for role in approver.roles if role in _APPROVERS] if approver is not None else []
        if approver is None or not bodies:
            problem = ImportProblem(
                _("an approval was not taken in: whoever gave it is not known here as supervisor or manager"),
                row.where,
                _("It is kept locked; add the person, or record the approval here."),
            )
            found += Drafted(refused=(problem,))
            continue
        body = Approval(what=what, body=bodies[0], decision=decision, approver=approver.code)
        found += Drafted((Draft(Approval, f"{what}:{row_key(row, on)}", on, body),))
    return found


def _reopenings(rows: Rows, _terms: ImportTerms) -> Drafted:
    days = sorted(day for row in rows if (day := day_in(row, "reopening.on")) is not None)
    reason = _("reopened in the system that the file comes from")
    return Drafted(tuple(Draft(Reopening, f"{day}", day, Reopening(reason=reason)) for day in dict.fromkeys(days)))


def _transfers(rows: Rows, _terms: ImportTerms) -> Drafted:
    found = Drafted()
    group = group_of("transfer")
    assert group is not None
    for row in rows:
        if str(row.values.get("row.of", "transfer")).lower() != "transfer":
            continue
        on, answered = day_in(row, "transfer.on"), day_in(row, "row.done_on")
        made = draft_of(group, row.of_group("transfer"), row.where, row_key(row, on), on)
        if made.drafts and answered is not None and row.values.get("row.status") == "accepted":
            body = made.drafts[0].body
            assert isinstance(body, Transfer)
            accepted = msgspec.structs.replace(body, accepted_on=answered)
            said = (made.drafts[0].said or frozenset()) | {"accepted_on"}
            made = Drafted((msgspec.structs.replace(made.drafts[0], body=accepted, said=said),), made.refused)
        found += made
    return found


_BY_SECTION: dict[str, Callable[[Rows, ImportTerms], Drafted]] = {
    "follow_up": _follow_ups,
    "referral": _referrals,
    "approval": _approvals,
    "reopening": _reopenings,
    "transfer": _transfers,
}
