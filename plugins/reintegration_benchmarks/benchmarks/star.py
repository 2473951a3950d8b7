"""The star: a colour, and always its letter, for each of the six domains.

The handbook names four colours from red in the middle to green at the rim, and no numbers; the bands are ours: all
indicators that apply reached is green, two thirds yellow, one third orange, less is red. A blank makes it unknown.
"""

import msgspec

from reintegration_benchmarks.benchmarks.agreed_scores import AgreedScores
from reintegration_benchmarks.benchmarks.domains import Domain
from reintegration_benchmarks.benchmarks.score import Score
from supervisor_tui.domain.choice import Choice
from supervisor_tui.wording import _


class Colour(Choice):
    """The colour of a domain; the stored value is the letter that stands beside it."""

    RED = "R", _("red")
    ORANGE = "O", _("orange")
    YELLOW = "Y", _("yellow")
    GREEN = "G", _("green")
    UNKNOWN = "?", _("not known")
    NONE = "-", _("does not apply")


_RANKED = (Colour.RED, Colour.ORANGE, Colour.YELLOW, Colour.GREEN)


class Trend(Choice):
    """How a domain moved since the review before."""

    UP = "up", _("up")
    SAME = "same", _("same")
    DOWN = "down", _("down")
    NONE = "none", _("no comparison")


class StarPoint(msgspec.Struct, frozen=True):
    """One domain of the star: reached of applicable indicators, and how many do not apply or are blank."""

    domain: Domain
    colour: Colour
    reached: int
    applicable: int
    not_applicable: int
    blank: int
    trend: Trend = Trend.NONE


def star(scores: AgreedScores, before: AgreedScores | None = None) -> tuple[StarPoint, ...]:
    """Return the six points of the star, with the trend since the review before."""
    return tuple(_with_trend(_point(scores, domain), before) for domain in Domain)


def colour(reached: int, applicable: int) -> Colour:
    """Return the band in which a share of reached indicators lies; exact, without a rounded third."""
    if applicable == 0:
        return Colour.NONE
    if reached == applicable:
        return Colour.GREEN
    if 3 * reached >= 2 * applicable:
        return Colour.YELLOW
    return Colour.ORANGE if 3 * reached >= applicable else Colour.RED


def trend(before: Colour, after: Colour) -> Trend:
    """Return how a colour moved; unknown and not applicable compare with nothing."""
    if before not in _RANKED or after not in _RANKED:
        return Trend.NONE
    step = _RANKED.index(after) - _RANKED.index(before)
    return Trend.UP if step > 0 else Trend.DOWN if step < 0 else Trend.SAME


def _point(scores: AgreedScores, domain: Domain) -> StarPoint:
    found = scores.of_domain(domain)
    reached = found.count(Score.REACHED)
    left_out = found.count(Score.DOES_NOT_APPLY)
    blank = found.count(None)
    applicable = len(found) - left_out
    shown = Colour.UNKNOWN if blank else colour(reached, applicable)
    return StarPoint(domain, shown, reached, applicable, left_out, blank)


def _with_trend(point: StarPoint, before: AgreedScores | None) -> StarPoint:
    if before is None:
        return point
    return msgspec.structs.replace(point, trend=trend(_point(before, point.domain).colour, point.colour))
