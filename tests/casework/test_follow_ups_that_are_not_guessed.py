"""A line that says something in two ways, or denies it, leaves the field blank: what is blank is not known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_tui.casework.days_told import DayTold, day_told
from supervisor_tui.casework.follow_ups import NotUnderstoodError, read_line
from supervisor_tui.domain.records.contact import Channel, Situation
from supervisor_tui.domain.records.kind import YesNo

SATURDAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("visit, mother seen, child not seen", None),
        ("visit, child was never seen", None),
        ("visit, nobody was seen", None),
        ("visit, seen: not", None),
        ("visit, seen: no", YesNo.NO),
        ("visit, seen unknown", YesNo.NOT_KNOWN),
        ("visit, aunt not at home, child seen", YesNo.YES),
        ("visit, child not seen, not seen by the teacher", YesNo.NO),
    ],
)
def test_a_child_counts_as_seen_only_where_the_line_says_nothing_else(line: str, seen: YesNo | None) -> None:
    assert read_line(line, SATURDAY).body.child_seen is seen


@pytest.mark.parametrize(
    ("line", "situation"),
    [
        ("call, same school, things are worse", None),
        ("call, not better", None),
        ("call, better at school and better at home", Situation.BETTER),
    ],
)
def test_how_things_stand_is_blank_where_two_are_named_or_one_is_denied(line: str, situation: Situation | None) -> None:
    assert read_line(line, SATURDAY).body.situation is situation


@pytest.mark.parametrize(
    ("line", "channel"),
    [
        ("no visit, called the aunt", Channel.CALL),
        ("could not visit but phoned", Channel.CALL),
        ("clinic called", Channel.PROVIDER),
        ("visited at the school", Channel.HOME_VISIT),
        ("visit unannounced", Channel.UNANNOUNCED_VISIT),
    ],
)
def test_the_contact_is_the_first_that_is_named_and_not_denied(line: str, channel: Channel) -> None:
    assert read_line(line, SATURDAY).body.channel is channel


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("call 20 Nov seen no", date(2026, 11, 20)),
        ("call 1 Dec.", date(2025, 12, 1)),
        ("call 24 december 2024", date(2024, 12, 24)),
        ("call on Saturday", SATURDAY),
        ("call sun", date(2026, 11, 15)),
        ("call at 10.30, took 2-3 hours", SATURDAY),
    ],
)
def test_a_day_that_is_named_lies_behind(line: str, day: date) -> None:
    assert read_line(line, SATURDAY).on == day


@pytest.mark.parametrize("typed", ["03/04/2026", "3/4", "20.11.2026", "2026-13-45", "31 Feb"])
def test_a_day_that_reads_two_ways_or_none_is_asked_about_and_never_today(typed: str) -> None:
    with pytest.raises(NotUnderstoodError, match="is not a day I can read"):
        read_line(f"call {typed} seen yes", SATURDAY)


@given(st.text(alphabet="0123456789 -/.,novmarsatyed", max_size=30), st.dates(min_value=date(2001, 1, 1)))
def test_a_day_read_without_its_year_never_lies_ahead(line: str, today: date) -> None:
    told = day_told(line, today)
    assert isinstance(told, str | DayTold)
    if isinstance(told, DayTold) and not any(
        part.isdecimal() and len(part) == 4 for part in line.replace("-", " ").split()
    ):
        assert told.on <= today
