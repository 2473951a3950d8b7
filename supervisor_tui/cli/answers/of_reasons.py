"""The reasons that guidance sets name for closing, handing over or opening again, as JSON gives them."""

from collections.abc import Iterable

import msgspec

from supervisor_tui.guidance.flows import FlowReason

__all__ = ["NamedReason", "named_reasons"]


class NamedReason(msgspec.Struct, frozen=True):
    """A reason that a set names, in the set's own words."""

    set: str
    key: str
    title: str
    source: str


def named_reasons(reasons: Iterable[FlowReason]) -> tuple[NamedReason, ...]:
    """Return the reasons as JSON gives them."""
    return tuple(NamedReason(one.set, one.key, one.title, one.source) for one in reasons)
