"""Which entries of an append-only list are no longer read: those corrected or taken back by one that still stands.

A correction that was itself taken back corrects nothing: what it had replaced is read again. An entry that was
corrected twice, one correction on top of the other, stays replaced.
"""

from collections.abc import Iterable, Mapping

import msgspec


class Amendment(msgspec.Struct, frozen=True):
    """One entry that names an earlier one: `by` corrects `amends`, or takes it back."""

    by: str
    amends: str
    takes_back: bool


def replaced(amendments: Iterable[Amendment]) -> frozenset[str]:
    """Return the ids that are no longer read."""
    found = tuple(amendments)
    taken_back: dict[str, list[str]] = {}
    for one in found:
        if one.takes_back:
            taken_back.setdefault(one.amends, []).append(one.by)
    return frozenset(one.amends for one in found if not _is_void(one.by, taken_back, frozenset()))


def _is_void(entry: str, taken_back: Mapping[str, list[str]], asked: frozenset[str]) -> bool:
    """Say whether an entry was taken back by one that was not itself taken back; a ring in a broken file ends."""
    return any(by not in asked and not _is_void(by, taken_back, asked | {entry}) for by in taken_back.get(entry, ()))
