"""Looking after what was referred, until the need is met."""

from collections.abc import Iterable
from datetime import date, timedelta

from iag_core.guidance import rules
from iag_core.schedule.open_cases import while_open
from iag_core.settings import figure
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.records.referral import ReferralProgress
from supervisor_tui.domain.referrals import ReferralStanding, referrals
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _


@rules.schedule_rule("IAG-S4-05", title=_("Referrals looked after until the need is met"), source="004 §3.4, §3.5")
@while_open
def referrals_are_looked_after(case: CaseFile, _as_of: date, settings: Settings) -> Iterable[DueItem]:
    """After referring, the caseworker stays responsible: asks whether the service came, and whether it met the need.

    Our own interval is two weeks, counted from the sending and then from the last news, until the need is met or the
    referral ended.
    """
    days = timedelta(days=figure(settings, "referral_check_days"))
    return tuple(item for referral in referrals(case) for item in _checks(referral, days))


def _checks(referral: ReferralStanding, days: timedelta) -> list[DueItem]:
    started = [referral.sent.on, *(news.on for news in referral.news)]
    checks = [_check(referral, since, days, news) for since, news in zip(started, referral.news, strict=False)]
    return [*checks, _check(referral, started[-1], days, None)] if referral.is_open else checks


def _check(referral: ReferralStanding, since: date, days: timedelta, news: Entry[ReferralProgress] | None) -> DueItem:
    return DueItem(
        _("Referral {number}: ask what became of it").format(number=referral.number),
        due=since + days,
        done=news.on if news else None,
        settled_by=news.id if news else None,
        settles=ReferralProgress.KIND,
        slot=f"{referral.number} {since.isoformat()}",
    )
