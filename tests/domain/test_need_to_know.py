"""Who reads a case file without being asked why, and how long somebody is let in."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.need_to_know import Because, LetIn, has_no_need_to_say_why, let_in_on
from supervisor_tui.domain.people import Person, Role

ME, AMOS, FAR = PersonCode("W-12"), PersonCode("W-04"), PersonCode("W-33")
"""The reader, a caseworker of their own supervisor's team, and one of another team."""


@pytest.mark.parametrize(
    ("roles", "carried_by", "registered_by", "free"),
    [
        ((Role.CASEWORKER,), ME, None, True),
        ((Role.CASEWORKER,), AMOS, ME, False),
        ((Role.CASEWORKER,), None, ME, True),
        ((Role.CASEWORKER,), None, AMOS, False),
        ((Role.SUPERVISOR,), AMOS, None, True),
        ((Role.SUPERVISOR,), FAR, None, False),
        ((Role.SUPERVISOR,), None, None, True),
        ((Role.MANAGER,), AMOS, ME, False),
        ((Role.AUDITOR,), None, None, False),
        ((Role.CASEWORKER, Role.SUPERVISOR), AMOS, None, True),
    ],
)
def test_a_file_is_open_to_whom_the_case_is_given_and_who_answers_for_them(
    roles: tuple[Role, ...], carried_by: PersonCode | None, registered_by: PersonCode | None, free: bool
) -> None:
    me = Person(ME, "Tirza", roles)
    found = has_no_need_to_say_why(me, carried_by=carried_by, registered_by=registered_by, others_answer_for={FAR})
    assert found is free


MORNING = datetime(2024, 5, 2, 8, tzinfo=UTC)
CODE = CaseCode("C-0007")


def said(person: PersonCode, hour: int, until: date) -> LetIn:
    return LetIn(CODE, person, AMOS, MORNING + timedelta(hours=hour), until, Because.STANDS_IN)


sayings = st.lists(
    st.builds(
        said,
        st.sampled_from([ME, FAR]),
        st.integers(0, 30),
        st.dates(date(2024, 4, 28), date(2024, 5, 8)),
    ),
    unique_by=lambda one: (one.person, one.at),
)


@given(sayings, st.dates(date(2024, 4, 28), date(2024, 5, 8)), st.randoms())
def test_of_each_person_what_was_said_last_counts_in_whatever_order_it_is_read(
    given_before: list[LetIn], day: date, chance: object
) -> None:
    shuffled = list(given_before)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    last = {one.person: one for one in sorted(given_before, key=lambda one: one.at)}
    assert set(let_in_on(shuffled, day)) == {one for one in last.values() if one.until >= day}


def test_a_day_gone_by_ends_it() -> None:
    weeks, ended = said(ME, 0, date(2024, 5, 20)), said(ME, 1, date(2024, 5, 1))
    assert let_in_on([weeks], date(2024, 5, 20)) == (weeks,)
    assert let_in_on([weeks], date(2024, 5, 21)) == ()
    assert let_in_on([ended, weeks], date(2024, 5, 2)) == ()
