"""The set as a whole: what it registers, its tab, and that no record can break it."""

from datetime import date
from random import Random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from prerana_exit.guidance import BLOCKING_ROWS, GUIDANCE, SET, SETTINGS
from prerana_exit.panel import SOURCE, ways_to_exit
from prerana_exit.pathways.answered import PATHWAYS
from prerana_exit.records import KINDS
from prerana_exit.records.client_request import Wish
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import RecordBody, YesNo
from supervisor_tui.guidance.panels import Line, Lines, Panel, Paragraph
from supervisor_tui.guidance.rules import RuleKind, Strength
from supervisor_tui.testing import settings_of
from tests.plugins.prerana_exit.stories import (
    HOST,
    all_left_out,
    an_order,
    client,
    family,
    family_known,
    no_danger,
    reviewed,
    talk,
    the_case,
)

RULES = tuple(rule for rule in HOST.rules() if rule.set == SET)


def test_the_set_loads_without_a_fault() -> None:
    assert [one.faults for one in HOST.reports() if one.id == SET] == [()]
    assert set(KINDS) <= set(HOST.kinds)


def test_every_blocking_check_is_one_of_the_counted_rows_of_its_way() -> None:
    built = [rule for rule in RULES if rule.kind is RuleKind.CLOSURE_CHECK and rule.strength is Strength.BLOCKS]

    assert [rule.id for rule in built if rule.id not in BLOCKING_ROWS[rule.alternative]] == []
    for pathway in PATHWAYS:
        assert {rule.id for rule in built if rule.alternative == pathway.name} == set(BLOCKING_ROWS[pathway.name])
    assert GUIDANCE.closure_checks == 39


def test_rules_stand_in_the_guidances_order() -> None:
    assert [rule.order for rule in RULES] == list(range(len(RULES)))
    assert [rule.id for rule in RULES] == sorted(rule.id for rule in RULES)


def test_every_number_has_a_default_and_only_the_six_months_are_the_sources() -> None:
    assert [setting.key for setting in SETTINGS if setting.default is None] == []
    assert [setting.key for setting in SETTINGS if setting.source != "ours"] == ["window_months"]


def test_the_tab_shows_each_way_with_its_items_and_the_running_window() -> None:
    case = the_case(client("2025-01-10"), an_order("2024-09-01"), as_of="2025-03-01")

    drawn = ways_to_exit(case, date(2025, 3, 1), settings_of(SETTINGS, SET))

    summary, running, *ways = drawn.sections
    assert isinstance(summary, Paragraph)
    assert summary.text.startswith("None of the ways answered here is in order. Ways 2a, 2c, 2d, 4, 5a, 5b, 5c, 6")
    assert running == Lines(
        "Running now",
        (
            Line(
                "Wish of the client to end all services, since 2025-01-10: 6 months, until 2025-07-10",
                note="to be said again from 2025-06-10",
            ),
            Line("Order OR-1 is in force until 2025-08-31", note="ask the committee before any exit"),
        ),
    )
    heads = [(way.title, way.lines[0].mark, len(way.lines)) for way in ways if isinstance(way, Lines)]
    assert heads == [
        ("Way 1: Client and worker agree that the work can end", Result.UNKNOWN, 7),
        ("Way 2b: Client and family ask for every service to end", Result.FAIL, 9),
        ("Way 3a: The committee's order has run out", Result.FAIL, 6),
        ("The team", Result.UNKNOWN, 1),
    ]


def test_the_tab_says_which_way_is_open() -> None:
    story = (client("2025-01-10"), client("2025-06-25"), family_known(YesNo.NO), *all_left_out("2025-07-01"))
    case = the_case(*story, as_of="2025-07-10")

    drawn = HOST.panel(SET, SOURCE, case, date(2025, 7, 10))

    assert isinstance(drawn, Panel)
    assert isinstance(drawn.sections[0], Paragraph)
    assert drawn.sections[0].text.startswith("On way 2b: exit may be discussed.")


HAPPENINGS = st.lists(
    st.one_of(
        *(
            st.builds(
                lambda make, day: make(day.isoformat()), st.just(make), st.dates(date(2025, 1, 1), date(2026, 6, 1))
            )
            for make in (
                client,
                family,
                no_danger,
                talk,
                an_order,
                lambda on: client(on, Wish.GO_ON),
                lambda on: family(on, Wish.GO_ON),
            )
        )
    ),
    max_size=12,
)


@given(HAPPENINGS, st.dates(date(2025, 1, 1), date(2026, 12, 31)), st.randoms())
def test_the_line_of_a_way_says_the_same_as_its_parts_together_in_whatever_order_they_were_typed(
    happened: list[Record], as_of: date, random: Random
) -> None:
    day = as_of.isoformat()
    found = reviewed(the_case(*happened, as_of=day), day)
    again = reviewed(the_case(*random.sample(happened, len(happened)), as_of=day), day)
    lines = {check.rule.id: check.answer.result for check in found.checks}

    assert {one.name: one.result for one in found.alternatives} == {
        pathway.name: lines[pathway.line] for pathway in PATHWAYS
    }
    assert found == again
    assert [check.fault for check in found.checks if check.fault] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.KIND)
def test_a_record_that_cannot_be_read_never_passes(kind: type[RecordBody]) -> None:
    broken = msgspec.structs.replace(client("2025-01-10"), kind=kind.KIND, body=msgspec.Raw(b'{"no_such_field":1}'))

    found = reviewed(the_case(broken, as_of="2025-07-10"), "2025-07-10")

    assert Result.PASS not in {one.result for one in found.alternatives}
