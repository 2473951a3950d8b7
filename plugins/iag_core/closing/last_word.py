"""The last answer to a question that follow-ups and reviews both ask."""

from collections.abc import Callable

import msgspec

from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.contact import FollowUp, Review
from supervisor_tui.domain.records.kind import YesNo

ORDER = (YesNo.NO, YesNo.NOT_KNOWN, YesNo.YES)
"""Of several answers on one day the most worrying counts."""


class LastWord(msgspec.Struct, frozen=True):
    """The answer and the record it stands in."""

    answer: YesNo
    entry: Entry[FollowUp] | Entry[Review]


def last_word(case: CaseFile, answered: Callable[[FollowUp | Review], YesNo | None]) -> LastWord | None:
    """Return the last answer of a follow-up or review, or None if the question was never answered."""
    entries: tuple[Entry[FollowUp] | Entry[Review], ...] = (*case.of(FollowUp), *case.of(Review))
    words = [LastWord(answer, entry) for entry in entries if (answer := answered(entry.body)) is not None]
    if not words:
        return None
    last = max(word.entry.on for word in words)
    return min((word for word in words if word.entry.on == last), key=lambda word: ORDER.index(word.answer))
