"""Properties of a wish kept up over months, for any events."""

from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from prerana_exit.window import Measure, held, window_of
from supervisor_tui.domain.answers import Missing, Result
from supervisor_tui.domain.calendar import add_months

DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))
EVENTS = st.lists(DAYS, max_size=8)
MEASURES = st.builds(Measure, months=st.integers(1, 14), times=st.integers(1, 4), confirmed_months=st.integers(1, 3))
NOTHING = Missing()


@given(EVENTS, EVENTS, MEASURES, st.randoms())
def test_the_order_in_which_events_were_typed_does_not_matter(
    events: list[date], contrary: list[date], measure: Measure, random: Random
) -> None:
    shuffled = random.sample(events, len(events))

    assert window_of(shuffled, reversed(contrary), measure) == window_of(events, contrary, measure)


@given(EVENTS, EVENTS, MEASURES, DAYS)
def test_it_never_holds_before_its_end_nor_on_too_few_days_nor_unconfirmed(
    events: list[date], contrary: list[date], measure: Measure, as_of: date
) -> None:
    window = window_of((day for day in events if day <= as_of), (day for day in contrary if day <= as_of), measure)
    if window is None or held(window, as_of, missing=NOTHING).result is not Result.PASS:
        return

    assert as_of >= add_months(min(window.days), measure.months)
    assert len(set(window.days)) >= measure.times
    assert max(window.days) >= add_months(window.ends, -measure.confirmed_months)
    assert not any(window.since <= day <= as_of for day in contrary)


@given(EVENTS, EVENTS, MEASURES)
def test_a_contrary_event_on_the_last_day_leaves_no_window(
    events: list[date], contrary: list[date], measure: Measure
) -> None:
    last = max([*events, *contrary], default=date(2025, 1, 1))

    assert window_of(events, [*contrary, last], measure) is None


@given(EVENTS, EVENTS, MEASURES, st.integers(0, 400))
def test_once_it_holds_it_holds_until_something_contrary_happens(
    events: list[date], contrary: list[date], measure: Measure, later: int
) -> None:
    window = window_of(events, contrary, measure)
    if window is None:
        return
    day = max(window.ends, *window.days)
    now, then = (held(window, day + timedelta(days=wait), missing=NOTHING).result for wait in (0, later))

    assert now is then


@given(EVENTS, MEASURES)
def test_while_it_runs_the_answer_names_the_day_on_which_it_ends(events: list[date], measure: Measure) -> None:
    window = window_of(events, (), measure)
    if window is None:
        return
    running = held(window, window.ends - timedelta(days=1), missing=NOTHING)

    assert (running.result, running.earliest) == (Result.FAIL, window.ends)
    assert str(measure.months) in running.reason


def test_months_are_cut_to_the_end_of_a_short_month() -> None:
    window = window_of([date(2024, 8, 31)], (), Measure(6))

    assert window is not None
    assert (window.ends, window.confirm_from) == (date(2025, 2, 28), date(2025, 1, 28))
