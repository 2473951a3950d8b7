"""Programmes: what holds in each from a day on. Earlier words stay readable; a later one stands behind them."""

from collections.abc import Mapping
from datetime import date

import msgspec

from supervisor_tui.domain.ids import ProgrammeId, SetId
from supervisor_tui.domain.programme import Context, ContextPeriod, Programme, SetInForce, Standing

__all__ = ["new_programme", "said_of"]

_LONGEST = 60
"""Characters of an id; the audit log takes no longer ones."""


def new_programme(title: str) -> Programme:
    """Return a programme in which nothing was decided yet; its id is its title in small letters with hyphens, cut."""
    words = "".join(one if one.isalnum() else " " for one in title.casefold()).split()
    return Programme(ProgrammeId("-".join(words)[:_LONGEST].strip("-") or "-"), title)


def said_of(
    held: Programme, since: date, context: Context | None, standings: Mapping[SetId, Standing], reason: str
) -> Programme:
    """Return the programme with what differs from that day on; context None leaves it as it was."""
    contexts = () if context is None or held.context_on(since) is context else (ContextPeriod(context, since),)
    sets = tuple(
        SetInForce(set_id, standing, since, reason)
        for set_id, standing in standings.items()
        if standing is not _standing(held, set_id, since)
    )
    return msgspec.structs.replace(held, contexts=(*held.contexts, *contexts), sets=(*held.sets, *sets))


def _standing(held: Programme, set_id: SetId, day: date) -> Standing:
    found = held.standing_on(set_id, day)
    return found.standing if found else Standing.OFF
