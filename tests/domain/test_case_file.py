"""The case file as it stood: what happened, what was known, and what was corrected."""

from datetime import UTC, date, datetime
from random import Random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_tui.domain.answers import Fact
from supervisor_tui.domain.case_file import CaseFile, UnreadableRecordError, as_seen
from supervisor_tui.domain.ids import CaseCode, RecordId
from supervisor_tui.domain.records.envelope import HowKnown, Record
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.records.note import Note, Retraction
from supervisor_tui.testing import a_case, a_programme, written


def a_note(text: str, on: str, *, entered_on: str = "", amends: str = "", id: str = "") -> Record:  # noqa: A002
    return written(Note(text=text), on, entered_on=entered_on, amends=amends, id=id or text)


def taken_back(amends: str, on: str, id: str = "") -> Record:  # noqa: A002
    return written(Retraction(reason="wrong case"), on, amends=amends, id=id or f"not-{amends}")


def texts(case: CaseFile) -> list[str]:
    return [entry.body.text for entry in case.of(Note)]


def test_what_happened_up_to_a_day_counts_whenever_it_was_typed() -> None:
    records = (a_note("first", "2026-03-01"), a_note("second", "2026-03-10", entered_on="2026-04-01"))

    assert texts(a_case(records, as_of="2026-03-09")) == ["first"]
    assert texts(a_case(records, as_of="2026-03-10")) == ["first", "second"]


def test_what_was_known_on_a_day_leaves_out_what_was_typed_later() -> None:
    records = (a_note("first", "2026-03-01"), a_note("second", "2026-03-10", entered_on="2026-04-01"))

    assert texts(a_case(records, as_of="2026-05-01", known_at="2026-03-31")) == ["first"]
    assert texts(a_case(records, as_of="2026-05-01", known_at="2026-04-01")) == ["first", "second"]


def test_the_day_of_entry_is_read_in_the_offset_it_was_typed_with() -> None:
    late = datetime.fromisoformat("2026-04-01T00:30:00+03:00")
    record = msgspec.structs.replace(a_note("late", "2026-03-10"), entered_on=late)

    assert texts(a_case(record, known_at="2026-03-31")) == []
    assert texts(a_case(record, known_at="2026-04-01")) == ["late"]


def test_a_correction_takes_the_place_of_what_it_amends() -> None:
    records = (
        a_note("wrong", "2026-03-01"),
        a_note("right", "2026-03-02", entered_on="2026-03-20", amends="wrong"),
    )

    assert texts(a_case(records)) == ["right"]
    assert texts(a_case(records, known_at="2026-03-19")) == ["wrong"]
    assert texts(a_case(records, as_of="2026-03-01")) == []


def test_a_correction_of_a_correction_leaves_only_the_last() -> None:
    records = (
        a_note("a", "2026-03-01"),
        a_note("b", "2026-03-01", amends="a"),
        a_note("c", "2026-03-01", amends="b"),
    )

    assert texts(a_case(records)) == ["c"]


def test_what_was_entered_in_error_is_not_read_and_its_withdrawal_is_no_record_of_its_own() -> None:
    case = a_case(a_note("wrong", "2026-03-01"), taken_back("wrong", "2026-03-05"))

    assert case.records == ()


def test_a_correction_entered_in_error_gives_way_to_what_it_had_corrected() -> None:
    records = (a_note("a", "2026-03-01"), a_note("b", "2026-03-01", amends="a"), taken_back("b", "2026-03-05"))

    assert texts(a_case(records)) == ["a"]
    assert texts(a_case(*records, taken_back("not-b", "2026-03-06"))) == ["b"]
    assert texts(a_case(*records, taken_back("a", "2026-03-06"))) == []


def test_a_ring_of_withdrawals_in_a_broken_file_ends() -> None:
    ring = (taken_back("y", "2026-03-01", id="x"), taken_back("x", "2026-03-01", id="y"))

    assert texts(a_case(a_note("a", "2026-03-01"), *ring)) == ["a"]


def test_a_record_of_an_uninstalled_kind_is_kept_byte_for_byte() -> None:
    foreign = msgspec.structs.replace(
        a_note("a", "2026-03-01"), kind="agency_x.visit", body=msgspec.Raw(b'{ "depth" : 3 }')
    )

    assert bytes(a_case(foreign).records[0].body) == b'{ "depth" : 3 }'


def test_a_record_that_does_not_decode_is_named_and_its_content_is_not() -> None:
    broken = msgspec.structs.replace(a_note("r1", "2026-03-01"), body=msgspec.Raw(b'{"no_such_field":"secret"}'))
    case = a_case(broken)

    with pytest.raises(UnreadableRecordError) as caught:
        case.of(Note)

    assert (caught.value.record, caught.value.kind) == ("r1", "note")
    assert "secret" not in str(caught.value)


def test_the_newest_of_a_kind() -> None:
    case = a_case(a_note("old", "2026-03-01"), a_note("new", "2026-03-09"), a_note("newer", "2026-03-10"))

    newest = case.latest(Note)
    short = case.latest_where(Note, lambda body: len(body.text) == 3)

    assert newest is not None
    assert (newest.body.text, newest.on, newest.id) == ("newer", date(2026, 3, 10), "newer")
    assert short is not None
    assert short.body.text == "new"
    assert case.latest(Retraction) is None
    assert texts(case.until(date(2026, 3, 9))) == ["old", "new"]


def test_a_fact_says_how_it_came_to_be_known() -> None:
    told = written(Note(text="a"), "2026-03-01", id="r1", how_known=HowKnown.TOLD)

    (entry,) = a_case(told).of(Note)

    assert entry.fact("said so") == Fact("said so", date(2026, 3, 1), RecordId("r1"), HowKnown.TOLD)


def test_a_case_file_cannot_be_changed() -> None:
    case = a_case(a_note("a", "2026-03-01"))

    with pytest.raises(AttributeError, match="cannot be changed"):
        case.code = CaseCode("C-0002")
    with pytest.raises(AttributeError, match="cannot be changed"):
        del case.records
    with pytest.raises(AttributeError):
        case.of(Note)[0].body.text = "b"  # type: ignore[misc]


BODIES: st.SearchStrategy[RecordBody] = st.one_of(
    st.sampled_from("abcd").map(lambda text: Note(text=text)), st.just(Retraction(reason="error"))
)


@st.composite
def histories(draw: st.DrawFn) -> list[Record]:
    """Return records each of which may amend any earlier one, as an append-only file grows."""
    found: list[Record] = []
    entered = draw(st.lists(st.dates(date(2026, 1, 1), date(2026, 6, 30)), max_size=8).map(sorted))
    for number, day in enumerate(entered):
        body = draw(BODIES)
        earlier = [record.id for record in found]
        amends = draw(st.sampled_from(["", *earlier]))
        on = draw(st.dates(date(2026, 1, 1), date(2026, 6, 30)))
        found.append(written(body, on.isoformat(), entered_on=day.isoformat(), amends=amends, id=f"r{number}"))
    return found


def seen(records: list[Record], as_of: date, known_at: date | None = None) -> tuple[Record, ...]:
    return as_seen(CaseCode("C-0001"), a_programme(), records, as_of, known_at).records


@given(histories(), st.dates(date(2026, 1, 1), date(2026, 7, 31)), st.dates(date(2026, 1, 1), date(2026, 7, 31)))
def test_recording_something_later_changes_no_earlier_state_of_knowledge(
    records: list[Record], as_of: date, known_at: date
) -> None:
    known_then = [record for record in records if record.entered_on.date() <= known_at]

    assert seen(records, as_of, known_at) == seen(known_then, as_of) == seen(known_then, as_of, known_at)


@given(histories(), st.dates(date(2026, 1, 1), date(2026, 7, 31)), st.randoms())
def test_the_order_in_which_records_were_read_does_not_matter(
    records: list[Record], as_of: date, random: Random
) -> None:
    assert seen(random.sample(records, len(records)), as_of) == seen(records, as_of)


@given(st.lists(st.sampled_from("abc"), max_size=6), st.randoms())
def test_the_order_of_typing_on_one_day_does_not_matter(notes: list[str], random: Random) -> None:
    def typed(order: list[str]) -> list[Record]:
        return [
            written(Note(text=text), "2026-03-01", id=f"r{place}", entered_on="2026-03-02")
            for place, text in enumerate(order)
        ]

    shuffled = random.sample(notes, len(notes))

    assert texts(a_case(typed(shuffled))) == texts(a_case(typed(notes)))


@given(histories(), st.dates(date(2026, 1, 1), date(2026, 7, 31)))
def test_each_thing_that_stands_stands_once_and_nothing_from_after_the_day(records: list[Record], as_of: date) -> None:
    standing = seen(records, as_of)

    assert len({record.id for record in standing}) == len(standing)
    assert all(record.on <= as_of and record.kind != Retraction.KIND for record in standing)
    assert {record.id for record in standing} <= {record.id for record in seen(records, date(2026, 12, 31))}


def test_moments_of_entry_carry_their_offset() -> None:
    assert a_note("a", "2026-03-01").entered_on == datetime(2026, 3, 1, 18, tzinfo=UTC)
