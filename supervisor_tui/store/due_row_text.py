"""Due rows as text and back.

A due day may be a day or a moment, which the decoder cannot tell apart by type; it is read as text and told apart by
its length. The shape of the text is derived from the declarations of `DueRow` and `DueItem`, not written down again;
what has its default is left out, as most of an item has.
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


def _is_moment(hint: object) -> bool:
    return {date, datetime} <= set(get_args(hint))


_item_hints = get_type_hints(DueItem)
_row_hints = get_type_hints(DueRow)
_moments = tuple(place for place, hint in enumerate(_item_hints.values()) if _is_moment(hint))
_item_place = tuple(_row_hints).index("item")
_ItemText = msgspec.defstruct(
    "_ItemText",
    [
        (field.name, str | None if _is_moment(_item_hints[field.name]) else _item_hints[field.name])
        if field.required
        else (field.name, str | None if _is_moment(_item_hints[field.name]) else _item_hints[field.name], field.default)
        for field in msgspec.structs.fields(DueItem)
    ],
    omit_defaults=True,
    gc=False,
)
_RowText = msgspec.defstruct(
    "_RowText",
    [(name, _ItemText if name == "item" else hint) for name, hint in _row_hints.items()],
    array_like=True,
    gc=False,
)
_decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(list[_RowText])  # type: ignore[valid-type]
_item_fields = attrgetter(*_item_hints)
_row_fields = attrgetter(*_row_hints)


def due_row_text(row: DueRow) -> str:
    """Write a row as JSON."""
    item = list(_item_fields(row.item))
    for place in _moments:
        if item[place] is not None:
            item[place] = item[place].isoformat()
    fields = list(_row_fields(row))
    fields[_item_place] = _ItemText(*item)
    return msgspec.json.encode(fields).decode()


def due_rows_read(texts: Iterable[str]) -> tuple[DueRow, ...]:
    """Read rows that `due_row_text` wrote."""
    with without_collecting():
        return tuple(_row(read) for read in _decoder.decode("[" + ",".join(texts) + "]"))


def _row(read: Any) -> DueRow:
    item = list(_item_fields(read.item))
    for place in _moments:
        text = item[place]
        if text is not None:
            item[place] = date.fromisoformat(text) if len(text) == _DAY_LETTERS else datetime.fromisoformat(text)
    fields = list(_row_fields(read))
    fields[_item_place] = DueItem(*item)
    return DueRow(*fields)
