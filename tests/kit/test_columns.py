"""Columns get the room there is, the least important ones leave first."""

from hypothesis import given
from hypothesis import strategies as st

from supervisor_tui.kit.columns import GAP, Column, lay_out


def a_column(key: str, width: int, *, flex: int = 0, leaves_first: int = 0) -> Column[str]:
    return Column(key, key, str, width=width, flex=flex, leaves_first=leaves_first)


COLUMNS = (
    a_column("case", 7),
    a_column("worker", 12, leaves_first=1),
    a_column("due", 20, flex=2),
    a_column("programme", 24, flex=1, leaves_first=9),
)


def placed(width: int) -> list[tuple[str, int, int]]:
    return [(place.column.key, place.left, place.width) for place in lay_out(COLUMNS, width)]


def test_spare_room_is_shared_by_weight() -> None:
    assert placed(99) == [("case", 0, 7), ("worker", 9, 12), ("due", 23, 40), ("programme", 65, 34)]


def test_columns_leave_in_the_order_they_declare_and_those_with_nought_stay() -> None:
    assert placed(60) == [("case", 0, 7), ("worker", 9, 12), ("due", 23, 37)]
    assert placed(40) == [("case", 0, 7), ("due", 9, 31)]
    assert placed(20) == [("case", 0, 7), ("due", 9, 11)]
    assert placed(5) == [("case", 0, 5)]
    assert placed(0) == []


@given(
    st.lists(st.tuples(st.integers(1, 30), st.integers(0, 3), st.integers(0, 3)), max_size=8),
    st.integers(0, 200),
)
def test_columns_never_overlap_or_leave_the_line(widths: list[tuple[int, int, int]], width: int) -> None:
    columns = [a_column(str(n), w, flex=f, leaves_first=p) for n, (w, f, p) in enumerate(widths)]
    places = lay_out(columns, width)

    ends = [place.left + place.width for place in places]
    assert all(end <= width for end in ends)
    assert [place.left for place in places[1:]] == [end + GAP for end in ends[:-1]]
    assert all(place.width > 0 for place in places)
