"""A rule that breaks, by itself: pictures show in which line it did."""

from collections.abc import Iterable
from datetime import date

from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.settings import Settings


def a_rule_that_breaks(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """Breaks for one case, so that the Plugins screen has a fault to name."""
    if case.code == "C-0062":
        raise KeyError("the aunt's name")
    return ()
