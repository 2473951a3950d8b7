"""What stands here, for import tests: kept in memory, written to as casework writes."""

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime

from supervisor_tui.domain.ids import CaseCode, PersonCode, ProgrammeId
from supervisor_tui.domain.people import Person, Role
from supervisor_tui.domain.programme import Programme
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.exchange.incoming.import_plan import ImportPlan
from supervisor_tui.exchange.incoming.locked_case import SOURCE_ID, LockedCell
from supervisor_tui.exchange.incoming.planning import plan_import
from supervisor_tui.exchange.incoming.terms import ImportTerms
from supervisor_tui.exchange.mapping.column_mapping import Mapping
from supervisor_tui.exchange.mapping.proposal import propose_mapping
from supervisor_tui.exchange.problems import ImportProblem
from supervisor_tui.exchange.reading.opening import FileTaken
from supervisor_tui.exchange.reading.read_cases import read_taken
from supervisor_tui.exchange.reading.values import CasesRead

NORTH = Programme(ProgrammeId("north"), "North")
PEOPLE = (
    Person(PersonCode("W-04"), "w04", (Role.CASEWORKER,), PersonCode("S-01")),
    Person(PersonCode("W-05"), "w05", (Role.CASEWORKER,), PersonCode("S-01")),
    Person(PersonCode("S-01"), "s01", (Role.SUPERVISOR,)),
)
THE_DAY = date(2026, 11, 21)
THE_MOMENT = datetime.fromisoformat("2026-11-21T09:00:00+03:00")


class RememberedCases:
    """Cases in memory, in the shape in which an import asks for them."""

    def __init__(self) -> None:
        self.records: dict[CaseCode, tuple[Record, ...]] = {}
        self.locked: dict[CaseCode, tuple[LockedCell, ...]] = {}

    def code_of(self, source_id: str) -> CaseCode | None:
        return next((code for code in self.locked if source_id in self._sources(code)), None)

    def source_of(self, code: CaseCode) -> str | None:
        sources = self._sources(code)
        return sources[-1] if sources else None

    def records_of(self, code: CaseCode) -> Sequence[Record]:
        return self.records.get(code, ())

    def locked_of(self, code: CaseCode) -> Collection[LockedCell]:
        return self.locked.get(code, ())

    def imported(self, programme: ProgrammeId) -> Iterable[CaseCode]:
        return tuple(self.locked) if programme == NORTH.id else ()

    def carry_out(self, plan: ImportPlan) -> None:
        """Write what a plan says."""
        for case in plan.cases:
            self.records[case.code] = (*self.records.get(case.code, ()), *case.records)
            self.locked[case.code] = (*self.locked.get(case.code, ()), *case.locked)

    def _sources(self, code: CaseCode) -> list[str]:
        return [json.loads(cell.value) for cell in self.locked.get(code, ()) if cell.name == SOURCE_ID]


def the_terms(start_date: date | None = None, as_of: date = THE_DAY) -> ImportTerms:
    """Return the terms of an import by the supervisor, on the day of the tests."""
    return ImportTerms(NORTH, PEOPLE, PersonCode("S-01"), THE_MOMENT, as_of, start_date)


def read_from(content: bytes, name: str = "cases.file") -> CasesRead:
    """Read bytes that have to be readable."""
    found = read_taken(FileTaken(name, content))
    assert isinstance(found, CasesRead), str(found)
    return found


def refused_by(content: bytes, name: str = "cases.file") -> ImportProblem:
    """Read bytes that have to be refused."""
    found = read_taken(FileTaken(name, content))
    assert isinstance(found, ImportProblem), f"{len(found.cases)} cases were read"
    return found


def planned(
    content: bytes,
    here: RememberedCases | None = None,
    mapping: Mapping | None = None,
    terms: ImportTerms | None = None,
    name: str = "cases.file",
) -> ImportPlan:
    """Plan the import of bytes with the mapping that is proposed for them, or with another."""
    read = read_from(content, name)
    plan = plan_import(
        read, mapping or propose_mapping(read, NORTH, PEOPLE), here or RememberedCases(), terms or the_terms()
    )
    assert isinstance(plan, ImportPlan), str(plan)
    return plan


def changes_nothing(plan: ImportPlan) -> bool:
    """Say whether everything in the file stands here already."""
    return not any(case.writes for case in plan.cases)
