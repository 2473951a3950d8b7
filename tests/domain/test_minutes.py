"""The minutes as they stand: corrections and what was taken back."""

from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from supervisor_tui.domain.ids import MeetingId, PersonCode, RecordId
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine, lines_that_stand

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def line(id: str, amends: str = "", *, kind: LineKind = LineKind.NOTE, minute: int = 0) -> MinutesLine:  # noqa: A002
    return MinutesLine(
        id=RecordId(id),
        meeting=MeetingId("M-1"),
        kind=kind,
        text=id,
        by=PersonCode("W-04"),
        at=START + timedelta(minutes=minute),
        amends=RecordId(amends) if amends else None,
    )


def taken_back(amends: str, minute: int = 9) -> MinutesLine:
    return line(f"not-{amends}", amends, kind=LineKind.RETRACTED, minute=minute)


def standing(*lines: MinutesLine) -> list[str]:
    return [one.id for one in lines_that_stand(lines)]


def test_lines_stand_in_the_order_in_which_they_were_written() -> None:
    assert standing(line("c", minute=2), line("b", minute=1), line("a", minute=1)) == ["a", "b", "c"]


def test_a_corrected_line_gives_way_and_one_taken_back_is_gone() -> None:
    assert standing(line("a"), line("b", "a", minute=1)) == ["b"]
    assert standing(line("a"), taken_back("a")) == []
    assert standing(line("a"), line("b", "a"), line("c", "b")) == ["c"]


def test_a_correction_taken_back_gives_way_to_the_line_it_had_corrected() -> None:
    assert standing(line("a"), line("b", "a"), taken_back("b")) == ["a"]
    assert standing(line("a"), taken_back("a"), taken_back("not-a")) == ["a"]


@given(st.lists(st.integers(-1, 7), max_size=8), st.randoms())
def test_two_who_write_at_once_read_the_same_minutes(amends: list[int], random: Random) -> None:
    lines = [
        line(f"l{place}", f"l{earlier}" if 0 <= earlier < place else "", minute=place)
        for place, earlier in enumerate(amends)
    ]

    assert standing(*random.sample(lines, len(lines))) == standing(*lines)
