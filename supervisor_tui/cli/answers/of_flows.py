"""What guidance sets add to a flow (closing, hand-over, opening again), as JSON gives it: parts asked for, reasons."""

from collections.abc import Iterable

import msgspec

from supervisor_tui.guidance.flows import FlowReason
from supervisor_tui.guidance.reviews import SetFindings

__all__ = ["AskedPart", "NamedReason", "asked_parts", "named_reasons"]


class AskedPart(msgspec.Struct, frozen=True):
    """What one guidance set in force asks people to do, and how it stands. in_force: decides or informs."""

    set: str
    in_force: str
    rule: str
    part: str
    title: str
    result: str
    reason: str


class NamedReason(msgspec.Struct, frozen=True):
    """A reason that a set names, in the set's own words."""

    set: str
    key: str
    title: str
    source: str


def asked_parts(asked: Iterable[SetFindings]) -> tuple[AskedPart, ...]:
    """Return what the sets ask for, each by itself."""
    return tuple(
        AskedPart(
            set=found.set.id,
            in_force=found.standing.standing.value,
            rule=one.rule.id,
            part=one.rule.part.value if one.rule.part else "",
            title=one.rule.title,
            result=one.answer.result.value,
            reason=one.answer.reason,
        )
        for found in asked
        for one in found.checks
    )


def named_reasons(reasons: Iterable[FlowReason]) -> tuple[NamedReason, ...]:
    """Return the reasons that sets name."""
    return tuple(NamedReason(one.set, one.key, one.title, one.source) for one in reasons)
