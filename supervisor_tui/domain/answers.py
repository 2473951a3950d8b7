"""What a check may answer, and how the checks of one guidance set become one answer.

There are four answers. A fact that nobody recorded is *unknown*, and unknown never passes.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Self

import msgspec

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import CaseCode, RecordId
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.wording import _


class Result(Choice):
    """The one vocabulary of answers."""

    PASS = "pass", _("in order")
    FAIL = "fail", _("not yet")
    UNKNOWN = "unknown", _("not known")
    NA = "na", _("does not apply")


class Fact(msgspec.Struct, frozen=True):
    """Something an answer rests on: a sentence, its day, the record it stands in and how that came to be known."""

    text: str
    on: date | None = None
    record: RecordId | None = None
    how_known: HowKnown = HowKnown.RECORDED


class Missing(msgspec.Struct, frozen=True):
    """What would settle an open answer: a field of a record kind, or a setting, and whose turn it is.

    `record` is a record kind and `field` a field of it, so that Enter can open the form at that field. `setting` is
    the full key of a number that the agency has not decided. `who` names a role in the reader's words. `case` is the
    case of that record, where an answer is about a meeting and so about several; what settles the meeting's own
    answers is named in `meetings/missing.py`.
    """

    record: str | None = None
    field: str | None = None
    setting: str | None = None
    who: str | None = None
    case: CaseCode | None = None


class Answer(msgspec.Struct, frozen=True):
    """What one check says of one case on one day.

    `reason` is a sentence for the supervisor. `earliest` is the first day on which the check can pass, where that is
    known; `missing` says what to record.
    """

    result: Result
    reason: str
    facts: tuple[Fact, ...] = ()
    earliest: date | None = None
    missing: Missing | None = None

    @classmethod
    def passes(cls, reason: str, *facts: Fact) -> Self:
        """Say that the check is met."""
        return cls(Result.PASS, reason, facts)

    @classmethod
    def fails(cls, reason: str, *facts: Fact, earliest: date | None = None, missing: Missing | None = None) -> Self:
        """Say that the check is not met, and from when it can be."""
        return cls(Result.FAIL, reason, facts, earliest, missing)

    @classmethod
    def unknown(cls, reason: str, *facts: Fact, missing: Missing | None = None, earliest: date | None = None) -> Self:
        """Say that a fact or a setting is missing."""
        return cls(Result.UNKNOWN, reason, facts, earliest, missing)

    @classmethod
    def does_not_apply(cls, reason: str, *facts: Fact) -> Self:
        """Say that the check is not asked of this case, and why."""
        return cls(Result.NA, reason, facts)


def combined(results: Iterable[Result]) -> Result:
    """Return the answer of all blocking checks together: any fail fails, else any unknown is unknown.

    What does not apply is dropped. Nothing left at all is unknown, never a pass.
    """
    counted = {result for result in results if result is not Result.NA}
    for result in (Result.FAIL, Result.UNKNOWN, Result.PASS):
        if result in counted:
            return result
    return Result.UNKNOWN


def combined_within_alternative(results: Iterable[Result]) -> Result:
    """Return the answer of one alternative's items: as `combined`, but if nothing applies it does not apply."""
    found = tuple(results)
    return Result.NA if all(result is Result.NA for result in found) else combined(found)


def any_alternative(results: Sequence[Result]) -> Result:
    """Return the answer of alternatives of which one is enough: any pass passes, else any unknown is unknown."""
    for result in (Result.PASS, Result.UNKNOWN, Result.FAIL):
        if result in results:
            return result
    return Result.UNKNOWN
