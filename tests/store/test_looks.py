"""When somebody last looked: today's look does not hide the one of a day before."""

from collections.abc import Callable
from datetime import UTC, datetime

from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.store.engine import Engine
from supervisor_tui.store.looks import Looks

RUTH, AMOS, CODE = PersonCode("S-01"), PersonCode("W-01"), CaseCode("C-0048")
MONDAY, TUESDAY = datetime(2026, 11, 16, 9, tzinfo=UTC), datetime(2026, 11, 17, 9, tzinfo=UTC)


def looks_at(engine: Engine, clock: Callable[[], datetime]) -> Looks:
    return Looks(engine, clock)


def test_the_last_look_is_that_of_a_day_before_and_of_this_person(engine: Engine) -> None:
    looks_at(engine, lambda: MONDAY).create()
    looks_at(engine, lambda: MONDAY).note(RUTH, CODE)
    assert looks_at(engine, lambda: MONDAY).last(RUTH, CODE) is None
    on_tuesday = looks_at(engine, lambda: TUESDAY)
    assert on_tuesday.last(RUTH, CODE) == MONDAY
    on_tuesday.note(RUTH, CODE)
    on_tuesday.note(RUTH, CODE)
    assert on_tuesday.last(RUTH, CODE) == MONDAY
    assert on_tuesday.last(AMOS, CODE) is None
