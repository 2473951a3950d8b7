"""Minutes out to Markdown and in again are equal: into an empty meeting, and into the meeting that they came from."""

from hypothesis import given, settings

from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.exchange.minutes.attributes import ATTRIBUTES
from supervisor_tui.exchange.minutes.facts_of_meeting import FACTS_OF_MEETING
from supervisor_tui.exchange.minutes.headings import SECTIONS
from supervisor_tui.exchange.minutes.kept_here import not_as_kept
from supervisor_tui.exchange.minutes.lines_known import known_again
from supervisor_tui.exchange.minutes.minutes_markdown import minutes_as_markdown
from supervisor_tui.exchange.minutes.minutes_reader import meeting_of_text, read_minutes
from supervisor_tui.exchange.minutes.minutes_text import MinutesText
from supervisor_tui.exchange.minutes.on_paper import lines_on_paper
from tests.exchange.minutes.any_minutes import STARTS, minutes, minutes_texts

Made = tuple[Meeting, tuple[MinutesLine, ...]]


@settings(deadline=None, max_examples=300)
@given(minutes())
def test_minutes_out_and_into_an_empty_meeting_are_written_again_word_for_word(made: Made) -> None:
    meeting, lines = made
    paper = minutes_as_markdown(MinutesText(meeting=meeting, lines=lines))
    empty = Meeting(id=meeting.id, kind=meeting.kind, starts=STARTS.replace(year=2020))
    read = read_minutes(paper, MinutesText(meeting=empty))
    assert read.problems == ()
    assert minutes_as_markdown(MinutesText(meeting=read.meeting, lines=read.lines)) == paper
    assert meeting_of_text(paper) == meeting.id


@settings(deadline=None, max_examples=200)
@given(minutes_texts())
def test_minutes_read_back_into_their_own_meeting_change_nothing(text: MinutesText) -> None:
    read = read_minutes(minutes_as_markdown(text), text)
    assert not_as_kept(minutes_as_markdown(text), text) == ()
    assert (read.problems, read.changes, read.left_out) == ((), (), ())
    assert read.meeting == text.meeting
    assert read.lines == lines_on_paper(text.meeting, text.lines)
    known = known_again(read, text)
    assert (set(known.ids.values()), known.lacking) == ({line.id for line in text.lines}, ())


@settings(deadline=None, max_examples=60)
@given(minutes())
def test_what_was_read_is_known_again_by_whom_it_came_to(made: Made) -> None:
    """Somebody who is noted as here in the text alone makes no line a new one."""
    meeting, lines = made
    here = MinutesText(meeting=meeting, lines=lines)
    paper = minutes_as_markdown(here).replace("| invited |", "| present |")
    known = known_again(read_minutes(paper, here), here)
    assert known.lacking == ()


def test_every_kind_of_line_has_its_heading() -> None:
    assert {section.kind for section in SECTIONS} == set(LineKind) - {LineKind.RETRACTED}


def test_every_field_of_a_line_has_its_label_or_its_place_or_is_the_programs_own() -> None:
    by_place = {"kind", "text", "case", "part", "meeting"}
    the_programs_own = {"id", "by", "at", "record", "amends", "correction", "corrected_because"}
    labelled = {attribute.field for attribute in ATTRIBUTES}
    assert set(MinutesLine.__struct_fields__) == by_place | the_programs_own | labelled


def test_each_fact_at_the_head_is_read_into_a_field_or_follows_from_the_table() -> None:
    assert {fact.field for fact in FACTS_OF_MEETING} - set(Meeting.__struct_fields__) == {""}
    assert [fact.label for fact in FACTS_OF_MEETING if not fact.field] == ["Meeting", "Chair", "Minute taker"]
