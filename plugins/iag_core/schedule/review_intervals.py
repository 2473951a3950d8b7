"""When a review has to come sooner than usual: in an emergency, at high risk, when things change fast (004 §3.5)."""

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from iag_core.emergency import CONTEXT_MISSING, CONTEXT_UNKNOWN, NOT_DECIDED
from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.programme import Context, GuidanceRisk
from supervisor_tui.domain.records.assessment import SituationChanged
from supervisor_tui.domain.records.contact import Review
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.responsibility import ContextForCase
from supervisor_tui.domain.risk import risk_history
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.standing import context_on
from supervisor_tui.wording import _

EMERGENCY_KEY, HIGH_RISK_KEY = "emergency_review_days", "high_risk_review_days"


class SoonerReview(msgspec.Struct, frozen=True):
    """From `since` to `until` (inclusive; None while it lasts) a review is asked for more often.

    days: the agency's interval; None where it is not decided, or where nobody said whether it is asked at all; then
    `unknown` says so.
    """

    since: date
    until: date | None
    days: int | None
    unknown: str
    missing: Missing

    def due(self, since: date, ordinary: date) -> date | None:
        """Return the day on which a review counted from `since` is due by this interval.

        None where it asks for nothing earlier than the ordinary day, or had ended before its day came.
        """
        if self.days is None:
            return None
        day = max(since, self.since) + timedelta(days=self.days)
        return day if day < ordinary and (self.until is None or day <= self.until) else None

    def is_open(self, ordinary_days: int) -> bool:
        """Say whether this holds and the agency has still to decide; an interval that is no shorter is undecided."""
        return self.until is None and (self.days is None or self.days >= ordinary_days)


def sooner_reviews(case: CaseFile, as_of: date, settings: Settings) -> tuple[SoonerReview, ...]:
    """Return every period in which reviews are asked for more often, as they were known on `as_of`."""
    return (*_by_context(case, as_of, settings), *_at_high_risk(case, settings), *_changing_fast(case, settings))


def _by_context(case: CaseFile, as_of: date, settings: Settings) -> Iterable[SoonerReview]:
    starts = {period.since for period in case.programme.contexts} | {entry.on for entry in case.of(ContextForCase)}
    days = [date.min, *sorted(day for day in starts if day <= as_of)]
    for place, day in enumerate(days):
        until = days[place + 1] - timedelta(days=1) if place + 1 < len(days) else None
        context = context_on(case, day)
        if context is Context.EMERGENCY:
            yield _period(EMERGENCY_KEY, day, until, NOT_DECIDED, settings)
        elif context is None and until is None:
            yield SoonerReview(day, None, None, CONTEXT_UNKNOWN, CONTEXT_MISSING)


def _at_high_risk(case: CaseFile, settings: Settings) -> Iterable[SoonerReview]:
    for period in risk_history(case):
        if period.guidance is GuidanceRisk.HIGH:
            reason = _("The agency has not decided how much sooner a review is due at high risk.")
            yield _period(HIGH_RISK_KEY, period.since, period.until, reason, settings)


def _changing_fast(case: CaseFile, settings: Settings) -> Iterable[SoonerReview]:
    """Things count as changing fast from the record that says so until the next review."""
    for change in case.of(SituationChanged):
        if change.body.fast is YesNo.YES:
            held = next((review.on for review in case.of(Review) if review.on >= change.on), None)
            reason = _("The agency has not decided how much sooner a review is due when things change fast.")
            yield _period(HIGH_RISK_KEY, change.on, held, reason, settings)


def _period(key: str, since: date, until: date | None, reason: str, settings: Settings) -> SoonerReview:
    return SoonerReview(since, until, settings.number(key), reason, Missing(setting=settings.full_key(key)))
