"""What the sets answer about a case: reviews of closing and due items, each set by itself."""

from collections.abc import Iterable
from datetime import date

import msgspec

from supervisor_tui.domain.answers import Answer, Result, any_alternative, combined, combined_within_alternative
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.ids import SetId
from supervisor_tui.domain.programme import SetInForce
from supervisor_tui.guidance.guard import Fault
from supervisor_tui.guidance.guidance_set import Combines, GuidanceSet
from supervisor_tui.guidance.rules import Rule, Strength


class CheckAnswer(msgspec.Struct, frozen=True):
    """One closure check's answer; `fault` says that the check itself broke and the answer is therefore unknown."""

    rule: Rule
    answer: Answer
    fault: Fault | None = None

    @property
    def stands_in_the_way(self) -> bool:
        """Whether this check keeps the case open."""
        return self.rule.strength is Strength.BLOCKS and self.answer.result in {Result.FAIL, Result.UNKNOWN}


class Alternative(msgspec.Struct, frozen=True):
    """One of several ways out, with the answer of its checks together."""

    name: str
    result: Result


class SetReview(msgspec.Struct, frozen=True):
    """What one set says about closing one case.

    built: how many of the checks that stand in the way are built, of how many. While some are missing the answer is
    at best unknown. alternatives: the ways out, where the set has several. settings_read: the keys of the
    numbers that its checks read.
    """

    set: GuidanceSet
    standing: SetInForce
    verdict: Result
    built: tuple[int, int]
    checks: tuple[CheckAnswer, ...]
    alternatives: tuple[Alternative, ...] = ()
    settings_read: tuple[str, ...] = ()


class SetFindings(msgspec.Struct, frozen=True):
    """What one set in force says of a case file as it stands; never combined into one answer."""

    set: GuidanceSet
    standing: SetInForce
    checks: tuple[CheckAnswer, ...]


class SetDue(msgspec.Struct, frozen=True):
    """The due items that one set asks for in one case, with its standing there."""

    set: SetId
    standing: SetInForce
    items: tuple[DueItem, ...]


def review(guidance: GuidanceSet, standing: SetInForce, checks: Iterable[CheckAnswer]) -> SetReview:
    """Combine the answers of one set's checks into its review."""
    answered = tuple(checks)
    blocking = [check for check in answered if check.rule.strength is Strength.BLOCKS]
    built = (len(blocking), max(guidance.closure_checks, len(blocking)))
    ways: tuple[Alternative, ...] = ()
    if guidance.combines is Combines.ALL:
        verdict = combined(check.answer.result for check in blocking)
        if verdict is Result.PASS and built[0] < built[1]:
            verdict = Result.UNKNOWN
    else:
        ways = _alternatives(blocking)
        verdict = _any_way_out(blocking, ways)
        if built[0] < built[1]:
            verdict = Result.UNKNOWN
    return SetReview(guidance, standing, verdict, built, answered, ways)


def not_installed(set_id: SetId, standing: SetInForce) -> SetReview:
    """Return the review of a set that is in force for a case but cannot be asked: unknown."""
    guidance = GuidanceSet(set_id, set_id, set_id, "", "", 0)
    return SetReview(guidance, standing, Result.UNKNOWN, (0, 0), ())


def _alternatives(blocking: list[CheckAnswer]) -> tuple[Alternative, ...]:
    names = dict.fromkeys(check.rule.alternative for check in blocking if check.rule.alternative)
    return tuple(
        Alternative(
            name,
            combined_within_alternative(check.answer.result for check in blocking if check.rule.alternative == name),
        )
        for name in names
    )


def _any_way_out(blocking: list[CheckAnswer], ways: tuple[Alternative, ...]) -> Result:
    common = [check.answer.result for check in blocking if not check.rule.alternative]
    together = [any_alternative([way.result for way in ways])]
    return combined(together + common)


def earliest(checks: Iterable[CheckAnswer]) -> date | None:
    """Return the first day on which every check that waits for a date can pass, or None if none does."""
    return max((check.answer.earliest for check in checks if check.answer.earliest), default=None)
