"""Documents as rows: TinyDB's calls, revisions, ids, and what a call that fails leaves."""

from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

import pytest
from tinydb import Query, where
from tinydb.table import Document

from supervisor_tui.store.database import Database
from supervisor_tui.store.encrypted_file import FileKind
from supervisor_tui.store.engine import Engine
from supervisor_tui.store.problems import Conflict, StoreProblem
from supervisor_tui.store.table import RowTable, StoredDocument
from tests.store.conftest import KEY


@pytest.fixture
def plans(database: Database) -> RowTable:
    return database.table("plans", indexed=("case", "plan.status"))


def read(table: RowTable, doc_id: int) -> StoredDocument:
    document = table.get(doc_id=doc_id)
    assert isinstance(document, StoredDocument)
    return document


def test_a_replaced_document_gets_its_next_revision(plans: RowTable) -> None:
    plan = read(plans, plans.insert({"case": "C-0117", "goal": "school"}))
    plan["goal"] = "night shelter"
    replaced = plans.replace(plan)

    assert (replaced, replaced.revision, read(plans, 1), read(plans, 1).revision) == (
        {"case": "C-0117", "goal": "night shelter"},
        2,
        {"case": "C-0117", "goal": "night shelter"},
        2,
    )


def test_the_second_writer_of_a_document_is_told_who_changed_what_and_when(plans: RowTable) -> None:
    plans.insert({"case": "C-0117", "by": "W-01", "at": "2026-11-20"})
    mine, theirs = read(plans, 1), read(plans, 1)
    plans.replace(StoredDocument({"case": "C-0117", "by": "W-04", "at": "2026-11-21T09:31"}, 1, theirs.revision))

    with pytest.raises(Conflict) as refused:
        plans.replace(mine)

    told = refused.value
    assert (told.table, told.document_id, told.seen, told.stored, told.by, told.at, told.case) == (
        "plans", 1, 1, 2, "W-04", "2026-11-21T09:31", "C-0117",
    )  # fmt: skip
    assert str(told) == (
        "plans of C-0117: W-04 changed it at 2026-11-21T09:31 while you had it open. Nothing was saved; look again."
    )
    assert read(plans, 1)["by"] == "W-04"


def test_replacing_what_was_removed_is_a_conflict(plans: RowTable) -> None:
    plan = read(plans, plans.insert({"case": "C-0117"}))
    plans.remove(doc_ids=[1])

    with pytest.raises(Conflict, match="removed by somebody else"):
        plans.replace(plan)
    assert plans.all() == []


def test_an_id_is_never_given_twice_so_a_stale_document_fits_no_other(plans: RowTable) -> None:
    stale = read(plans, plans.insert({"case": "C-0117"}))
    plans.remove(where("case") == "C-0117")
    plans.insert({"case": "C-0093"})

    with pytest.raises(Conflict):
        plans.replace(stale)
    assert [(plan.doc_id, dict(plan)) for plan in plans] == [(2, {"case": "C-0093"})]


def test_documents_inserted_together_get_ids_above_those_given_by_hand(plans: RowTable) -> None:
    assert plans.insert_multiple([Document({"n": 1}, 7), {"n": 2}, Document({"n": 3}, 20), {"n": 4}]) == [7, 1, 20, 21]


def test_a_second_application_takes_the_next_id_and_not_the_same(plans: RowTable, engine: Engine) -> None:
    other = Database(Engine(engine.path, KEY, FileKind.CASES)).table("plans")

    assert [plans.insert({}), other.insert({}), plans.insert({}), other.insert({})] == [1, 2, 3, 4]


def test_changing_what_was_read_changes_nobody_elses_reading(plans: RowTable) -> None:
    plans.insert({"case": "C-0117", "goals": ["school"]})
    found = plans.search(where("case") == "C-0117")
    found[0]["goals"].append("poison")

    assert plans.search(where("case") == "C-0117") == [{"case": "C-0117", "goals": ["school"]}]
    assert plans.all() == [{"case": "C-0117", "goals": ["school"]}]


def test_an_update_that_raises_half_way_leaves_every_document_as_it_was(plans: RowTable) -> None:
    plans.insert_multiple([{"n": 1}, {"n": 2}, {"n": 3}])

    def double(document: MutableMapping[str, Any]) -> None:
        if document["n"] == 3:
            raise LookupError
        document["n"] *= 2

    with pytest.raises(LookupError):
        plans.update(double)
    assert [(dict(plan), read(plans, plan.doc_id).revision) for plan in plans] == [
        ({"n": 1}, 1),
        ({"n": 2}, 1),
        ({"n": 3}, 1),
    ]


def test_an_update_writes_only_the_rows_it_changed(plans: RowTable) -> None:
    plans.insert_multiple([{"n": 1}, {"n": 2}])
    plans.update({"n": 2})

    assert [read(plans, doc_id).revision for doc_id in (1, 2)] == [2, 1]


def test_an_update_notices_a_change_that_python_calls_equal(plans: RowTable) -> None:
    plans.insert({"n": 1})
    plans.update({"n": True})

    assert read(plans, 1)["n"] is True


def test_a_later_update_sees_an_earlier_one_of_the_same_pass(plans: RowTable) -> None:
    plans.insert({"status": "draft"})
    plans.update_multiple([({"status": "asked"}, where("status") == "draft"), ({"n": 1}, where("status") == "asked")])

    assert plans.all() == [{"status": "asked", "n": 1}]


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_number_that_json_does_not_know_is_refused(plans: RowTable, value: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        plans.insert({"n": value})
    assert len(plans) == 0


def test_an_update_that_cannot_be_written_leaves_the_others_out_too(plans: RowTable) -> None:
    plans.insert_multiple([{"n": 1}, {"n": 2}])

    with pytest.raises(TypeError):
        plans.update(lambda document: document.update(n=object() if document["n"] == 2 else 7))
    assert plans.all() == [{"n": 1}, {"n": 2}]


def test_a_text_that_was_put_in_as_json_stays_as_it_was_to_the_byte(plans: RowTable, engine: Engine) -> None:
    text = '{ "case":"C-0117",  "weight": 1.50, "note": "\\u00e9"}'
    plans.insert_texts([text])
    plans.update(lambda document: None)

    assert engine.rows("SELECT body, revision FROM doc_plans") == [(text, 1)]
    assert plans.all() == [{"case": "C-0117", "weight": 1.5, "note": "é"}]


def test_a_query_by_an_indexed_path_uses_the_index(plans: RowTable, engine: Engine) -> None:
    plans.insert_multiple([{"case": f"C-{n:04}", "plan": {"status": "open"}} for n in range(50)])

    def steps(query: Any) -> str:
        run: list[tuple[str, Any]] = []

        def note(_cursor: object, sql: str, bindings: Any) -> bool:
            run.append((sql, bindings))
            return True

        engine.connection().exec_trace = note
        plans.search(query)
        engine.connection().exec_trace = None
        sql, bindings = run[-1]
        return " ".join(str(row[3]) for row in engine.rows(f"EXPLAIN QUERY PLAN {sql}", bindings))

    plan = Query()
    assert "doc_plans.case" in steps(plan.case == "C-0007")
    assert "doc_plans.plan.status" in steps((plan.plan.status == "open") & plan.plan.status.matches("o.*"))
    assert "doc_plans.case" in steps(plan.case.one_of(["C-0007", "C-0009"]))
    assert "SCAN" in steps(plan.goal == "school")


def test_an_index_asked_for_later_is_made_for_documents_that_are_there(database: Database, engine: Engine) -> None:
    database.table("minutes").insert({"meeting": "M-1"})
    Database(engine).table("minutes", indexed=("meeting",))

    assert engine.rows("SELECT name FROM sqlite_schema WHERE type = 'index' AND name LIKE 'doc_minutes%'") == [
        ("doc_minutes.meeting",)
    ]


def test_a_path_that_is_no_plain_word_cannot_be_indexed(database: Database) -> None:
    with pytest.raises(ValueError, match="cannot be indexed"):
        database.table("plans", indexed=("case') --",))


def test_names_that_differ_in_case_only_are_two_tables(database: Database) -> None:
    database.table("Plans").insert({"n": 1})
    database.table("plans").insert({"n": 2})
    database.table('quo"te').insert({"n": 3})

    assert database.tables() == {"Plans", "plans", 'quo"te'}
    assert [database.table(name).all() for name in ("Plans", "plans", 'quo"te')] == [[{"n": 1}], [{"n": 2}], [{"n": 3}]]


def test_writes_to_several_tables_come_in_together_or_not_at_all(database: Database) -> None:
    def write_two_and_stumble() -> None:
        with database.transaction():
            database.table("plans").insert({})
            database.table("minutes").insert({})
            raise LookupError

    with pytest.raises(LookupError):
        write_two_and_stumble()

    assert database.tables() == set()
    assert database.table("plans").insert({}) == 1


def test_dropped_tables_are_gone_and_can_be_written_again(database: Database) -> None:
    plans = database.table("plans")
    plans.insert_multiple([{}, {}])
    database.table("minutes").insert({})
    database.drop_table("plans")

    assert (database.tables(), len(plans), plans.insert({})) == ({"minutes"}, 0, 1)
    database.drop_tables()
    assert database.tables() == set()


def test_a_table_that_was_never_written_reads_as_empty(plans: RowTable) -> None:
    assert (len(plans), plans.all(), plans.get(doc_id=1)) == (0, [], None)
    assert (plans.search(where("n") == 1), plans.remove(where("n") == 1)) == ([], [])


def test_more_documents_than_a_page_are_all_read_in_order(plans: RowTable) -> None:
    plans.insert_multiple({"n": n} for n in range(1300))

    assert [plan["n"] for plan in plans] == list(range(1300))
    assert [plan["n"] for plan in plans.get(doc_ids=[1300, *range(1, 1200, 2)])] == [*range(0, 1199, 2), 1299]


def test_a_script_that_reads_cannot_write(plans: RowTable, engine: Engine) -> None:
    plans.insert({"n": 1})
    reader = Database(Engine(engine.path, KEY, FileKind.CASES, read_only=True)).table("plans", indexed=("case",))

    assert reader.all() == [{"n": 1}]
    with pytest.raises(StoreProblem, match="reading only"):
        reader.insert({"n": 2})


def test_a_file_that_is_copied_away_is_the_same_table(plans: RowTable, engine: Engine, tmp_path: Path) -> None:
    plans.insert({"n": 1})
    engine.copy_into(tmp_path / "copy.db")

    assert Database(Engine(tmp_path / "copy.db", KEY, FileKind.CASES)).table("plans").all() == [{"n": 1}]
