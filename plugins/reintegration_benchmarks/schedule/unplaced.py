"""What every rule of the calendar answers for a child who has not moved yet."""

from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.records.placement import Placement
from supervisor_tui.domain.status import Status, status
from supervisor_tui.wording import _


def not_placed(case: CaseFile, title: str) -> tuple[DueItem, ...]:
    """Return the one open item: without the day of the move nobody can say when anything is due.

    A closed case that was never placed is asked for nothing.
    """
    if status(case) is Status.CLOSED:
        return ()
    return (
        DueItem(
            title,
            settles=Placement.KIND,
            unknown=_("No move into family or community care is recorded, so no day can be told."),
            missing=Missing(record=Placement.KIND, field="form", who=_("caseworker")),
        ),
    )
