"""Whether a store is whole: every page, every document, the audit log from end to end, the key file."""

from collections.abc import Callable, Iterator

import msgspec

from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.store.audit import AuditLog, Head
from supervisor_tui.store.database import Database
from supervisor_tui.store.engine import Engine
from supervisor_tui.store.key_slots import KeySlots
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.wording import _

__all__ = ["check_file", "check_keys", "check_log"]


def check_file(database: Database) -> tuple[str, ...]:
    """Return a sentence for each thing wrong in one file: its pages, its tables, its documents."""
    return _heard(lambda: [*_damage(database.engine), *_unreadable(database)])


def check_log(audit: AuditLog, remembered: tuple[Head | None, ...]) -> tuple[str, ...]:
    """Return a sentence for each break in the audit log, or between it and the heads remembered elsewhere."""
    return _heard(lambda: list(audit.check_chain(*remembered)))


def check_keys(keys: KeySlots) -> tuple[str, ...]:
    """Return a sentence if the key file does not read."""

    def checked() -> list[str]:
        keys.check()
        return []

    return _heard(checked)


def _heard(check: Callable[[], list[str]]) -> tuple[str, ...]:
    try:
        return tuple(check())
    except StoreProblem as problem:
        return (str(problem),)


def _damage(engine: Engine) -> Iterator[str]:
    for row in engine.rows("PRAGMA integrity_check"):
        if row != ("ok",):
            yield _("{file}: {damage}").format(file=engine.path.name, damage=row[0])


def _unreadable(database: Database) -> Iterator[str]:
    sentence = _("{file}: document {number} of {table} cannot be read.")
    for name in sorted(database.tables()):
        expected = Record if name == "records" else dict
        for number, text in database.table(name).numbered_texts():
            try:
                msgspec.json.decode(text, type=expected)
            except msgspec.DecodeError:
                yield sentence.format(file=database.engine.path.name, number=number, table=name)
