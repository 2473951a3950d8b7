"""Writing a record down: checked by the sets in force, saved together with the rows that lists are read from."""

import secrets
from collections.abc import Iterable, Sequence
from datetime import date, datetime

import msgspec

from supervisor_tui.casework.approving import findings_on_approval
from supervisor_tui.casework.closing_act import findings_on_closing, with_checks_seen
from supervisor_tui.casework.closing_decision import findings_on_closing_decision
from supervisor_tui.casework.closing_reasons import findings_on_closing_reason
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.known_here import findings_on_owner
from supervisor_tui.casework.names_typed import findings_on_names
from supervisor_tui.casework.references import findings_on_references
from supervisor_tui.casework.same_day import replaced_that_day
from supervisor_tui.casework.transfers.findings import findings_on_transfer
from supervisor_tui.casework.working_out import rows_of
from supervisor_tui.domain.case_file import CaseFile, as_seen
from supervisor_tui.domain.ids import CaseCode, PersonCode, RecordId
from supervisor_tui.domain.records.closing import Approval
from supervisor_tui.domain.records.envelope import HowKnown, Record
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.records.words_kept import WordsKept
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.store.problems import OutOfReach
from supervisor_tui.store.rows import CaseRows
from supervisor_tui.wording import _


class RefusedError(ValueError):
    """A record cannot be as it was written; the findings say why."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Keep the findings and say them as sentences."""
        super().__init__(" ".join(finding.message for finding in findings))
        self.findings = findings


class Draft(msgspec.Struct, frozen=True):
    """A record about to be written: its body, the day it is about, and how it is known.

    told_by: for what is known as told, who told it. amends: the record that it corrects. signed: the approver whom an
    approval names has given their own passphrase.
    """

    body: RecordBody
    on: date
    how_known: HowKnown = HowKnown.RECORDED
    told_by: str | None = None
    amends: RecordId | None = None
    source: str | None = None
    signed: bool = False


def new_id(now: datetime) -> RecordId:
    """Return an id that sorts by the moment it was made and that nobody can guess."""
    return RecordId(f"r-{int(now.timestamp() * 1000):011x}-{secrets.token_hex(5)}")


def check(desk: Desk, code: CaseCode, draft: Draft) -> tuple[Finding, ...]:
    """Return what there is to say about a record before it is saved, refusals first."""
    found = _found(desk, code, draft, desk.store.records.of(code))
    return (*found, *findings_on_names(desk, draft.body))


def _found(desk: Desk, code: CaseCode, draft: Draft, records: tuple[Record, ...]) -> tuple[Finding, ...]:
    findings: list[Finding] = []
    today = desk.clock().date()
    if draft.on > today:
        message = _("{day} lies ahead. A record says what has happened; please check the date.")
        findings.append(Finding(Severity.REFUSE, message.format(day=draft.on.isoformat()), "on"))
    findings += findings_on_references(desk, records, draft.body, draft.amends)
    findings += findings_on_owner(desk, draft.body)
    if records:
        case = as_seen(code, desk.programme_of(records), records, today)
        findings += findings_on_closing(desk, case, draft.body)
        findings += findings_on_closing_decision(desk, code, draft.body)
        findings += findings_on_closing_reason(desk, case, draft.body)
        findings += findings_on_approval(desk, case, draft.body)
        findings += findings_on_transfer(case, draft.body, draft.on)
        findings += desk.host.check_draft(case, draft.body, draft.on)
    elif isinstance(draft.body, Registration):
        programme = desk.store.programmes.get(draft.body.programme)
        if programme is not None:
            findings += desk.host.check_draft(CaseFile(code, programme, ()), draft.body, draft.on)
    return tuple(findings)


def words_to_keep(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return the words that the findings would rather have otherwise, each once."""
    return tuple(dict.fromkeys(finding.keeps for finding in findings if finding.keeps))


def keeping(words: Iterable[str], reason: str, on: date) -> tuple[Draft, ...]:
    """Return what is written so that these words stay, and are not pointed out again in this case.

    Raises RefusedError without a reason.
    """
    if not reason.strip():
        raise RefusedError((Finding(Severity.REFUSE, _("Please say why these words stay."), "reason"),))
    return tuple(Draft(WordsKept(words=word, reason=reason.strip()), on) for word in words)


def needs_signature(draft: Draft) -> PersonCode | None:
    """Return the code of the approver who still has to sign with their own passphrase, or None."""
    return draft.body.approver if isinstance(draft.body, Approval) and not draft.signed else None


def save(desk: Desk, code: CaseCode, drafts: Sequence[Draft]) -> tuple[Record, ...]:
    """Write records into a case file in one commit and return them.

    Raises RefusedError if one of them is impossible; then nothing is written.
    """
    records = written(desk, code, drafts)
    for record in records:
        desk.host.tell(record)
    return records


def written(desk: Desk, code: CaseCode, drafts: Sequence[Draft]) -> tuple[Record, ...]:
    """Write records as `save` does, in the transaction that is open if one is; the sets are still to be told.

    Raises OutOfReach for a facilitator from outside, who writes into a case file through the minutes alone.
    """
    if desk.store.reach is not None:
        raise OutOfReach
    with desk.store.transaction():
        held = desk.store.records.of(code)
        _refuse(desk, code, drafts, held)
        now = desk.clock()
        records = tuple(record_of(desk, code, _as_written(desk, code, draft, held), now) for draft in drafts)
        rows = worked_out(desk, code, (*held, *records))
        desk.store.records.add(records, rows=rows, by=desk.person.code)
    return records


def _refuse(desk: Desk, code: CaseCode, drafts: Sequence[Draft], held: tuple[Record, ...]) -> None:
    refused = tuple(
        finding
        for draft in drafts
        for finding in _found(desk, code, draft, held)
        if finding.severity is Severity.REFUSE
    )
    unsigned = [approver for approver in map(needs_signature, drafts) if approver]
    if unsigned and all(finding.field != "approver" for finding in refused):
        message = _("{who} has to sign with their own passphrase.").format(who=unsigned[0])
        refused = (*refused, Finding(Severity.REFUSE, message, "approver"))
    if refused:
        raise RefusedError(refused)


def _as_written(desk: Desk, code: CaseCode, draft: Draft, held: tuple[Record, ...]) -> Draft:
    if not held:
        return draft
    case = as_seen(code, desk.programme_of(held), held, draft.on)
    return msgspec.structs.replace(
        draft,
        body=with_checks_seen(desk, case, draft.body),
        amends=draft.amends or replaced_that_day(case, draft.body, draft.on),
    )


def worked_out(desk: Desk, code: CaseCode, records: Iterable[Record]) -> CaseRows:
    """Return the rows that lists read of a case, for the present day."""
    held = tuple(records)
    today = desk.clock().date()
    case = as_seen(code, desk.programme_of(held), held, today)
    return rows_of(desk.host, case, today)


def record_of(desk: Desk, code: CaseCode, draft: Draft, now: datetime) -> Record:
    """Put a draft into its envelope, in the name of the person at the desk."""
    return Record(
        id=new_id(now),
        case=code,
        kind=draft.body.KIND,
        kind_version=draft.body.VERSION,
        on=draft.on,
        entered_on=now,
        by=desk.person.code,
        body=msgspec.Raw(msgspec.json.encode(draft.body)),
        amends=draft.amends,
        how_known=draft.how_known,
        told_by=draft.told_by,
        source=draft.source,
    )
