"""Minutes read from a Markdown text with the headings of minutes, for those who type faster in an editor.

What a person writes is read: the facts of the meeting, who took part, the agenda, and the lines, each beginning with a
dash or a number and with what is said beside it (`Reason: …`, `Who: …`) indented below. What cannot be read is named by
its line in the text; what the program keeps itself is compared by `not_as_kept`.
"""

from collections.abc import Callable, Iterable

from markdown_it.tree import SyntaxTreeNode

from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.exchange.minutes.agenda_points import with_agenda
from supervisor_tui.exchange.minutes.facts_of_meeting import MEETING_NUMBER, with_facts
from supervisor_tui.exchange.minutes.family_there import with_family
from supervisor_tui.exchange.minutes.minutes_text import MinutesText
from supervisor_tui.exchange.minutes.nodes import label_and_words, same, tree_of
from supervisor_tui.exchange.minutes.parts_of_text import Placed, Under, parts_of
from supervisor_tui.exchange.minutes.read_lines import read_lines
from supervisor_tui.exchange.minutes.read_people import with_people
from supervisor_tui.exchange.minutes.read_text import ReadText
from supervisor_tui.exchange.minutes.reading import Reading

__all__ = ["meeting_of_text", "read_minutes"]


def meeting_of_text(markdown: str) -> MeetingId | None:
    """Return the number of the meeting that a text says, at its head, that it is about."""
    head = _under(Under.HEAD, parts_of(tree_of(markdown), []))
    for _row, label, number in (label_and_words(item) for node in head for item in node.children):
        if same(label, MEETING_NUMBER) and number:
            return MeetingId(number)
    return None


def read_minutes(markdown: str, here: MinutesText, meant: Callable[[str], str] = str.strip) -> ReadText:
    """Return what a text says about a meeting; nothing is raised, what cannot be read is among the problems.

    here: the minutes as they are kept. meant: the code of whoever is called so, as for `Reading`.
    """
    reading = Reading(meant)
    pieces = list(parts_of(tree_of(markdown), reading.problems))
    meeting = _meeting(here.meeting, pieces, reading)
    lines = tuple(read_lines(pieces, meeting, reading))
    return ReadText(meeting, tuple(reading.changes), tuple(reading.left_out), lines, tuple(sorted(reading.problems)))


def _meeting(here: Meeting, pieces: list[Placed], reading: Reading) -> Meeting:
    """Return the meeting as a text tells it; first who took part, from whom the rest follows."""
    took_part = _under(Under.TOOK_PART, pieces)
    with_text = with_people(here, [node for node in took_part if node.type == "table"], reading)
    with_text = with_family(here, with_text, [node for node in took_part if node.type != "table"], reading)
    with_text = with_facts(here, with_text, _under(Under.HEAD, pieces), reading)
    return with_agenda(with_text, _under(Under.AGENDA, pieces), reading)


def _under(under: Under, pieces: Iterable[Placed]) -> list[SyntaxTreeNode]:
    return [piece.node for piece in pieces if piece.under is under]
