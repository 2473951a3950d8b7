"""Units, sources and answers that several settings share."""

from supervisor_tui.wording import _

OURS = "ours"
DAYS = _("days")
HOURS = _("hours")
MONTHS = _("months")
YEARS = _("years")
CASES = _("cases")
DAY_AGREED = _("a day such as 2024-06-01")
YES, NO = "yes", "no"

SHORTEST_QUARTER = 89
"""Days of the shortest three months (31 January to 30 April), so that a limit below it is always shorter."""
