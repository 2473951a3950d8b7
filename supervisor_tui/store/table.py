"""A TinyDB table whose documents are rows: reading or writing one costs the same among 100 and among 100,000."""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from typing import Any, cast

from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Document, Table

from supervisor_tui.store.document_rows import DocumentRow, DocumentRows
from supervisor_tui.store.engine import Engine
from supervisor_tui.store.json_text import as_document, as_text
from supervisor_tui.store.problems import Conflict
from supervisor_tui.store.query_sql import narrow, plain_path
from supervisor_tui.store.touched_rows import TouchedRows

__all__ = ["RowTable", "StoredDocument"]

_PAGE = 512


class StoredDocument(Document):
    """A document with the revision it was read with."""

    def __init__(self, value: Mapping[str, Any], doc_id: int, revision: int = 0) -> None:
        super().__init__(value, doc_id)
        self.revision = revision


class RowTable(Table):
    """TinyDB's table over one SQL table.

    It differs from TinyDB's own in this: nothing is cached, so every document is the reader's own; documents come in
    the order of their ids; each has a revision; ids are taken under the writer's lock and never given twice, unless
    the table is emptied with `truncate`.

    indexed: paths whose values are indexed ("case", "plan.status"), or several in one index ("case,id"); a query by
    the first of them reads only what it needs.
    """

    default_query_cache_capacity = 0

    def __init__(
        self, engine: Engine, name: str, *, indexed: tuple[str, ...] = (), persist_empty: bool = False
    ) -> None:
        self._rows = DocumentRows(engine, name, tuple(_paths_of(paths) for paths in indexed))
        self._looked_at: QueryLike | None = None
        self._coming_id: int | None = None
        # TinyDB's table does nothing with its storage but hand it on.
        super().__init__(cast("Storage", engine), name, cache_size=0)
        if persist_empty or (self._rows.lacks_indexes() and not engine.read_only):
            self._rows.create()

    def insert(self, document: Mapping[str, Any]) -> int:
        """Add a document and return its id; a `Document` keeps its own id, which must be free (else ValueError)."""
        with self._writing():
            return super().insert(document)

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Add documents in one transaction and return their ids."""
        with self._writing():
            return super().insert_multiple(documents)

    def insert_texts(self, texts: Iterable[str]) -> list[int]:
        """Add documents that are JSON objects already, kept to the byte, and return their ids."""
        with self._writing():
            rows = {self._get_next_id(): text for text in texts}
            self._rows.put(rows)
        return list(rows)

    def replace(self, document: StoredDocument) -> StoredDocument:
        """Write a document that was read here and changed; return it with its new revision.

        Raises Conflict, and writes nothing, where somebody changed or removed it since.
        """
        text = as_text(document)
        with self._rows.engine.transaction():
            if not self._rows.put_if(DocumentRow(document.doc_id, document.revision, text)):
                raise self._conflict(document)
        return StoredDocument(as_document(text), document.doc_id, document.revision + 1)

    def update(
        self,
        fields: Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None],
        cond: QueryLike | None = None,
        doc_ids: Iterable[int] | None = None,
    ) -> list[int]:
        """Change every document the condition accepts, whoever wrote it last: for migrations and scripts."""
        with self._writing(cond if doc_ids is None else None):
            return super().update(fields, cond, doc_ids)

    def update_multiple(
        self, updates: Iterable[tuple[Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None], QueryLike]]
    ) -> list[int]:
        """Run several updates over the table in one pass; a later one sees what an earlier one did."""
        with self._writing():
            return super().update_multiple(updates)

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        """Change the documents the condition accepts, or add the document where there is none."""
        with self._writing():
            return super().upsert(document, cond)

    def remove(self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None) -> list[int]:
        """Remove the documents the condition accepts, or those of these ids; return the ids removed."""
        with self._writing(cond if doc_ids is None else None):
            return super().remove(cond, doc_ids)

    def truncate(self) -> None:
        """Remove every document; ids begin at 1 again."""
        with self._writing():
            super().truncate()
        self._coming_id = None

    def all(self) -> list[Document]:
        """Return every document, all of one moment."""
        return self._accepted(None)

    def search(self, cond: QueryLike) -> list[Document]:
        """Return the documents that the condition accepts, all of one moment."""
        return self._accepted(cond)

    def texts(self, cond: QueryLike | None = None) -> list[str]:
        """Return the documents that the condition accepts as the JSON they rest as, to the byte."""
        with self._rows.streaming(narrow(cond)) as rows:
            return [row.text for row in rows if cond is None or cond(as_document(row.text))]

    def values(self, path: str) -> list[Any]:
        """Return the different values under a path in their order, from its index alone if it has one; no nulls."""
        ((only,),) = (_paths_of(path),)
        return self._rows.values(only)

    def numbered_texts(self) -> Iterator[tuple[int, str]]:
        """Give every document's id and JSON, undecoded, a page at a time."""
        return ((row.id, row.text) for row in self._paged())

    def get(self, cond: QueryLike | None = None, doc_id: int | None = None, doc_ids: list[int] | None = None) -> Any:
        """Return one document by id or condition or None, or a list of those whose ids are given."""
        if doc_id is not None:
            row = self._rows.one(doc_id)
            return None if row is None else self._document(row, doc_id)
        if doc_ids is not None:
            return self._of_ids(doc_ids)
        if cond is not None:
            return next(iter(self._accepted(cond, most=1)), None)
        raise RuntimeError("You have to pass either cond or doc_id or doc_ids")

    def __len__(self) -> int:
        return self._rows.count()

    def __iter__(self) -> Iterator[Document]:
        """Give the documents a page at a time, so that no read stays open while the caller works."""
        return map(self._document, self._paged())

    def _paged(self) -> Iterator[DocumentRow]:
        after: int | None = None
        while page := self._rows.after(after, _PAGE):
            yield from page
            after = page[-1].id

    def _document(self, row: DocumentRow, doc_id: int | None = None) -> Document:
        own_id = self.document_id_class(row.id) if doc_id is None else doc_id
        if self.document_class is Document:
            return StoredDocument(as_document(row.text), own_id, row.revision)
        return self.document_class(as_document(row.text), own_id)

    def _of_ids(self, doc_ids: Iterable[int]) -> list[Document]:
        wanted = tuple(doc_ids)
        with self._rows.engine.snapshot():
            pages = [self._rows.of_ids(wanted[start : start + _PAGE]) for start in range(0, len(wanted), _PAGE)]
        rows = sorted({row for page in pages for row in page})
        return [self._document(row) for row in rows]

    def _accepted(self, cond: QueryLike | None, most: int | None = None) -> list[Document]:
        """Return what the condition accepts: narrowed by the engine, and each row that comes through checked again."""
        found: list[Document] = []
        with self._rows.streaming(narrow(cond)) as rows:
            for document in map(self._document, rows):
                if cond is None or cond(document):
                    found.append(document)
                    if len(found) == most:
                        break
        return found

    def _conflict(self, document: StoredDocument) -> Conflict:
        row = self._rows.one(document.doc_id)
        stored = as_document(row.text) if row is not None else document
        return Conflict(
            self.name,
            document.doc_id,
            seen=document.revision,
            stored=row.revision if row is not None else None,
            by=str(stored.get("by", "")),
            at=str(stored.get("at") or stored.get("entered_on") or ""),
            case=str(stored.get("case", "")),
        )

    @contextmanager
    def _writing(self, looked_at: QueryLike | None = None) -> Iterator[None]:
        """Hold the writer's lock for one call; `looked_at` narrows the rows that TinyDB's own loop goes through."""
        with self._rows.engine.transaction():
            before, self._looked_at = self._looked_at, looked_at
            self._coming_id = None
            try:
                yield
            finally:
                self._looked_at = before

    def _get_next_id(self) -> int:
        coming = self._rows.highest_id() + 1 if self._coming_id is None else self._coming_id
        self._coming_id = coming + 1
        return coming

    def _keep_above(self, doc_id: int) -> None:
        if self._coming_id is not None:
            self._coming_id = max(self._coming_id, doc_id + 1)

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        return {str(document.doc_id): document for document in self._accepted(None)}

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        """Run TinyDB's own updater on the rows it touches, and write what it changed, in one transaction."""
        looked_at = narrow(self._looked_at)

        def text_of(doc_id: int) -> str | None:
            row = self._rows.one(doc_id)
            return None if row is None else row.text

        with self._rows.engine.transaction():
            touched = TouchedRows(text_of, lambda: self._rows.ids(looked_at), self._keep_above)
            updater(cast("dict[int, Mapping[str, Any]]", touched))
            changes = touched.changes()
            if changes.all_removed_first:
                self._rows.remove_all()
            if changes.removed:
                self._rows.remove(changes.removed)
            if changes.written:
                self._rows.put(changes.written)


def _paths_of(written: str) -> tuple[tuple[str, ...], ...]:
    paths = [plain_path(tuple(dotted.split("."))) for dotted in written.split(",")]
    if None in paths:
        raise ValueError(f"{written!r} cannot be indexed: use plain words with dots between them")
    return tuple(path for path in paths if path is not None)
