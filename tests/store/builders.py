"""Stores, records and rows with boring defaults."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.ids import CaseCode, PersonCode, ProgrammeId, RecordId, RuleId, SetId
from supervisor_tui.domain.people import Person, Role
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.store.key_slots import Cost
from supervisor_tui.store.open_store import Store, create_store
from supervisor_tui.store.rows import CaseRows, CaseSummary, ClosingRow, DueRow

CHEAP = Cost(memory_kib=8, passes=1, lanes=1)
"""Argon2 as cheap as it goes: these passphrases guard nothing."""

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 9, 31, 7, tzinfo=UTC)
PASSPHRASE = "seven small boats"
RUTH = Person(PersonCode("W-01"), "Ruth", (Role.SUPERVISOR,))
AMOS = Person(PersonCode("W-04"), "Amos", (Role.CASEWORKER,), supervisor=RUTH.code)


def a_store(folder: Path, identities_folder: Path | None = None) -> tuple[Store, str]:
    """Make a store of Ruth's and give it with its recovery key."""
    return create_store(folder, identities_folder, RUTH, PASSPHRASE, clock=lambda: NOW, cost=CHEAP)


def a_code(text: str = "C-0117") -> CaseCode:
    return CaseCode(text)


def a_record(
    record: str = "r-1", case: str = "C-0117", body: str = '{"text":"night shelter"}', kind: str = "note"
) -> Record:
    return Record(RecordId(record), CaseCode(case), kind, TODAY, NOW, AMOS.code, msgspec.Raw(body.encode()))


def a_summary(case: str = "C-0117", next_what: str = "", urgent: bool = False, made_with: str = "") -> CaseSummary:
    return CaseSummary(
        case=CaseCode(case),
        programme=ProgrammeId("north"),
        worker=AMOS.code,
        status="open",
        risk="high",
        risk_letter="H",
        risk_rank=1,
        step="4",
        opened_on=date(2026, 10, 1),
        closed_on=None,
        last_contact=date(2026, 11, 14),
        last_entry=NOW,
        next_due=TODAY,
        next_what=next_what,
        closing="",
        age_band="11 to 14 years",
        urgent=urgent,
        episode=1,
        intake_at=NOW,
        duties_from=None,
        made_with=made_with,
    )


def a_due_row(
    case: str = "C-0117",
    due: date | datetime | None = TODAY,
    rule: str = "IAG-S5-01",
    *,
    guidance: str = "iag_core",
    slot: str = "",
    advisory: bool = False,
    closes: date | None = None,
    version: str = "1.0",
    settings: str = "aa",
    worked_out_for: date = TODAY,
    unknown: str = "",
) -> DueRow:
    day = due.date() if isinstance(due, datetime) else due
    return DueRow(
        case=CaseCode(case),
        set=SetId(guidance),
        rule=RuleId(rule),
        slot=slot,
        due_day=day,
        closes=closes,
        advisory=advisory,
        decides=True,
        worker=AMOS.code,
        version=version,
        settings=settings,
        worked_out_for=worked_out_for,
        postponed_until=None,
        item=DueItem("Follow-up", due=due, rule=RuleId(rule), slot=slot, closes=closes, unknown=unknown),
    )


def rows_of(summary: CaseSummary, due: Sequence[DueRow] = ()) -> CaseRows:
    """Return the rows of a case that is not near closing."""
    return CaseRows(summary, tuple(due), ClosingRow(summary.case, AMOS.code, "H", 1, "far"))


def add(store: Store, records: Sequence[Record], due: Sequence[DueRow] = ()) -> None:
    """Append records of one case with a plain summary."""
    store.records.add(records, rows=rows_of(a_summary(records[0].case), due), by=AMOS.code)
