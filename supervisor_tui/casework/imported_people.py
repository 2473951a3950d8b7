"""Whom an import names, beside what people wrote down here about the same child."""

import json
from collections.abc import Iterable

import msgspec

from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.exchange.incoming.locked_case import LockedCell, PersonRead
from supervisor_tui.store.identities import Identity

__all__ = ["identity_after", "texts_of"]


def identity_after(
    code: CaseCode, before: Identity | None, person: PersonRead, imported_before: frozenset[str]
) -> Identity:
    """Return who the case is about once the file has spoken.

    imported_before: the texts that earlier imports brought. Only what came from one of them gives way to what the file
    says now; what a person wrote down here stays, and what the file does not say stays too.
    """
    if before is None:
        return Identity(code, person.names, person.relatives, person.address, person.contacts)
    return msgspec.structs.replace(
        before,
        names=_newer(before.names, person.names, imported_before),
        relatives=_newer(before.relatives, person.relatives, imported_before),
        address=person.address if _gives_way(before.address, person.address, imported_before) else before.address,
        contacts=_newer(before.contacts, person.contacts, imported_before),
    )


def texts_of(cells: Iterable[LockedCell]) -> frozenset[str]:
    """Return what earlier imports brought, as a person reads it."""
    found = (json.loads(cell.value) for cell in cells if not cell.row)
    return frozenset(str(value) for value in found if isinstance(value, str | int | float))


def _newer(before: tuple[str, ...], now: tuple[str, ...], imported_before: frozenset[str]) -> tuple[str, ...]:
    if not now or not all(text in imported_before for text in before):
        return before
    return now


def _gives_way(before: str, now: str, imported_before: frozenset[str]) -> bool:
    return bool(now) and (not before or before in imported_before)
