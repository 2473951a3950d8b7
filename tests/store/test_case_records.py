"""Records with their rows: one commit for all, bodies untouched, repeated writes harmless."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from msgspec.structs import replace

from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.ids import PersonCode, RuleId
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.store.audit import Act
from supervisor_tui.store.case_records import CaseToAdd
from supervisor_tui.store.open_store import Store, unlock
from tests.store.builders import (
    AMOS,
    CHEAP,
    NOW,
    PASSPHRASE,
    TODAY,
    a_code,
    a_due_row,
    a_record,
    a_summary,
    add,
    rows_of,
)

UNKNOWN_BODY = '{ "é":1.50,  "n": 1E5, "list": [ ] , "deep":{"null":null}}'


def test_records_come_back_in_the_order_they_were_written(store: Store) -> None:
    records = [a_record("r-2"), a_record("r-1")]
    add(store, records)
    add(store, [a_record("r-3")])

    assert store.records.of(a_code()) == (*records, a_record("r-3"))
    assert store.records.of(a_code("C-0999")) == ()


def test_a_body_of_a_kind_nobody_knows_comes_back_to_the_byte(store: Store) -> None:
    add(store, [a_record(body=UNKNOWN_BODY, kind="from_elsewhere.assessment")])

    (record,) = store.records.of(a_code())
    assert bytes(record.body) == UNKNOWN_BODY.encode()


@pytest.mark.parametrize("body", ['{"n": NaN}', '{"n": 1', "", '{"n": 1} x'])
def test_a_body_that_is_not_json_is_refused_and_nothing_is_written(store: Store, body: str) -> None:
    with pytest.raises((ValueError, msgspec.MsgspecError)):
        add(store, [a_record("r-1"), a_record("r-2", body=body)])

    assert (store.records.of(a_code()), store.summaries.all()) == ((), ())


def test_the_summary_the_due_rows_and_the_audit_entry_come_with_the_record(store: Store) -> None:
    due = (a_due_row(), a_due_row(rule="IAG-S5-02"))
    add(store, [a_record()], due)

    assert store.summaries.of(a_code()) == a_summary()
    assert store.due_rows.of(a_code()) == due
    newest = store.audit.entries(a_code())[0]
    assert (newest.by, newest.act, newest.record) == (AMOS.code, Act.CHANGED, "r-1")


def test_what_fails_half_way_leaves_neither_record_nor_rows_nor_entry(store: Store) -> None:
    before = store.audit.head()

    with pytest.raises(ValueError, match="among those of"):
        add(store, [a_record()], [a_due_row(case="C-0999")])
    assert (store.records.codes(), store.summaries.all(), store.audit.head()) == ((), (), before)


def test_the_same_write_again_changes_nothing(store: Store) -> None:
    add(store, [a_record()])
    add(store, [a_record(), a_record("r-2")])

    assert store.records.of(a_code()) == (a_record(), a_record("r-2"))


def test_an_id_is_not_given_to_two_records_of_a_case(store: Store) -> None:
    add(store, [a_record()])

    with pytest.raises(ValueError, match="r-1 of C-0117 is there already"):
        add(store, [a_record(body="{}")])
    with pytest.raises(ValueError, match="r-2 of C-0117 is there already"):
        add(store, [a_record("r-2"), a_record("r-2", body="{}")])


def test_a_record_of_another_case_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="of another case than C-0117"):
        add(store, [a_record(), a_record("r-2", case="C-0093")])


def test_a_body_of_null_comes_back_as_null(store: Store) -> None:
    add(store, [a_record(body="null")])

    assert [bytes(record.body) for record in store.records.of(a_code())] == [b"null"]


def test_every_case_is_gone_through_in_the_order_of_codes(store: Store) -> None:
    for code in ("C-0117", "C-0048", "C-0093"):
        add(store, [a_record(case=code)])

    assert store.records.codes() == ("C-0048", "C-0093", "C-0117")
    assert dict(store.records.everything()) == {code: (a_record(case=code),) for code in ("C-0048", "C-0093", "C-0117")}
    assert [store.records.has(a_code(code)) for code in ("C-0048", "C-0049")] == [True, False]


def to_add(number: int) -> CaseToAdd:
    code = f"C-{number:04}"
    return CaseToAdd((a_record(case=code),), rows_of(a_summary(code), (a_due_row(case=code),)))


def test_many_cases_come_in_with_their_progress_told(store: Store) -> None:
    told: list[int] = []

    def going_on(done: int) -> bool:
        told.append(done)
        return True

    done = store.records.add_cases((to_add(number) for number in range(450)), by=AMOS.code, going_on=going_on)
    assert (done, told, len(store.summaries.all()), len(store.due_rows.until(TODAY))) == (
        450,
        [200, 400, 450],
        450,
        450,
    )
    assert store.verify() == ()


def test_an_import_that_is_stopped_keeps_what_was_told_to_be_in(store: Store) -> None:
    done = store.records.add_cases(
        (to_add(number) for number in range(450)), by=AMOS.code, going_on=lambda done: done < 400
    )

    assert (done, len(store.records.codes())) == (400, 400)


def test_due_rows_keep_days_apart_from_moments(store: Store) -> None:
    moment = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    due = (a_due_row(due=moment, rule="IAG-S1-01"), a_due_row(due=TODAY), a_due_row(due=None, rule="IAG-S5-09"))
    add(store, [a_record()], due)

    assert set(store.due_rows.of(a_code())) == set(due)


def test_every_field_of_a_due_item_comes_back(store: Store) -> None:
    item = DueItem(
        "Visit", due=TODAY, rule=RuleId("IAG-S5-01"), target=TODAY, opens=TODAY, closes=TODAY,
        done=datetime(2026, 11, 20, tzinfo=UTC), settles="follow_up", slot="M13", unknown="no date", advisory=True,
    )  # fmt: skip
    row = msgspec.structs.replace(a_due_row(slot="M13"), item=item, postponed_until=TODAY)
    add(store, [a_record()], [row])

    assert store.due_rows.of(a_code()) == (row,)


def test_a_save_writes_only_the_due_rows_that_changed(store: Store) -> None:
    rows = [a_due_row(rule=f"IAG-S5-{number:02}") for number in range(8)]
    add(store, [a_record()], rows)
    rows[3] = msgspec.structs.replace(rows[3], due_day=TODAY + timedelta(days=7))

    assert store.due_rows.put(a_code(), rows) == 2  # taken from its old day, put to the day it has
    assert store.due_rows.put(a_code(), rows[:-1]) == 1
    assert store.due_rows.put(a_code(), rows[:-1]) == 0
    assert list(store.due_rows.of(a_code())) == rows[:-1]


def test_a_duty_whose_day_stays_and_whose_words_change_is_written(store: Store) -> None:
    add(store, [a_record()], [a_due_row()])
    put_off = msgspec.structs.replace(a_due_row(), postponed_until=TODAY + timedelta(days=3))

    assert store.due_rows.put(a_code(), [put_off]) == 1
    assert (store.due_rows.of(a_code()), store.due_rows.until(TODAY)) == ((put_off,), (put_off,))


def test_two_duties_with_the_same_rule_and_slot_are_both_kept(store: Store) -> None:
    rows = (a_due_row(), a_due_row(due=TODAY + timedelta(days=1)))
    add(store, [a_record()], rows)

    assert store.due_rows.of(a_code()) == rows


def test_what_is_due_is_read_by_day_in_one_range(store: Store) -> None:
    days = [TODAY + timedelta(days=number) for number in (9, -3, 0, 7)]
    add(store, [a_record()], [a_due_row(due=day, rule=day.isoformat()) for day in days] + [a_due_row(due=None)])

    assert [row.due_day for row in store.due_rows.until(TODAY + timedelta(days=7))] == sorted(days)[:3]
    assert [row.due_day for row in store.due_rows.until(TODAY, since=TODAY)] == [TODAY]
    assert store.due_rows.unknown() == (a_due_row(due=None),)
    plan = store.database.engine.rows("EXPLAIN QUERY PLAN SELECT row FROM due_rows WHERE due_day <= '2026'")
    assert "USING PRIMARY KEY (due_day<?)" in str(plan)


def test_late_duties_are_counted_without_what_is_advisory_unknown_or_missed(store: Store) -> None:
    yesterday = TODAY - timedelta(days=1)
    add(
        store,
        [a_record()],
        [
            a_due_row(due=yesterday),
            a_due_row(due=yesterday, rule="IAG-S5-02", closes=TODAY),
            a_due_row(due=yesterday, rule="IAG-S5-03", closes=yesterday),
            a_due_row(due=yesterday, rule="IAG-S5-04", advisory=True),
            a_due_row(due=yesterday, rule="IAG-S5-05", unknown="no plan"),
            a_due_row(due=TODAY, rule="IAG-S5-06"),
        ],
    )
    add(store, [a_record(case="C-0093")], [a_due_row("C-0093")])

    assert store.due_rows.late_counts(TODAY) == {"C-0117": 2}
    assert store.due_rows.late_counts(TODAY, {AMOS.code}) == {"C-0117": 2}
    assert store.due_rows.late_counts(TODAY, ()) == {}


def test_rows_of_another_day_or_made_with_something_else_are_stale(store: Store) -> None:
    yesterday = TODAY - timedelta(days=1)
    for code, made_with, due in (
        ("C-0001", "aa", [a_due_row("C-0001")]),
        ("C-0002", "gone", [a_due_row("C-0002")]),
        ("C-0003", "gone", []),
        ("C-0004", "aa", [a_due_row("C-0004", worked_out_for=yesterday)]),
        ("C-0005", "cc", []),
    ):
        records = [a_record(case=code)]
        store.records.add(records, rows=rows_of(a_summary(code, made_with=made_with), due), by=AMOS.code)

    assert store.due_rows.stale({"aa", "cc"}, TODAY) == ("C-0002", "C-0003", "C-0004")
    assert len(store.due_rows.stale({"aa", "cc"}, TODAY + timedelta(days=1))) == 5


def test_summaries_come_in_the_order_of_codes_with_every_field(store: Store) -> None:
    for code, urgent in (("C-0117", True), ("C-0048", False)):
        store.records.refresh(rows_of(a_summary(code, 'visit, "seen" [urgent]', urgent)))

    assert store.summaries.all() == (
        a_summary("C-0048", 'visit, "seen" [urgent]', urgent=False),
        a_summary("C-0117", 'visit, "seen" [urgent]', urgent=True),
    )


def test_summaries_are_found_by_who_carries_the_case(store: Store) -> None:
    for code, worker in (("C-0117", "W-1"), ("C-0048", None), ("C-0062", "W-2"), ("C-0093", "W-1")):
        carried = replace(a_summary(code), worker=PersonCode(worker) if worker else None)
        store.records.refresh(rows_of(carried))
    first, second = PersonCode("W-1"), PersonCode("W-2")

    assert [one.case for one in store.summaries.carried_by({first})] == ["C-0093", "C-0117"]
    assert [one.case for one in store.summaries.carried_by(())] == []
    assert [one.case for one in store.summaries.carried_by_none_of({first})] == ["C-0048", "C-0062"]
    assert [one.case for one in store.summaries.carried_by_none_of({first, second})] == ["C-0048"]
    assert store.summaries.carried_by_none_of(()) == store.summaries.all()


def test_a_case_given_to_somebody_else_is_found_with_them(store: Store) -> None:
    store.records.refresh(rows_of(a_summary()))
    store.records.refresh(rows_of(replace(a_summary(), worker=PersonCode("W-2"))))

    assert (store.summaries.carried_by({AMOS.code}), len(store.summaries.carried_by({"W-2"}))) == ((), 1)


def test_records_are_a_tinydb_table_for_an_agencys_own_script(store: Store) -> None:
    add(store, [a_record()])
    reader = store.reader()

    (document,) = reader.table("records").all()
    assert (document["case"], document["body"]) == ("C-0117", {"text": "night shelter"})
    assert msgspec.convert(dict(document), dict[str, object])["id"] == Record.__name__.lower()[0] + "-1"
    reader.close()


def test_rows_that_an_earlier_version_laid_out_otherwise_are_made_anew_and_every_case_is_stale(store: Store) -> None:
    add(store, [a_record()], [a_due_row()])
    engine = store.database.engine
    engine.write("ALTER TABLE summaries DROP COLUMN worked_out_with")
    engine.write("UPDATE row_layout SET layout = 'earlier'")
    store.close()
    later = unlock(store.folder, "Ruth", PASSPHRASE, clock=lambda: NOW, cost=CHEAP)

    assert (later.summaries.all(), later.due_rows.until(TODAY), later.records.codes()) == ((), (), ("C-0117",))
    assert later.due_rows.stale((), TODAY) == ("C-0117",)
    later.records.refresh(rows_of(a_summary(made_with="aa"), [a_due_row()]))
    assert later.due_rows.stale({"aa"}, TODAY) == ()
    later.close()


def test_rows_that_are_laid_out_as_declared_are_left_alone(store: Store) -> None:
    add(store, [a_record()], [a_due_row()])
    store.close()
    again = unlock(store.folder, "Ruth", PASSPHRASE, clock=lambda: NOW, cost=CHEAP)

    assert (again.summaries.all(), again.due_rows.until(TODAY)) == ((a_summary(),), (a_due_row(),))
    again.close()


def test_a_first_page_of_what_is_due_is_read_alone(store: Store) -> None:
    add(store, [a_record()], [a_due_row(rule=f"IAG-S5-{number:02}") for number in range(8)])

    assert [row.rule for row in store.due_rows.until(TODAY, most=2)] == ["IAG-S5-00", "IAG-S5-01"]


def test_what_some_workers_have_to_do_is_read_with_what_nobody_carries(store: Store) -> None:
    own, others = (
        msgspec.structs.replace(a_due_row(rule=f"IAG-S5-0{worker}"), worker=PersonCode(f"W-0{worker}"))
        for worker in (4, 5)
    )
    nobodys, unknown = (
        msgspec.structs.replace(a_due_row(due=due), worker=None, slot="nobody's") for due in (TODAY, None)
    )
    add(store, [a_record()], [own, others, nobodys, unknown])

    assert set(store.due_rows.until(TODAY, workers={PersonCode("W-04")})) == {own, nobodys}
    assert store.due_rows.unknown(workers=()) == (unknown,)
