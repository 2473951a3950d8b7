"""What Ruby's `inspect` writes is read back, in both spacings, and nothing else is taken for it."""

import contextlib
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from supervisor_tui.exchange.reading.ruby_inspect import NotInspectedError, looks_inspected, parse_inspected
from supervisor_tui.exchange.reading.values import Part, Value
from tests.exchange.primero_files import Plain, as_ruby

texts = some.text(some.characters(exclude_categories=["Cs"]), max_size=30)
plains = some.recursive(
    some.none() | some.booleans() | some.integers(-(10**30), 10**30) | texts,
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


def neutral(value: Plain) -> Value:
    if isinstance(value, dict):
        return Part(tuple((name, neutral(inner)) for name, inner in value.items()))
    if isinstance(value, list):
        return tuple(neutral(inner) for inner in value)
    assert value is None or isinstance(value, bool | int | float | str)
    return value


@given(plains, some.booleans())
def test_whatever_inspect_writes_is_read_back(value: Plain, spaced: bool) -> None:
    assert parse_inspected(as_ruby(value, spaced=spaced)) == neutral(value)


@given(some.text(alphabet='[]{}"\\:=>, nilu0x', max_size=40))
def test_whatever_is_written_ends_in_a_value_or_one_error(text: str) -> None:
    with contextlib.suppress(NotInspectedError):
        parse_inspected(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{:name=>"A", :seen=>nil}', Part((("name", "A"), ("seen", None)))),
        ('{name: "A", "b c": :open}', Part((("name", "A"), ("b c", "open")))),
        ('{"a": null, "b": 1.5}', Part((("a", None), ("b", 1.5)))),
        ('[Thu, 06 Feb 2020, "x"]', (date(2020, 2, 6), "x")),
        ("[Thu, 06 Feb 2020 10:30:00 +0000]", (datetime(2020, 2, 6, 10, 30, tzinfo=UTC),)),
        ("[2020-02-06 10:30:00 UTC]", (datetime(2020, 2, 6, 10, 30, tzinfo=UTC),)),
        ("[2020-02-06]", (date(2020, 2, 6),)),
        (r'["\u00e9\u{1F600}\e\#{x}\x41\101"]', ("é😀\x1b#{x}AA",)),
        (r'["\ud83d\ude00"]', ("😀",)),
        ("[]", ()),
        ("{}", Part(())),
    ],
)
def test_older_and_newer_ways_of_writing(text: str, value: Value) -> None:
    assert parse_inspected(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "[",
        '["a"',
        '["a" "b"]',
        '{"a" => }',
        '{"a"}',
        "[system]",
        "[1, 2] x",
        "[" * 60 + "]" * 60,
        "[13th, May]",
        "#<A>",
    ],
)
def test_what_inspect_does_not_write_is_no_value(text: str) -> None:
    with pytest.raises(NotInspectedError):
        parse_inspected(text)


def test_a_note_in_brackets_is_tried_and_a_plain_note_is_not() -> None:
    assert [looks_inspected(cell) for cell in ("[see file]", "plain", "[", 3, None)] == [
        True,
        False,
        False,
        False,
        False,
    ]
