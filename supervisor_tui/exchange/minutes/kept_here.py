"""What the program keeps itself and prints in minutes: read again, compared with what is kept, never written."""

from collections.abc import Iterable, Iterator, Mapping

from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.exchange.minutes.head import copy_words
from supervisor_tui.exchange.minutes.headings import FACTS, SO_FAR, blank
from supervisor_tui.exchange.minutes.minutes_markdown import minutes_as_markdown
from supervisor_tui.exchange.minutes.minutes_text import MinutesText
from supervisor_tui.exchange.minutes.nodes import leaves, on_one_line, same, tree_of
from supervisor_tui.exchange.minutes.parts_of_text import STATE, TITLE, Placed, Under, parts_of
from supervisor_tui.exchange.minutes.reading import Reading
from supervisor_tui.exchange.minutes.tail import CONFIDENTIALITY, COPIES, CORRECTIONS, NEXT_MEETING
from supervisor_tui.exchange.minutes.text_problems import TextProblem
from supervisor_tui.wording import _

__all__ = ["not_as_kept"]

Where = tuple[str, CaseCode | None]

_HOW = {
    TITLE: _("which kind of meeting it is was said when it was called"),
    STATE: _("the chair approves with: supervisor-tui meeting approve"),
    COPIES: _("note a copy with: supervisor-tui meeting sent"),
    CORRECTIONS: _("correct a line of approved minutes with: supervisor-tui meeting correct"),
    NEXT_MEETING: _("call it with: supervisor-tui meeting new; a date alone stands under the next dates of a case"),
    FACTS: _("it stands in the case file, and is recorded there"),
    SO_FAR: _("it stands in the plan of the case, and is recorded there"),
    CONFIDENTIALITY: _("a text with names is not read; print it with codes"),
}


def not_as_kept(markdown: str, here: MinutesText) -> tuple[TextProblem, ...]:
    """Return a problem for each line of a text that says otherwise than what is kept here.

    here: the minutes as they would be printed, about the cases of the text. What the text leaves out is not missed;
    what it holds stands in the same order.
    """
    reading = Reading()
    kept = _by_place(parts_of(tree_of(minutes_as_markdown(here)), []))
    for where, said in _by_place(parts_of(tree_of(markdown), [])).items():
        left = [words for _row, words in kept.get(where, ())]
        for row, words in said:
            if words in left:
                left = left[left.index(words) + 1 :]
            elif words.startswith(copy_words("")):
                reading.problem(row, _("this is somebody's copy. Print the minutes themselves, and read those in."))
            else:
                reading.problem(row, _otherwise(where[0], words))
    return tuple(reading.problems)


def _by_place(pieces: Iterable[Placed]) -> Mapping[Where, list[tuple[int, str]]]:
    """Return the lines that are kept by the program, with their rows, by the heading under which they stand."""
    found: dict[Where, list[tuple[int, str]]] = {}
    for piece in pieces:
        if piece.under is Under.KEPT:
            found.setdefault((piece.heading, piece.case), []).extend(_said(piece))
    return found


def _said(piece: Placed) -> Iterator[tuple[int, str]]:
    sign = blank().strip("*")
    for row, words in leaves(piece.node):
        if (line := on_one_line(words)) and not same(line, sign):
            yield row, line


def _otherwise(heading: str, words: str) -> str:
    message = _("“{words}” is not what is kept here. “{heading}” is only compared: take the line out; {how}.")
    return message.format(words=words, heading=heading, how=_HOW[heading])
