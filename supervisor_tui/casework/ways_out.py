"""The ways out of a guidance set of which one is enough: how each stands, and which of its items are missing."""

from collections.abc import Sequence

import msgspec

from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.ids import SetId
from supervisor_tui.guidance.guidance_set import Combines
from supervisor_tui.guidance.reviews import Alternative, CheckAnswer, SetReview
from supervisor_tui.wording import _, ngettext

__all__ = ["WayOut", "between_it_and_ready", "has_ways_out", "ways_out"]

_NEAREST_FIRST = (Result.PASS, Result.UNKNOWN, Result.FAIL, Result.NA)


class WayOut(msgspec.Struct, frozen=True):
    """One way out: its name in the guidance, what it is called, and its checks that stand in the way.

    The check that only sums up the others is left out of `missing`; its title is `title`, "" where there is none.
    """

    set: SetId
    name: str
    title: str
    result: Result
    missing: tuple[CheckAnswer, ...]


def way_words(way: WayOut, set_title: str) -> tuple[str, str]:
    """Return a way's name in words, and what misses in it or how it stands."""
    title = _("{set}, way {name}: {title}").format(set=set_title, name=way.name, title=way.title)
    count = len(way.missing)
    words = ngettext("{n} missing: {what}", "{n} missing: {what}", count)
    what = "; ".join(check.rule.title for check in way.missing)
    return title.rstrip(": "), words.format(n=count, what=what) if count else way.result.label


def has_ways_out(found: SetReview) -> bool:
    """Say whether one of several ways is enough for this set."""
    return found.set.combines is Combines.ANY_ALTERNATIVE and bool(found.alternatives)


def ways_out(found: SetReview) -> tuple[WayOut, ...]:
    """Return the ways out of a set, the one nearest to being open first."""
    if not has_ways_out(found):
        return ()
    ways = [_way(found, one) for one in found.alternatives]
    return tuple(sorted(ways, key=lambda way: (_NEAREST_FIRST.index(way.result), len(way.missing))))


def _way(found: SetReview, one: Alternative) -> WayOut:
    checks = [check for check in found.checks if check.rule.alternative == one.name]
    whole = next((check for check in checks if _sums_up(check, checks)), None)
    missing = tuple(check for check in checks if check is not whole and check.stands_in_the_way)
    return WayOut(found.set.id, one.name, whole.rule.title if whole else "", one.result, missing)


def _sums_up(check: CheckAnswer, checks: Sequence[CheckAnswer]) -> bool:
    """Say whether other checks are parts of this one: their ids begin with its id."""
    return any(other.rule.id.startswith(f"{check.rule.id}-") for other in checks)


def between_it_and_ready(found: SetReview) -> tuple[CheckAnswer, ...]:
    """Return the checks that keep a set from saying ready; where one way out is enough, those of the nearest."""
    if found.verdict is Result.PASS:
        return ()
    if not has_ways_out(found):
        return tuple(check for check in found.checks if check.stands_in_the_way)
    common = tuple(check for check in found.checks if check.stands_in_the_way and not check.rule.alternative)
    nearest = ways_out(found)[0]
    return common if nearest.result is Result.PASS else (*common, *nearest.missing)
