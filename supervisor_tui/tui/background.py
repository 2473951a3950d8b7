"""What goes on while people work: lists brought up to the day, and the day's backup. Called in a thread."""

from collections.abc import Callable

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.keeping_current import bring_up_to_date, out_of_date

__all__ = ["brought_up_to_date", "made_daily_backup"]


def brought_up_to_date(desk: Desk, going_on: Callable[[int, int], bool]) -> int:
    """Work out anew what was worked out for another day, version or settings; return for how many cases.

    going_on: told how many are done, of how many; False stops there.
    """
    codes = out_of_date(desk)
    return bring_up_to_date(desk, codes, lambda done: going_on(done, len(codes))) if codes else 0


def made_daily_backup(desk: Desk) -> bool:
    """Make the backup of the day if nobody has; say whether it was made."""
    return desk.store.daily_backup() is not None
