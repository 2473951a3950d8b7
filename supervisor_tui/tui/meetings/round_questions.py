"""What is asked before a case is passed in the round: words that still stand in its line, or a case that presses."""

from supervisor_tui.casework.case_view import CaseView
from supervisor_tui.casework.caseload import CaseLine
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.minutes import minutes
from supervisor_tui.casework.meetings.telling import telling_proposed
from supervisor_tui.casework.names_typed import texts_of, words_of_names
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.domain.shown_text import shown
from supervisor_tui.store.rows import CaseSummary
from supervisor_tui.tui.caseload.case_columns import URGENT_RANK
from supervisor_tui.tui.meetings.kept_line import kept_line, place_of
from supervisor_tui.tui.meetings.typed_line import TypedLine
from supervisor_tui.wording import _

__all__ = ["asked_before", "is_pressing", "line_begun", "said_after"]

WORDS_SHOWN = 30
"""So much of what was begun is shown with the question, for the question is one line."""


def line_begun(desk: Desk, meeting: MeetingId, row: CaseLine) -> TypedLine:
    """Return what this person began to write about a case and did not save; blank where nothing stands there."""
    return kept_line(desk, place_of(meeting, row.summary.case))


def asked_before(begun: TypedLine, row: CaseLine) -> str:
    """Return what is asked before the case is passed, "" where one key is enough."""
    code = row.summary.case
    if not begun.is_blank:
        words = _("{code}: “{words}” stands in its line. n again saves it and goes on; r raises it.")
        return words.format(code=code, words=shown(_in_short(begun)))
    if _presses(row.summary, row.late):
        return _("{code}: danger, or high risk with something late. n again: no change; r raises it.").format(code=code)
    return ""


def said_after(desk: Desk, meeting: Meeting, line: MinutesLine | None) -> str:
    """Return what a line that was saved in the round still asks for: a name taken out, or the child told of it."""
    if line is None or line.case is None or line.kind is LineKind.NO_CHANGE:
        return ""
    named = words_of_names(desk, *texts_of(line))
    if named:
        words = _("{words}: a name? F8 takes the line back; write the code.")
        return words.format(words=", ".join(f"“{word}”" for word in named))
    if telling_proposed(desk, meeting, minutes(desk, meeting.id), line.case) is not None:
        return _("Saved. The child is to be told: Esc, then “:{code}” goes there.").format(code=line.case)
    return ""


def _in_short(begun: TypedLine) -> str:
    words = begun.text.strip() or " ".join((begun.owner, begun.until, begun.need, begun.why)).strip()
    return words if len(words) <= WORDS_SHOWN else f"{words[:WORDS_SHOWN]}…"


def is_pressing(desk: Desk, view: CaseView) -> bool:
    """Say whether a case in front is not to be passed by one key alone: danger, or high risk with something late."""
    summary = desk.store.summaries.of(view.case.code)
    late = sum(line.state is DueState.OVERDUE and not line.row.advisory for line in view.due)
    return summary is not None and _presses(summary, late)


def _presses(summary: CaseSummary, late: int) -> bool:
    return summary.urgent or (summary.risk_rank <= URGENT_RANK and late > 0)
