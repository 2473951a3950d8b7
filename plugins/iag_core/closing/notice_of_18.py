"""Who turns 18 soon, so that the way out can be planned: a line for each case, and a figure on the caseload."""

from collections.abc import Iterable
from datetime import date, timedelta

from iag_core.guidance import rules
from iag_core.schedule.open_cases import while_open
from iag_core.settings import figure
from supervisor_tui.domain.calendar import add_years
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.records.contact import Review
from supervisor_tui.domain.records.plan import CasePlan
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import Status, registration, status
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _

SOURCE = "004 §3.6; ahead by our own number of days"


@rules.schedule_rule(
    "IAG-CLS-09", title=_("Turning 18: the way out is planned"), source=SOURCE, strength=Strength.WARNS
)
@while_open
def the_way_out_is_planned(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """Some time before the 18th birthday the plan is looked at again, so that the end of our help surprises nobody.

    A review or a new plan from that day on settles it. The line comes into the list as long before that day as that day
    is before the birthday. Who was 18 already when registered, and whose day of birth is not on file, has none.
    """
    opening = registration(case)
    born = opening.body.born_on if opening else None
    if opening is None or born is None or add_years(born, 18) <= opening.on:
        return
    birthday = add_years(born, 18)
    notice = timedelta(days=figure(settings, "notice_of_18_days"))
    seen_coming = birthday - notice
    if as_of < seen_coming - notice:
        return
    looked_at = [(entry.on, entry.id) for kind in (Review, CasePlan) for entry in case.of(kind)]
    settled = min(((on, record) for on, record in looked_at if on >= seen_coming), default=None)
    yield DueItem(
        _("Turns 18 on {day}: plan the way out").format(day=birthday.isoformat()),
        due=max(seen_coming, opening.on),
        done=settled[0] if settled else None,
        settled_by=settled[1] if settled else None,
        settles=Review.KIND,
        advisory=True,
    )


@rules.indicator("IAG-CLS-09", title=_("Turning 18 soon"), source=SOURCE)
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
