"""Lines of a text that are kept here already, so that reading a text twice adds nothing."""

from collections.abc import Mapping

import msgspec

from supervisor_tui.domain.ids import RecordId
from supervisor_tui.domain.meetings.minutes import MinutesLine
from supervisor_tui.exchange.minutes.minutes_text import MinutesText
from supervisor_tui.exchange.minutes.on_paper import in_order, lines_on_paper, present
from supervisor_tui.exchange.minutes.read_text import ReadLine, ReadText

__all__ = ["KnownAgain", "known_again"]


class KnownAgain(msgspec.Struct, frozen=True):
    """ids: what a line of the text is called here, for those that are kept. lacking: kept lines that the text lacks."""

    ids: Mapping[RecordId, RecordId]
    lacking: tuple[MinutesLine, ...]


def known_again(text: ReadText, here: MinutesText) -> KnownAgain:
    """Return which lines of a text are kept here; each kept line stands for one of the text at most."""
    kept = lines_on_paper(here.meeting, here.lines)
    called = {line.id: one.id for line, one in zip(kept, in_order(here.meeting, here.lines), strict=True)}
    comparing = _Comparing(text, here, {line.id: line for line in kept})
    left = list(kept)
    ids: dict[RecordId, RecordId] = {}
    for read in text.read:
        same = next((line for line in left if comparing.are_the_same(read, line)), None)
        if same is not None:
            left.remove(same)
            ids[read.line.id] = called[same.id]
    return KnownAgain(ids, tuple(left))


class _Comparing:
    """Compares lines of a text with lines that are kept, each by what is said in it."""

    def __init__(self, text: ReadText, here: MinutesText, kept: Mapping[RecordId, MinutesLine]) -> None:
        self._of_text = {line.id: line for line in text.lines}
        self._kept = kept
        self._there = (present(here.meeting), present(text.meeting))

    def are_the_same(self, read: ReadLine, kept: MinutesLine) -> bool:
        """Say whether they are; who heard it, and what it carries out, are compared where the text says so."""
        if _bare(read.line) != _bare(kept):
            return False
        if "heard_by" not in read.said and kept.heard_by not in self._there:
            return False
        if "heard_by" in read.said and kept.heard_by != read.line.heard_by:
            return False
        return "carries_out" not in read.said or self._behind(read.line, self._of_text) == self._behind(
            kept, self._kept
        )

    def _behind(self, line: MinutesLine, lines: Mapping[RecordId, MinutesLine]) -> MinutesLine | None:
        behind = lines.get(line.carries_out) if line.carries_out is not None else None
        return _bare(behind) if behind is not None else None


def _bare(line: MinutesLine) -> MinutesLine:
    """Return a line without what the program gives it, who heard it and what it carries out."""
    return msgspec.structs.replace(line, id=RecordId(""), carries_out=None, heard_by=())
