"""Keeping the stored rows current: when a day begins, or a set's version, a setting or a programme changes.

Runs in the background, case by case, so that nobody waits; lists show the rows they have meanwhile.
"""

from collections.abc import Callable

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import worked_out
from supervisor_tui.casework.working_out import made_with
from supervisor_tui.domain.ids import CaseCode, ProgrammeId
from supervisor_tui.domain.programme import Programme


def out_of_date(desk: Desk) -> tuple[CaseCode, ...]:
    """Return the cases whose rows were worked out for another day, or with another programme, version or setting."""
    none_named = Programme(ProgrammeId(""), "")
    current = {made_with(desk.host, programme) for programme in (*desk.store.programmes.all(), none_named)}
    return desk.store.due_rows.stale(current, desk.clock().date())


def bring_up_to_date(
    desk: Desk, codes: tuple[CaseCode, ...], going_on: Callable[[int], bool] = lambda _done: True
) -> int:
    """Work out the rows of these cases anew and return how many were done.

    going_on: called with the number done before each case; returning False stops there, with nothing half-done.
    """
    for done, code in enumerate(codes):
        if not going_on(done):
            return done
        with desk.store.transaction():
            desk.store.records.refresh(worked_out(desk, code, desk.store.records.of(code)))
    return len(codes)
