"""Any number of synthetic cases: the demo agency over and over, each time with new codes for cases and people.

Nobody in it exists. A copy of the agency brings its own caseworkers and supervisors, so that a team stays as large as
it is in the demo, however many cases there are. What is worked out from a case is worked out once and given new codes.
"""

import re
from collections.abc import Iterator

from msgspec import Raw
from msgspec.structs import replace

from supervisor_tui.casework.demo_agency import DemoAgency
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import worked_out
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.people import Person
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.store.case_records import CaseToAdd
from supervisor_tui.store.rows import CaseRows

__all__ = ["case_code", "many_cases", "many_people"]

_PERSON_IN_BODY = re.compile(rb'"(W-\d\d)"')


def case_code(number: int) -> CaseCode:
    """Return the code of the case of that number, counted from 0."""
    return CaseCode(f"C-{number:05d}")


def copies_for(agency: DemoAgency, size: int) -> int:
    """Return how many copies of the agency hold so many cases."""
    return -(-size // len(agency.cases))


def many_people(agency: DemoAgency, size: int) -> Iterator[Person]:
    """Give the people of every copy that so many cases need."""
    for copy in range(copies_for(agency, size)):
        for person in agency.people:
            supervisor = _person(person.supervisor, copy) if person.supervisor else None
            name = person.short_name if copy == 0 else f"{person.short_name} {copy}"
            yield replace(person, code=_person(person.code, copy), short_name=name, supervisor=supervisor)


def many_cases(desk: Desk, agency: DemoAgency, size: int) -> Iterator[CaseToAdd]:
    """Give so many cases with their records and the rows that lists read."""
    originals = [CaseToAdd(tuple(records), worked_out(desk, code, records)) for code, records in agency.cases]
    for number in range(size):
        copy, place = divmod(number, len(originals))
        yield _copied(originals[place], case_code(number), copy)


def _copied(original: CaseToAdd, code: CaseCode, copy: int) -> CaseToAdd:
    rows = original.rows
    worker = _person(rows.summary.worker, copy) if rows.summary.worker else None
    return CaseToAdd(
        tuple(_record(record, code, copy) for record in original.records),
        CaseRows(
            replace(rows.summary, case=code, worker=worker),
            tuple(replace(row, case=code, worker=worker) for row in rows.due),
            replace(rows.closing, case=code, worker=worker),
        ),
    )


def _record(record: Record, code: CaseCode, copy: int) -> Record:
    body = bytes(record.body)
    if copy and b'"W-' in body:
        body = _PERSON_IN_BODY.sub(rb'"\1.%d"' % copy, body)
    return replace(record, case=code, by=_person(record.by, copy), body=Raw(body))


def _person(code: PersonCode, copy: int) -> PersonCode:
    return PersonCode(f"{code}.{copy}") if copy else code
