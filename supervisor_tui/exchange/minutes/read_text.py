"""What was read from a text of minutes, and where in the text it stood."""

import msgspec

from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import MinutesLine
from supervisor_tui.exchange.minutes.reading import Changed
from supervisor_tui.exchange.minutes.text_problems import TextProblem

__all__ = ["ReadLine", "ReadText"]


class ReadLine(msgspec.Struct, frozen=True):
    """A line of minutes, its row in the text, and the fields that are said beside it."""

    line: MinutesLine
    row: int
    said: frozenset[str] = frozenset()


class ReadText(msgspec.Struct, frozen=True):
    """What a text holds. Where there are problems, nothing of it is to be kept.

    meeting: as the text tells it, who took part and the agenda among it. changes: where that is otherwise than it is
    here. left_out: what stands here and in no list of the text, and stays. read: the lines in the order of the text,
    named by their place from 1, as `lines_on_paper` names them.
    """

    meeting: Meeting
    changes: tuple[Changed, ...]
    left_out: tuple[str, ...]
    read: tuple[ReadLine, ...]
    problems: tuple[TextProblem, ...]

    @property
    def lines(self) -> tuple[MinutesLine, ...]:
        """The lines alone."""
        return tuple(one.line for one in self.read)
