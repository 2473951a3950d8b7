"""What is open in a closing, a line for each fact that somebody can record; checks that wait for it stand together."""

from collections.abc import Iterable

import msgspec

from supervisor_tui.casework.closing import ClosingView, OpenCheck
from supervisor_tui.casework.turns import Turn
from supervisor_tui.domain.records.closing import ClosureRequest
from supervisor_tui.wording import _, ngettext

__all__ = ["OpenLine", "advice_lines", "open_lines"]


class OpenLine(msgspec.Struct, frozen=True):
    """What one missing fact would settle: `what` and `reason` in words, the first check, and those that wait too."""

    what: str
    reason: str
    check: OpenCheck
    depending: tuple[OpenCheck, ...] = ()


def open_lines(view: ClosingView) -> tuple[OpenLine, ...]:
    """Return what stands in the way, in the order in which somebody can act.

    Items of a set with several ways out stand with their way and are left out. Where nobody has asked for closing,
    that comes first, for the checks are read for the reason that it gives.
    """
    with_ways = {way.set for way in view.ways}
    common = [one for one in view.open_checks if one.set not in with_ways or not one.check.rule.alternative]
    lines = [_line(view, together) for together in _settled_together(common)]
    return tuple(sorted(lines, key=lambda line: (list(Turn).index(line.check.turn), not _asks(view, line.check))))


def advice_lines(view: ClosingView) -> tuple[OpenLine, ...]:
    """Return what is open and only advised."""
    return tuple(_line(view, together) for together in _settled_together(view.advice))


def _settled_together(checks: Iterable[OpenCheck]) -> Iterable[list[OpenCheck]]:
    """Return the checks by the fact that would settle them, in their order."""
    together: dict[object, list[OpenCheck]] = {}
    for one in checks:
        missing = one.check.answer.missing
        key: object = (one.set, one.turn, missing) if missing is not None and missing.record else one.check.rule.id
        together.setdefault(key, []).append(one)
    return together.values()


def _asks(view: ClosingView, one: OpenCheck) -> bool:
    missing = one.check.answer.missing
    return view.request is None and missing is not None and missing.record == ClosureRequest.KIND


def _line(view: ClosingView, together: list[OpenCheck]) -> OpenLine:
    first, *others = together
    if not _asks(view, first):
        return OpenLine(first.check.rule.title, first.check.answer.reason, first, tuple(others))
    words = ngettext(
        "Nobody has asked. {n} check is read for the main reason.",
        "Nobody has asked. {n} checks are read for the main reason.",
        len(together),
    )
    return OpenLine(_("Ask for closing"), words.format(n=len(together)), first, tuple(others))
