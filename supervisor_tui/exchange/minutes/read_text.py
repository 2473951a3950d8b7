"""What was read from a text of minutes, and where in the text it stood."""

import msgspec

from supervisor_tui.domain.ids import ParticipantId
from supervisor_tui.domain.meetings.minutes import MinutesLine
from supervisor_tui.domain.meetings.participants import Attendance
from supervisor_tui.exchange.minutes.text_problems import TextProblem

__all__ = ["ReadText"]


class ReadText(msgspec.Struct, frozen=True):
    """The lines of minutes in a text, in its order, and what could not be read.

    lines: named by their place from 1, as `lines_on_paper` names them. rows: the row of the text for each of them.
    attendance: who came, by number. Where there are problems, nothing of it is to be kept.
    """

    lines: tuple[MinutesLine, ...]
    rows: tuple[int, ...]
    attendance: dict[ParticipantId, Attendance]
    problems: tuple[TextProblem, ...]
