"""Minutes out to Markdown and in again are equal."""

from hypothesis import given, settings

from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.exchange.minutes.attributes import ATTRIBUTES
from supervisor_tui.exchange.minutes.headings import SECTIONS
from supervisor_tui.exchange.minutes.minutes_markdown import minutes_as_markdown
from supervisor_tui.exchange.minutes.minutes_reader import meeting_of_text, read_minutes
from supervisor_tui.exchange.minutes.minutes_text import MinutesText
from supervisor_tui.exchange.minutes.on_paper import lines_on_paper
from tests.exchange.minutes.any_minutes import minutes, minutes_texts


@settings(deadline=None, max_examples=250)
@given(minutes())
def test_minutes_out_and_in_again_are_equal(made: tuple[Meeting, tuple[MinutesLine, ...]]) -> None:
    meeting, lines = made
    text = minutes_as_markdown(MinutesText(meeting=meeting, lines=lines))
    read = read_minutes(text, meeting)
    assert read.problems == ()
    assert read.lines == lines_on_paper(meeting, lines)
    assert read.attendance == {one.id: one.attendance for one in meeting.participants}
    assert meeting_of_text(text) == meeting.id


@settings(deadline=None, max_examples=120)
@given(minutes_texts())
def test_corrections_copies_agenda_and_what_the_file_said_are_printed_and_not_read(text: MinutesText) -> None:
    read = read_minutes(minutes_as_markdown(text), text.meeting)
    assert read.problems == ()
    assert read.lines == lines_on_paper(text.meeting, text.lines)


@settings(deadline=None, max_examples=60)
@given(minutes())
def test_what_was_read_is_written_as_it_was(made: tuple[Meeting, tuple[MinutesLine, ...]]) -> None:
    meeting, lines = made
    text = minutes_as_markdown(MinutesText(meeting=meeting, lines=lines))
    again = read_minutes(text, meeting).lines
    assert minutes_as_markdown(MinutesText(meeting=meeting, lines=again)) == text


def test_every_kind_of_line_has_its_heading() -> None:
    assert {section.kind for section in SECTIONS} == set(LineKind) - {LineKind.RETRACTED}


def test_every_field_of_a_line_has_its_label_or_its_place_or_is_the_programs_own() -> None:
    by_place = {"kind", "text", "case", "part", "meeting"}
    the_programs_own = {"id", "by", "at", "record", "amends", "correction", "corrected_because"}
    labelled = {attribute.field for attribute in ATTRIBUTES}
    assert set(MinutesLine.__struct_fields__) == by_place | the_programs_own | labelled
