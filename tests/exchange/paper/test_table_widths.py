"""Columns of a table: wide enough for their text, for a hand, and for their longest word."""

from hypothesis import given
from hypothesis import strategies as st

from supervisor_tui.exchange.paper.blocks import Span, Spans, Table
from supervisor_tui.exchange.paper.table_widths import shares_of

LETTERS_OF_A_PAGE = 90

texts = st.lists(st.text("abc", min_size=1, max_size=12), max_size=30).map(" ".join)


def cell(text: str) -> Spans:
    return (Span(text),)


def a_table(*rows: tuple[str, ...]) -> Table:
    head, *body = rows
    return Table(tuple(map(cell, head)), tuple(tuple(map(cell, row)) for row in body))


def test_a_day_beside_long_texts_is_not_broken() -> None:
    long = "what was said about it at some length " * 5
    day, *_others = shares_of(a_table(("Day", "What", "Note"), ("2026-07-10", long, long)))
    assert day * LETTERS_OF_A_PAGE >= len("2026-07-10") + 2


def test_a_column_to_write_in_is_wider_than_one_with_a_number() -> None:
    number, signature = shares_of(Table((cell("No."), cell("Signature")), ((cell("1"), None),)))
    assert signature > 2 * number


@given(st.integers(1, 6).flatmap(lambda n: st.lists(st.tuples(*[texts] * n), min_size=2, max_size=5)))
def test_every_word_fits_its_column_where_the_longest_words_fit_the_page(rows: list[tuple[str, ...]]) -> None:
    shares = shares_of(a_table(*rows))
    longest = [
        max((len(word) for text in column for word in text.split()), default=0) for column in zip(*rows, strict=True)
    ]
    assert abs(sum(shares) - 1) < 1e-9
    assert all(share * LETTERS_OF_A_PAGE >= word for share, word in zip(shares, longest, strict=True))
