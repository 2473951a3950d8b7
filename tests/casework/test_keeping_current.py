"""The stored rows are worked out anew when what they stand on has changed, and not otherwise."""

import dataclasses
from collections.abc import Iterable
from datetime import date, timedelta

import msgspec
import pytest

from supervisor_tui.casework.deciding import Agreed, decide
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.keeping_current import bring_up_to_date, out_of_date
from supervisor_tui.casework.programmes import new_programme, said_of
from supervisor_tui.casework.recording import Draft, save
from supervisor_tui.domain.ids import CaseCode, SetId
from supervisor_tui.domain.programme import Context, Standing
from supervisor_tui.domain.records.contact import Channel, FollowUp
from supervisor_tui.guidance.discovery import load
from supervisor_tui.guidance.guidance_set import GuidanceSet
from supervisor_tui.guidance.hookspecs import hookimpl
from supervisor_tui.guidance.host import PluginHost
from tests.tui import field_practice
from tests.tui.agency import NORTH, RUTH, Clock

ALL = ("C-0048", "C-0062", "C-0093", "C-0117", "C-0120", "C-0121")


@pytest.fixture
def current(desk: Desk) -> Desk:
    assert bring_up_to_date(desk, out_of_date(desk)) > 0
    assert out_of_date(desk) == ()
    return desk


def the_next_day(desk: Desk) -> Desk:
    assert isinstance(desk.clock, Clock)
    desk.clock.now += timedelta(days=1)
    return desk


def with_a_setting_changed(desk: Desk) -> Desk:
    decide(desk, field_practice.SET, "watch_months", 3, Agreed("board"))
    return dataclasses.replace(desk, host=desk.host.with_agency_values(desk.store.settings.all()))


class LaterVersion:
    """The same set, said to be of another version."""

    @hookimpl
    def register_guidance_set(self) -> GuidanceSet:
        return msgspec.structs.replace(field_practice.register_guidance_set(), version="2.2")


def with_a_later_version(desk: Desk) -> Desk:
    return dataclasses.replace(desk, host=PluginHost(load([(field_practice.SET, LaterVersion)])))


def in_an_emergency(desk: Desk) -> Desk:
    seen = desk.store.programmes.seen(NORTH.id)
    assert seen is not None
    desk.store.programmes.replace(
        seen, said_of(seen.value, date(2026, 11, 1), Context.EMERGENCY, {}, "flood"), RUTH.code
    )
    return desk


def with_the_set_switched_off(desk: Desk) -> Desk:
    seen = desk.store.programmes.seen(NORTH.id)
    assert seen is not None
    off = {field_practice.SET: Standing.OFF}
    desk.store.programmes.replace(seen, said_of(seen.value, date(2026, 11, 1), None, off, "board"), RUTH.code)
    return desk


@pytest.mark.parametrize(
    "change",
    [the_next_day, with_a_setting_changed, with_a_later_version, in_an_emergency, with_the_set_switched_off],
    ids=lambda change: change.__name__,
)
def test_every_case_is_worked_out_anew_those_with_nothing_due_among_them(current: Desk, change: object) -> None:
    assert callable(change)
    changed = change(current)
    assert out_of_date(changed) == ALL
    assert bring_up_to_date(changed, out_of_date(changed)) == len(ALL)
    assert out_of_date(changed) == ()


def test_rows_of_a_set_that_was_switched_off_are_gone_once_they_are_current(current: Desk) -> None:
    assert current.store.due_rows.of(CaseCode("C-0117")) != ()
    changed = with_the_set_switched_off(current)
    bring_up_to_date(changed, out_of_date(changed))
    assert {row.set for code in ALL for row in changed.store.due_rows.of(CaseCode(code))} == set()


def test_another_programme_or_a_record_leaves_the_rest_as_it_was(current: Desk) -> None:
    current.store.programmes.add(new_programme("South"), RUTH.code)
    save(current, CaseCode("C-0117"), [Draft(FollowUp(channel=Channel.CALL), current.as_of)])
    assert out_of_date(current) == ()


def test_it_stops_when_it_is_asked_to_and_goes_on_from_there(current: Desk) -> None:
    tomorrow = the_next_day(current)
    told: list[int] = []

    def twice(done: int) -> bool:
        told.append(done)
        return done < 2

    assert bring_up_to_date(tomorrow, out_of_date(tomorrow), twice) == 2
    assert told == [0, 1, 2]
    assert out_of_date(tomorrow) == ALL[2:]


def standings(sets: Iterable[SetId]) -> dict[SetId, Standing]:
    return dict.fromkeys(sets, Standing.INFORMS)


def test_what_was_said_already_is_not_said_twice() -> None:
    once = said_of(NORTH, date(2026, 1, 1), Context.EMERGENCY, standings([SetId("other")]), "board")
    assert said_of(once, date(2026, 1, 2), Context.EMERGENCY, standings([SetId("other")]), "again") == once
