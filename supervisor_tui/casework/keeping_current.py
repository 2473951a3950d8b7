"""Keeping the stored due rows current: when a day begins, a set's version or a setting changes, or after an import.

Runs in the background, case by case, so that nobody waits; lists show the rows they have meanwhile.
"""

from collections.abc import Callable

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import worked_out
from supervisor_tui.domain.ids import CaseCode


def out_of_date(desk: Desk) -> tuple[CaseCode, ...]:
    """Return the cases whose due rows were worked out for another day, version or settings."""
    programmes = [programme.id for programme in desk.store.programmes.all()]
    expected = {
        guidance.id: (
            guidance.version,
            {desk.host.settings(guidance.id, programme).fingerprint() for programme in programmes},
        )
        for guidance in desk.host.sets
    }
    return tuple(desk.store.due_rows.stale(expected, desk.clock().date()))


def bring_up_to_date(
    desk: Desk, codes: tuple[CaseCode, ...], going_on: Callable[[int], bool] = lambda _done: True
) -> int:
    """Work out the rows of these cases anew and return how many were done.

    going_on: called with the number done so far after each case; returning False stops there, with nothing half-done.
    """
    for done, code in enumerate(codes):
        if not going_on(done):
            return done
        with desk.store.transaction():
            summary, due = worked_out(desk, code, desk.store.records.of(code))
            desk.store.records.refresh(code, summary=summary, due=due)
    return len(codes)
