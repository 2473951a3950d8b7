"""Who turns 18 soon, so that the way out can be planned."""

from collections.abc import Iterable
from datetime import date, timedelta

from iag_core.guidance import rules
from iag_core.settings import figure
from supervisor_tui.domain.calendar import add_years
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import Status, registration, status
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.wording import _


@rules.indicator("IAG-CLS-09", title=_("Turning 18 soon"), source="004 §3.6; ahead by our own number of days")
def turning_18_soon(cases: tuple[CaseFile, ...], as_of: date, settings: Settings) -> Iterable[Figure]:
    """An 18th birthday is seen coming, so that child and family are not surprised by the end of our help."""
    until = as_of + timedelta(days=figure(settings, "notice_of_18_days"))
    still_open = [case for case in cases if status(case) is not Status.CLOSED]
    born = {case.code: opening.body.born_on for case in still_open if (opening := registration(case)) is not None}
    soon = [code for code, day in born.items() if day is not None and as_of <= add_years(day, 18) <= until]
    question = _("What has to be ready before the birthday?")
    yield Figure(_("turning 18 soon"), tuple(soon), slot="soon", question=question if soon else "")
    unknown = [case.code for case in still_open if born.get(case.code) is None]
    yield Figure(_("day of birth not on file"), tuple(unknown), slot="not_known")
