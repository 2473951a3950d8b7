"""The part of a table that one writing call touches, as the mapping that TinyDB's own code works on.

A row is read when it is asked for and kept apart; what changed is written at the end, so a call that raises half way
leaves nothing, and a call that touches one row costs one row.
"""

from collections.abc import Callable, Iterator, MutableMapping
from typing import Any, NamedTuple

from supervisor_tui.store.json_text import as_document, as_text

__all__ = ["Changes", "TouchedRows"]


class Changes(NamedTuple):
    """What is to be written: texts by id for rows that are new or changed, and the ids of rows to remove."""

    written: dict[int, str]
    removed: tuple[int, ...]
    all_removed_first: bool


class TouchedRows(MutableMapping[int, dict[str, Any]]):
    """Documents by id. `read` gives a stored row's text or None, `ids` the stored ids that the call may look at.

    `on_new` is told of each id that is set, so that ids given out later stay above it.
    """

    def __init__(
        self, read: Callable[[int], str | None], ids: Callable[[], list[int]], on_new: Callable[[int], None]
    ) -> None:
        self._read = read
        self._ids = ids
        self._on_new = on_new
        self._texts: dict[int, str] = {}
        self._touched: dict[int, dict[str, Any] | None] = {}
        self._cleared = False

    def __getitem__(self, doc_id: int) -> dict[str, Any]:
        if doc_id not in self._touched:
            text = None if self._cleared else self._read(doc_id)
            if text is None:
                raise KeyError(doc_id)
            self._texts[doc_id] = text
            self._touched[doc_id] = as_document(text)
        document = self._touched[doc_id]
        if document is None:
            raise KeyError(doc_id)
        return document

    def __setitem__(self, doc_id: int, document: dict[str, Any]) -> None:
        self._touched[doc_id] = document
        self._on_new(doc_id)

    def __delitem__(self, doc_id: int) -> None:
        if doc_id not in self:
            raise KeyError(doc_id)
        self._touched[doc_id] = None

    def __iter__(self) -> Iterator[int]:
        stored = [] if self._cleared else self._ids()
        known = set(stored)
        ids = stored + [doc_id for doc_id in self._touched if doc_id not in known]
        return iter([doc_id for doc_id in ids if self._touched.get(doc_id, {}) is not None])

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        """Remove every row, without reading any."""
        self._touched.clear()
        self._texts.clear()
        self._cleared = True

    def changes(self) -> Changes:
        """Return what differs from what is stored; raises where a document cannot be written as JSON."""
        written: dict[int, str] = {}
        for doc_id, document in self._touched.items():
            if document is not None and self._differs(doc_id, text := as_text(document)):
                written[doc_id] = text
        removed = tuple(doc_id for doc_id, document in self._touched.items() if document is None)
        return Changes(written, removed, self._cleared)

    def _differs(self, doc_id: int, text: str) -> bool:
        """Say whether a row's meaning changed: a text that is only spelled otherwise stays byte for byte."""
        before = self._texts.get(doc_id)
        return before is None or (before != text and as_text(as_document(before)) != text)
