"""Whatever happened: no answer depends on the order of typing or of plugins, and none changes behind one's back.

The records are drawn from the cases of the demo agency that show every finding, so that every kind takes part, and
thrown together on other days.
"""

from datetime import date, datetime, time, timedelta, timezone
from itertools import permutations
from random import Random

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import CaseCode, RecordId
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.note import Retraction
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.guidance.discovery import installed
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.testing import a_case, a_programme, written
from tests.demo.opened import SATURDAY, agency, case_files, host
from tests.plugins.iag_core.stories import registered

SETS = ("iag_core", "prerana_exit", "reintegration_benchmarks")
PROGRAMME = a_programme(*SETS)
HAPPENED = tuple(
    msgspec.structs.replace(record, case=CaseCode("C-0001"), amends=None)
    for code, records in agency().cases
    if code.startswith("T-")
    for record in records
    if record.kind != Registration.KIND
)
FIRST, LAST = date(2024, 3, 1), date(2025, 3, 1)
DAYS = st.dates(FIRST, LAST)
OFFSET = timezone(timedelta(hours=3))


def at(record: Record, on: date, entered: date) -> Record:
    return msgspec.structs.replace(record, on=on, entered_on=datetime.combine(entered, time(18), OFFSET))


def typed_one_by_one(records: list[Record]) -> list[Record]:
    """Return the records as they were typed in this order, each a minute later on its evening than the one before."""
    return [
        msgspec.structs.replace(record, entered_on=record.entered_on + timedelta(minutes=number))
        for number, record in enumerate(records)
    ]


RECORDS = st.lists(st.tuples(st.sampled_from(HAPPENED), DAYS), max_size=25, unique_by=lambda drawn: drawn[0].id).map(
    lambda drawn: [at(record, on, on) for record, on in drawn]
)


def seen(records: list[Record], as_of: date, known_at: date | None = None) -> CaseFile:
    known = known_at.isoformat() if known_at else ""
    return a_case(registered("2024-03-01"), records, programme=PROGRAMME, as_of=as_of.isoformat(), known_at=known)


def answers(asked: PluginHost, case: CaseFile, as_of: date) -> tuple[object, ...]:
    """Return everything that the sets say of a case."""
    return (
        asked.case_checks(case, as_of),
        asked.review_closing(case, as_of),
        asked.due_items(case, as_of),
        asked.figures.of((case,), as_of),
    )


@given(RECORDS, DAYS, st.booleans(), st.randoms())
def test_no_answer_depends_on_the_order_in_which_records_were_typed(
    records: list[Record], as_of: date, all_on_one_day: bool, random: Random
) -> None:
    if all_on_one_day:
        records = [at(record, as_of, as_of) for record in records]
    typed = typed_one_by_one(records)
    otherwise = typed_one_by_one(random.sample(records, len(records)))

    assert answers(host(), seen(typed, as_of), as_of) == answers(host(), seen(otherwise, as_of), as_of)
    assert [report.faults for report in host().reports()] == [(), (), ()]


ORDERS = tuple(
    PluginHost.discover(candidates=order, agency_values=agency().agency_values) for order in permutations(installed())
)


@given(RECORDS, DAYS, st.sampled_from(ORDERS[1:]))
def test_no_answer_depends_on_the_order_of_the_plugins(
    records: list[Record], as_of: date, otherwise: PluginHost
) -> None:
    case = seen(records, as_of)

    assert answers(otherwise, case, as_of) == answers(ORDERS[0], case, as_of)


def test_no_answer_on_a_case_of_the_demo_depends_on_the_order_of_the_plugins() -> None:
    random, day = Random(5), SATURDAY.date()
    drawn = [case for case in case_files() if case.code.startswith("T-")] + random.sample(case_files(), 20)
    changed = [
        case.code for case in drawn if answers(random.choice(ORDERS[1:]), case, day) != answers(ORDERS[0], case, day)
    ]

    assert (len(ORDERS), changed) == (6, [])


@given(RECORDS, RECORDS, DAYS, DAYS, st.data())
def test_what_is_recorded_later_changes_no_answer_for_what_was_known_before(
    before: list[Record], later: list[Record], as_of: date, known_at: date, data: st.DataObject
) -> None:
    known = {record.id for record in before}
    after = known_at + timedelta(days=1)
    added = [at(record, record.on, max(record.on, after)) for record in later if record.id not in known]
    if before:
        wrong = data.draw(st.sampled_from(before))
        added.append(at(written(Retraction(reason="wrong case"), "2024-03-01", amends=wrong.id), wrong.on, after))
        added.append(
            msgspec.structs.replace(at(wrong, wrong.on, after), id=RecordId(f"{wrong.id}-again"), amends=wrong.id)
        )

    then = answers(host(), seen(before, as_of, known_at), as_of)
    assert answers(host(), seen([*before, *added], as_of, known_at), as_of) == then
