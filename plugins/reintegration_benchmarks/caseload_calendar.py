"""The monitoring calendar of many cases at once: for each placed child the visit and the review to act on first."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from reintegration_benchmarks.closing.closing_arithmetic import closing_limits, earliest_closing_day
from reintegration_benchmarks.placement_period import PlacementPeriod, current_placement
from reintegration_benchmarks.schedule.monitoring_visits import fortnightly_visits, monthly_visits
from reintegration_benchmarks.schedule.reviews_due import final_review, reviews_between, six_monthly_reviews
from supervisor_tui.domain.calendar import day_of
from supervisor_tui.domain.case_file import CaseFile, UnreadableRecordError
from supervisor_tui.domain.due import DueItem, DueState, days_late, due_state
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import Status, status

VISIT_RULES = (fortnightly_visits, monthly_visits)
REVIEW_RULES = (six_monthly_reviews, reviews_between, final_review)

_FIRST_TO_ACT_ON = (DueState.OVERDUE, DueState.DUE, DueState.UNKNOWN, DueState.UPCOMING)


class NextDuty(msgspec.Struct, frozen=True):
    """The duty of one kind to act on first: its slot ("M8"), its day, how it stands, how many days late."""

    slot: str
    due: date
    state: DueState
    late: int


class CalendarRow(msgspec.Struct, frozen=True):
    """One placed child. missed and not_known count visits; closing is the earliest closing day where it is known.

    unreadable says that a record of the case does not decode, so that nothing can be told.
    """

    case: CaseCode
    moved_on: date | None = None
    visit: NextDuty | None = None
    review: NextDuty | None = None
    missed: int = 0
    not_known: int = 0
    closing: date | None = None
    unreadable: bool = False

    @property
    def is_late(self) -> bool:
        """Whether a visit or a review is late."""
        return any(duty is not None and duty.state is DueState.OVERDUE for duty in (self.visit, self.review))


def calendar_rows(cases: Iterable[CaseFile], as_of: date, settings: Settings) -> tuple[CalendarRow, ...]:
    """Return a row for each open case with a placement that lasts, the most urgent first."""
    rows = (_row(case, as_of, settings) for case in cases)
    return tuple(sorted((row for row in rows if row is not None), key=_urgency))


def not_placed(cases: Sequence[CaseFile], rows: Sequence[CalendarRow]) -> int:
    """Return how many of the cases have no row: not placed, placement ended, or closed."""
    return len(cases) - len(rows)


def _row(case: CaseFile, as_of: date, settings: Settings) -> CalendarRow | None:
    try:
        period = current_placement(case)
        if period is None or status(case) is Status.CLOSED:
            return None
        return _placed_row(case, period, as_of, settings)
    except UnreadableRecordError:
        return CalendarRow(case.code, unreadable=True)


def _placed_row(case: CaseFile, period: PlacementPeriod, as_of: date, settings: Settings) -> CalendarRow:
    visits = [item for rule in VISIT_RULES for item in rule(case, as_of, settings)]
    reviews = [item for rule in REVIEW_RULES for item in rule(case, as_of, settings)]
    states = [due_state(item, as_of) for item in visits]
    return CalendarRow(
        case.code,
        period.began_on,
        _first(visits, as_of),
        _first(reviews, as_of),
        states.count(DueState.MISSED),
        states.count(DueState.UNKNOWN),
        earliest_closing_day(closing_limits(case, period, settings)),
    )


def _first(items: Iterable[DueItem], as_of: date) -> NextDuty | None:
    waiting = [
        NextDuty(item.slot, day_of(item.due), state, days_late(item, as_of) if state is DueState.OVERDUE else 0)
        for item in items
        if item.due is not None and (state := due_state(item, as_of)) in _FIRST_TO_ACT_ON
    ]
    return min(waiting, key=_turn, default=None)


def _turn(duty: NextDuty) -> tuple[int, date]:
    return (_FIRST_TO_ACT_ON.index(duty.state), duty.due)


def _urgency(row: CalendarRow) -> tuple[bool, int, date, str]:
    turns = [_turn(duty) for duty in (row.visit, row.review) if duty is not None]
    first, due = min(turns, default=(len(_FIRST_TO_ACT_ON), date.max))
    return (not row.unreadable, first, due, row.case)
