"""Plans that are waited for, work that has not begun, and children without a service."""

from collections.abc import Iterable
from datetime import date, timedelta

from iag_core.guidance import rules
from iag_core.records.provider import Provider
from iag_core.records.service_gap import ServiceGap
from iag_core.settings import figure
from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.plan import actions, first_full_plan
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.records.plan import ActionOutcome, ActionStatus
from supervisor_tui.domain.records.referral import Referral
from supervisor_tui.domain.referrals import referrals
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import Status, closing_request, episode, registration, status, worker
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.wording import _

MOVING = frozenset({ActionStatus.ONGOING, ActionStatus.DONE})
SOON = 7
"""Days before the outer limit from which a case is shown as close to it; our own."""


@rules.indicator("IAG-S3-02", title=_("Longest way from registration to plan"), source="004 §3.2, §3.3")
def the_longest_way_to_a_plan(cases: tuple[CaseFile, ...], as_of: date, settings: Settings) -> Iterable[Figure]:
    """A month for the full assessment and two weeks for the plan make the longest way that the guidance allows."""
    past, close = [], []
    for case in cases:
        limit = outer_day_of_plan(case, settings)
        if limit is None or not is_worked_on(case) or first_full_plan(case) is not None:
            continue
        if as_of > limit:
            past.append(case.code)
        elif as_of + timedelta(days=SOON) >= limit:
            close.append(case.code)
    yield Figure(_("no plan, past the longest time allowed"), tuple(past), slot="past", question=_("What holds it up?"))
    yield Figure(_("no plan, a week or less left of the longest time"), tuple(close), slot="close")


@rules.indicator("IAG-S4-01", title=_("Plans on which nothing has begun"), source="004 §3.4; our own limit")
def nothing_has_begun(cases: tuple[CaseFile, ...], as_of: date, settings: Settings) -> Iterable[Figure]:
    """The work starts once the plan stands; a plan on which nothing moves is asked about."""
    limit = timedelta(days=figure(settings, "work_starts_days"))
    waiting = [case.code for case in cases if _nothing_begun(case, as_of, limit)]
    yield Figure(_("plan made, nothing begun"), tuple(waiting), question=_("What keeps the work from starting?"))


@rules.indicator("IAG-S4-06", title=_("Providers not checked for long"), source="004 §2.2, §3.4; our own limit")
def providers_not_checked(cases: tuple[CaseFile, ...], as_of: date, settings: Settings) -> Iterable[Figure]:
    """The agency knows who offers what, and asks again now and then; stale words send children in vain."""
    limit = timedelta(days=figure(settings, "provider_check_days"))
    checked: dict[str, date] = {}
    waiting: dict[str, list[CaseCode]] = {}
    for case in cases:
        for entry in case.of(Provider):
            checked[entry.body.agency] = max(entry.on, checked.get(entry.body.agency, entry.on))
        for agency in dict.fromkeys(one.sent.body.agency for one in referrals(case) if one.is_open):
            waiting.setdefault(agency, []).append(case.code)
    for agency, last in sorted(checked.items()):
        if as_of - last > limit:
            title = _("{agency} not checked since {day}").format(agency=agency, day=last.isoformat())
            codes = tuple(waiting.get(agency, ()))
            yield Figure(title, codes, (as_of - last).days, _("days"), agency, _("Does it still offer this?"))


@rules.indicator("IAG-S4-10", title=_("Needs without a service"), source="004 §1.1, §2.2")
def needs_without_a_service(cases: tuple[CaseFile, ...], _as_of: date, _settings: Settings) -> Iterable[Figure]:
    """Needs for which there is no service are counted, so that they can be spoken for."""
    without = [case.code for case in cases if is_worked_on(case) and case.of(ServiceGap)]
    yield Figure(_("with a need for which there is no service"), tuple(without))


def outer_day_of_plan(case: CaseFile, settings: Settings) -> date | None:
    """Return the last day of the longest way from registration to plan, or None without a registration."""
    opening = registration(case)
    if opening is None:
        return None
    assessed = add_months(opening.on, figure(settings, "comprehensive_months"))
    return assessed + timedelta(days=figure(settings, "plan_days"))


def is_worked_on(case: CaseFile) -> bool:
    """Say whether the agency works on the case: somebody carries it, and it does not end because the child died."""
    asked = closing_request(case)
    died = asked is not None and asked.body.reason is ClosureReason.DEATH
    return status(case) is not Status.CLOSED and worker(case) is not None and not died


def _nothing_begun(case: CaseFile, as_of: date, limit: timedelta) -> bool:
    plan, present = first_full_plan(case), episode(case)
    if plan is None or present is None or plan.on < present.opened_on or not is_worked_on(case):
        return False
    begun = any(entry.on >= plan.on and entry.body.status in MOVING for entry in case.of(ActionOutcome))
    return as_of > plan.on + limit and bool(actions(case)) and not begun and not _referred_since(case, plan.on)


def _referred_since(case: CaseFile, day: date) -> bool:
    return any(entry.on >= day for entry in case.of(Referral))
