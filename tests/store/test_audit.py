"""The audit log says who saw or changed what, and nothing can be taken out of it unseen."""

from collections.abc import Callable
from datetime import datetime

import pytest

from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.store.audit import Act, AuditEntry, AuditLog, HeadOutside
from supervisor_tui.store.engine import Engine
from tests.store.builders import NOW

RUTH, AMOS = PersonCode("W-01"), PersonCode("W-04")
ENTRIES = 6


@pytest.fixture
def log(engine: Engine) -> AuditLog:
    log = AuditLog(engine, HeadOutside(engine.path.with_name("audit-head.txt")), lambda: NOW)
    log.create()
    for number in range(ENTRIES):
        log.note(RUTH if number % 2 else AMOS, Act.CHANGED, f"C-{number:04}", f"r-{number}")
    return log


def test_an_entry_says_who_when_and_which_case(log: AuditLog) -> None:
    at = datetime.fromisoformat("2026-11-21T09:31:07+00:00")

    assert log.entries(CaseCode("C-0001")) == (AuditEntry(2, at, RUTH, Act.CHANGED, CaseCode("C-0001"), "r-1"),)
    assert [entry.number for entry in log.entries(most=3)] == [6, 5, 4]


def test_a_whole_log_has_no_findings(log: AuditLog) -> None:
    assert log.check_chain(log.outside.remembered()) == ()


@pytest.mark.parametrize("text", ["Amina Hassan", "the mother said", "C-0117\n", "a" * 81])
def test_names_and_free_text_do_not_fit_in(log: AuditLog, text: str) -> None:
    with pytest.raises(ValueError, match="codes and ids only"):
        log.note(RUTH, Act.SAW, text)


@pytest.mark.parametrize("number", range(1, ENTRIES + 1))
def test_a_removed_entry_is_found(log: AuditLog, engine: Engine, number: int) -> None:
    engine.write("DELETE FROM audit WHERE number = ?", (number,))

    assert log.check_chain(log.outside.remembered()) != ()


@pytest.mark.parametrize("number", range(1, ENTRIES + 1))
@pytest.mark.parametrize("column", ["at", "by", "act", "case", "record", "hash"])
def test_an_edited_entry_is_found(log: AuditLog, engine: Engine, number: int, column: str) -> None:
    engine.write(f"UPDATE audit SET \"{column}\" = 'x' WHERE number = ?", (number,))

    assert f"Audit log: entry {number} was changed." in log.check_chain(log.outside.remembered())


@pytest.mark.parametrize("number", range(1, ENTRIES))
def test_two_entries_in_each_others_place_are_found(log: AuditLog, engine: Engine, number: int) -> None:
    with engine.transaction() as connection:
        for old, new in ((number, -1), (number + 1, number), (-1, number + 1)):
            connection.execute("UPDATE audit SET number = ? WHERE number = ?", (new, old))

    assert f"Audit log: entry {number} was changed." in log.check_chain()


@pytest.mark.parametrize("number", range(ENTRIES))
def test_a_log_cut_off_after_any_entry_is_found_by_the_head_outside(log: AuditLog, engine: Engine, number: int) -> None:
    engine.write("DELETE FROM audit WHERE number > ?", (number,))

    assert log.check_chain() == ()
    assert log.check_chain(log.outside.remembered()) == (
        "Audit log: entry 6 is not the one remembered; an older file was put back.",
    )


def test_a_chain_that_was_wholly_made_anew_is_found_by_the_head_outside(log: AuditLog, engine: Engine) -> None:
    before = log.outside.remembered()
    engine.write("DELETE FROM audit")
    for number in range(ENTRIES + 2):
        log.note(AMOS, Act.SAW, f"C-{number:04}")

    assert (log.check_chain(), len(log.check_chain(before))) == ((), 1)


def test_what_was_taken_back_is_not_remembered(log: AuditLog, engine: Engine) -> None:
    def note_and_stumble() -> None:
        with engine.transaction():
            log.note(RUTH, Act.SAW)
            raise LookupError

    with engine.transaction():
        log.note(RUTH, Act.SAW)
        with pytest.raises(LookupError):
            note_and_stumble()

    assert log.outside.remembered() == log.head()
    assert log.check_chain(log.outside.remembered()) == ()


@pytest.mark.parametrize(
    "spoil", [lambda text: "", lambda text: text[:31], lambda text: "x" * len(text)], ids=["empty", "torn", "other"]
)
def test_a_head_outside_that_does_not_read_is_not_known_and_no_finding(
    log: AuditLog, spoil: Callable[[str], str]
) -> None:
    log.outside.path.write_text(spoil(log.outside.path.read_text()))

    assert (log.outside.remembered(), log.check_chain(log.outside.remembered())) == (None, ())


def test_two_applications_write_one_chain(log: AuditLog, engine: Engine) -> None:
    other = AuditLog(engine, HeadOutside(log.outside.path), lambda: NOW)
    for writer in (log, other, other, log):
        writer.note(RUTH, Act.SAW, "C-0117")

    assert log.check_chain(log.outside.remembered()) == ()
    assert log.head().number == ENTRIES + 4
