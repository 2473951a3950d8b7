"""A duty put off stays counted, comes back on its day, and what was meant is that duty alone."""

import dataclasses
from datetime import date, timedelta

import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.due_list import DueLine, due_lines, lateness
from supervisor_tui.casework.postponing import postpone
from supervisor_tui.casework.recording import Draft, RefusedError, save
from supervisor_tui.casework.today import today
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.records.assessment import RiskLevelSet
from supervisor_tui.domain.records.contact import Channel, FollowUp
from tests.tui.agency import NOW, Clock

CODE = CaseCode("C-0048")
TODAY = NOW.date()


def put_off(desk: Desk, days: int) -> None:
    """Put the late contact of C-0048 (medium risk) off; it is due since 20 November."""
    postpone(desk, contact(desk).row, TODAY + timedelta(days=days), "family at a funeral")


def contact(desk: Desk) -> DueLine:
    return next(line for line in due_lines(desk) if line.row.case == CODE and line.row.slot == "contact")


def on(desk: Desk, days: int) -> Desk:
    return dataclasses.replace(desk, day=TODAY + timedelta(days=days))


def acts_now(desk: Desk) -> bool:
    return any(line.row.case == CODE and line.row.slot == "contact" for line in today(desk).act_now)


def test_what_is_put_off_stays_counted_and_is_back_on_its_day(desk: Desk) -> None:
    before = today(desk)
    put_off(desk, 3)
    after = today(desk)
    assert (len(after.act_now), after.postponed) == (len(before.act_now) - 1, before.postponed + 1)
    assert [acts_now(on(desk, days)) for days in (1, 2, 3, 4)] == [False, False, True, True]


def test_what_was_recorded_since_ends_it_for_the_next_duty_of_the_same_name(desk: Desk) -> None:
    put_off(desk, 60)
    save(desk, CODE, [Draft(FollowUp(channel=Channel.CALL), TODAY)])
    assert contact(on(desk, 30)).row.postponed_until is None
    assert acts_now(on(desk, 30))


def test_a_risk_that_was_raised_since_ends_it(desk: Desk) -> None:
    put_off(desk, 60)
    assert isinstance(desk.clock, Clock)
    desk.clock.now = NOW + timedelta(days=1)
    save(desk, CODE, [Draft(RiskLevelSet(level="high"), TODAY + timedelta(days=1))])
    assert acts_now(desk)


@pytest.mark.parametrize(("days", "reason"), [(0, "x"), (-1, "x"), (3, " ")])
def test_a_day_that_has_come_or_no_reason_is_refused(desk: Desk, days: int, reason: str) -> None:
    with pytest.raises(RefusedError):
        postpone(desk, contact(desk).row, TODAY + timedelta(days=days), reason)
    assert acts_now(desk)


def test_at_high_risk_a_week_is_the_most_where_no_meeting_is_planned(desk: Desk) -> None:
    row = next(line.row for line in due_lines(desk) if line.row.case == "C-0117" and line.row.slot == "contact")
    with pytest.raises(RefusedError, match="until 2026-11-28 at most"):
        postpone(desk, row, date(2026, 11, 29), "no car")


def test_lateness_is_told_in_days(desk: Desk) -> None:
    words = {line.row.case: lateness(line) for line in due_lines(desk) if line.row.slot == "contact"}
    assert words == {"C-0093": "6 days late", "C-0117": "2 days late", "C-0048": "1 day late"}
