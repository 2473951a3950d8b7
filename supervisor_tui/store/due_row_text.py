"""Due rows as text and back.

A due day may be a day or a moment, which the decoder cannot tell apart by type; it is read as text and told apart by
its length. What is read is derived from the declarations of `DueRow` and `DueItem`, not written down again.
"""

from collections.abc import Iterable
from datetime import date, datetime
from operator import attrgetter
from typing import Any, get_args, get_type_hints

import msgspec

from supervisor_tui.domain.due import DueItem
from supervisor_tui.store.collecting import without_collecting
from supervisor_tui.store.rows import DueRow

__all__ = ["due_row_text", "due_rows_read"]

_DAY_LETTERS = len("2026-11-21")


def due_row_text(row: DueRow) -> str:
    """Write a row as JSON."""
    return msgspec.json.encode(row).decode()


def due_rows_read(texts: Iterable[str]) -> tuple[DueRow, ...]:
    """Read rows that `due_row_text` wrote."""
    with without_collecting():
        return tuple(_row(read) for read in _decoder.decode("[" + ",".join(texts) + "]"))


def _is_moment(hint: object) -> bool:
    return {date, datetime} <= set(get_args(hint))


_item_hints = get_type_hints(DueItem)
_row_hints = get_type_hints(DueRow)
_moments = tuple(place for place, hint in enumerate(_item_hints.values()) if _is_moment(hint))
_ItemRead = msgspec.defstruct(
    "_ItemRead", [(name, str | None if _is_moment(hint) else hint) for name, hint in _item_hints.items()], gc=False
)
_RowRead = msgspec.defstruct(
    "_RowRead",
    [(name, _ItemRead if hint is DueItem else hint) for name, hint in _row_hints.items()],
    array_like=True,
    gc=False,
)
_decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(list[_RowRead])  # type: ignore[valid-type]
_item_fields = attrgetter(*_item_hints)
_row_fields = attrgetter(*_row_hints)
_item_place = tuple(_row_hints).index("item")


def _row(read: Any) -> DueRow:
    fields = list(_item_fields(read.item))
    for place in _moments:
        text = fields[place]
        if text is not None:
            fields[place] = date.fromisoformat(text) if len(text) == _DAY_LETTERS else datetime.fromisoformat(text)
    row = list(_row_fields(read))
    row[_item_place] = DueItem(*fields)
    return DueRow(*row)
