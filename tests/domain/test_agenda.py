"""The agenda by hand: nothing is lost or doubled, and what stands under one caseworker stays together."""

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.meetings.agenda import by_caseworker, cases_in_order, moved, time_in_words, with_joining
from supervisor_tui.domain.meetings.meeting import AgendaLine

Agenda = tuple[AgendaLine, ...]


def points(*words: str) -> Agenda:
    """Return points as "text" or "text/caseworker/case"."""
    return tuple(point(*word.split("/")) for word in words)


def point(text: str, by: str = "", case: str = "") -> AgendaLine:
    """Return one point."""
    return AgendaLine(text=text, by=PersonCode(by) if by else None, case=CaseCode(case) if case else None)


def texts(lines: Agenda) -> str:
    """Return the words of the points."""
    return " ".join(line.text for line in lines)


def agendas(*, together: bool) -> st.SearchStrategy[Agenda]:
    """Return agendas; `together`: with the points of each caseworker beside each other."""
    some = st.lists(st.sampled_from(["", "W-1", "W-2", "W-3"]), min_size=1, max_size=12)
    made = some.map(lambda people: sorted(people) if together else people)
    return made.map(lambda people: tuple(point(str(at), by) for at, by in enumerate(people)))


@given(agendas(together=False), st.data())
def test_moving_loses_and_doubles_nothing(lines: Agenda, data: st.DataObject) -> None:
    at, to = (data.draw(st.integers(0, len(lines) - 1)) for _end in range(2))
    after = moved(lines, at, to)
    assert sorted(after, key=lambda line: int(line.text)) == list(lines)


@given(agendas(together=True), st.data())
def test_the_points_of_a_caseworker_stay_together(lines: Agenda, data: st.DataObject) -> None:
    at, to = (data.draw(st.integers(0, len(lines) - 1)) for _end in range(2))
    runs = [by for by, _run in groupby(moved(lines, at, to), key=lambda line: line.by) if by]
    assert len(runs) == len(set(runs))


@given(st.integers(1, 9), st.data())
def test_without_caseworkers_a_point_comes_to_its_place_and_back(count: int, data: st.DataObject) -> None:
    lines = points(*map(str, range(count)))
    at, to = (data.draw(st.integers(0, count - 1)) for _end in range(2))
    after = moved(lines, at, to)
    assert after[to] == lines[at]
    assert moved(after, to, at) == lines


@pytest.mark.parametrize(
    ("at", "to", "after"),
    [
        (1, 0, "b a c d e"),
        (0, 2, "c a b d e"),
        (2, 1, "c a b d e"),
        (2, 3, "a b d c e"),
        (4, 3, "a b c e d"),
        (4, 0, "e a b c d"),
    ],
)
def test_beyond_its_caseworker_a_point_takes_the_others_along(at: int, to: int, after: str) -> None:
    lines = points("a/W-1", "b/W-1", "c/W-2", "d", "e")
    assert texts(moved(lines, at, to)) == after


def test_the_agenda_goes_by_caseworker_in_the_order_of_the_cases() -> None:
    carried = {"C-1": "W-1", "C-2": "W-2", "C-3": "W-1", "C-9": "W-2"}
    lines = points("round//C-9", "next", "late//C-3", "left//C-2", "left//C-1")
    after = by_caseworker(
        lines, [CaseCode("C-1"), CaseCode("C-2"), CaseCode("C-3")], lambda code: PersonCode(carried[code])
    )
    assert [(line.by, line.case, line.text) for line in after] == [
        ("W-1", "C-1", "left"),
        ("W-1", "C-3", "late"),
        ("W-2", "C-2", "left"),
        ("W-2", "C-9", "round"),
        (None, None, "next"),
    ]


def test_what_joins_stands_with_its_caseworker_or_behind_the_cases() -> None:
    lines = points("a/W-1/C-1", "b/W-2/C-2", "next")
    assert texts(with_joining(lines, points("c/W-1/C-3", "d/W-3/C-4"))) == "a c b d next"


def test_the_cases_follow_the_agenda() -> None:
    cases = (CaseCode("C-1"), CaseCode("C-2"), CaseCode("C-3"))
    assert cases_in_order(cases, points("a//C-3", "b//C-9", "c//C-1")) == ("C-3", "C-1", "C-2")


@pytest.mark.parametrize(
    ("minutes", "planned", "words"),
    [
        ((None, None), None, ""),
        ((10, 20), None, "30 minutes"),
        ((10, None), 60, "10 of 60 minutes, 1 point without a time"),
        ((None, None), 60, "0 of 60 minutes, 2 points without a time"),
    ],
)
def test_how_long_it_takes_is_said_as_far_as_it_is_known(
    minutes: tuple[int | None, ...], planned: int | None, words: str
) -> None:
    assert time_in_words((AgendaLine(text="a", minutes=one) for one in minutes), planned) == words
