"""Whatever is written in whatever order, by two applications on one file, the table is what a plain dict would be."""

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tinydb import where
from tinydb.table import Document

from supervisor_tui.store.database import Database
from supervisor_tui.store.encrypted_file import FileKind
from supervisor_tui.store.engine import Engine
from supervisor_tui.store.problems import Conflict
from supervisor_tui.store.table import RowTable, StoredDocument
from tests.store.conftest import KEY

documents = st.fixed_dictionaries({"case": st.sampled_from("ABC"), "n": st.integers(0, 5)})


class TableAgainstADict(RuleBasedStateMachine):
    """Two applications share a file; `model` is what both must read, `read` what somebody has open."""

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        first = Engine(self.folder / "cases.db", KEY, FileKind.CASES, create=True)
        self.engines = [first, Engine(first.path, KEY, FileKind.CASES)]
        self.model: dict[int, dict[str, Any]] = {}
        self.revisions: dict[int, int] = {}
        self.read: list[StoredDocument] = []
        self.highest = 0

    def table(self, application: int) -> RowTable:
        return Database(self.engines[application]).table("plans", indexed=("case",))

    applications = st.integers(0, 1)

    def wrote(self, doc_id: int, document: dict[str, Any]) -> None:
        self.model[doc_id] = dict(document)
        self.revisions[doc_id] = self.revisions.get(doc_id, 0) + 1
        self.highest = max(self.highest, doc_id)

    @rule(application=applications, document=documents)
    def insert(self, application: int, document: dict[str, Any]) -> None:
        doc_id = self.table(application).insert(document)
        assert doc_id == self.highest + 1
        self.wrote(doc_id, document)

    @rule(application=applications, several=st.lists(documents, max_size=3))
    def insert_multiple(self, application: int, several: list[dict[str, Any]]) -> None:
        doc_ids = self.table(application).insert_multiple(several)
        for doc_id, document in zip(doc_ids, several, strict=True):
            self.wrote(doc_id, document)

    @rule(application=applications, doc_id=st.integers(1, 12), document=documents)
    def upsert_by_id(self, application: int, doc_id: int, document: dict[str, Any]) -> None:
        before = self.model.get(doc_id, {})
        self.table(application).upsert(Document(document, doc_id))
        if before | document != before or doc_id not in self.model:
            self.wrote(doc_id, before | document)

    @rule(application=applications, case=st.sampled_from("ABC"), n=st.integers(0, 5))
    def update(self, application: int, case: str, n: int) -> None:
        expected = [doc_id for doc_id, document in sorted(self.model.items()) if document["case"] == case]
        assert self.table(application).update({"n": n}, where("case") == case) == expected
        for doc_id in expected:
            if self.model[doc_id]["n"] != n:
                self.wrote(doc_id, self.model[doc_id] | {"n": n})

    @rule(application=applications, n=st.integers(0, 5))
    def update_that_raises(self, application: int, n: int) -> None:
        def spoil(document: Any) -> None:
            document["n"] = -1
            if document["case"] == "C":
                raise LookupError

        try:
            self.table(application).update(spoil, where("n") == n)
        except LookupError:
            return
        for doc_id, document in list(self.model.items()):
            if document["n"] == n:
                self.wrote(doc_id, document | {"n": -1})

    @rule(application=applications, case=st.sampled_from("ABC"), n=st.integers(0, 5))
    def remove(self, application: int, case: str, n: int) -> None:
        gone = [doc_id for doc_id, document in sorted(self.model.items()) if document == {"case": case, "n": n}]
        assert self.table(application).remove((where("case") == case) & (where("n") == n)) == gone
        for doc_id in gone:
            del self.model[doc_id], self.revisions[doc_id]

    @rule(application=applications, document=documents)
    def a_block_that_fails(self, application: int, document: dict[str, Any]) -> None:
        database = Database(self.engines[application])

        def write_and_stumble() -> None:
            with database.transaction():
                database.table("plans").insert(document)
                database.table("plans").update({"n": 9})
                raise LookupError

        with suppress(LookupError):
            write_and_stumble()

    @precondition(lambda self: self.model)
    @rule(application=applications, data=st.data())
    def somebody_reads(self, application: int, data: st.DataObject) -> None:
        doc_id = data.draw(st.sampled_from(sorted(self.model)))
        self.read.append(self.table(application).get(doc_id=doc_id))

    @precondition(lambda self: self.read)
    @rule(application=applications, document=documents, data=st.data())
    def somebody_writes_what_they_read(self, application: int, document: dict[str, Any], data: st.DataObject) -> None:
        seen = data.draw(st.sampled_from(self.read))
        fits = self.revisions.get(seen.doc_id) == seen.revision
        try:
            self.table(application).replace(StoredDocument(document, seen.doc_id, seen.revision))
        except Conflict:
            assert not fits
            return
        assert fits
        self.wrote(seen.doc_id, document)

    @invariant()
    def both_applications_read_what_was_written(self) -> None:
        for application in range(2):
            table = self.table(application)
            assert {document.doc_id: dict(document) for document in table} == self.model
            assert {document.doc_id: getattr(document, "revision", 0) for document in table.all()} == self.revisions
            assert len(table) == len(self.model)
            assert [document.doc_id for document in table.search(where("case") == "A")] == sorted(
                doc_id for doc_id, document in self.model.items() if document["case"] == "A"
            )

    def teardown(self) -> None:
        for engine in self.engines:
            engine.close()
        shutil.rmtree(self.folder)


TestTableAgainstADict = TableAgainstADict.TestCase
TestTableAgainstADict.settings = settings(max_examples=60, stateful_step_count=20, deadline=None)
