"""What is installed and decided: the sets, the agency's values, and for which programmes a number is still open."""

from collections.abc import Mapping

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.what_waits import Waiting, what_waits
from supervisor_tui.domain.ids import ProgrammeId, SetId
from supervisor_tui.domain.people import Person
from supervisor_tui.domain.programme import Programme
from supervisor_tui.domain.settings import AgencyValue, Setting
from supervisor_tui.guidance.host import PluginReport
from supervisor_tui.guidance.panels import ScreenSource

__all__ = ["InForce", "in_force", "is_open", "of_each_programme", "own_value", "undecided_for", "value_for_all"]


class InForce(msgspec.Struct, frozen=True):
    """What the screen shows: sets, settings with the agency's values, screens, programmes and people."""

    reports: tuple[PluginReport, ...]
    settings: tuple[tuple[SetId, Setting], ...]
    agency: tuple[AgencyValue, ...]
    screens: tuple[tuple[SetId, ScreenSource], ...]
    programmes: tuple[Programme, ...]
    people: tuple[Person, ...]
    waiting: Mapping[str, Waiting]


def in_force(desk: Desk) -> InForce:
    """Return what is installed and decided."""
    return InForce(
        desk.host.reports(),
        desk.host.declared_settings(),
        desk.store.settings.all(),
        desk.host.screens(),
        desk.store.programmes.all(),
        desk.store.people.all(),
        what_waits(desk),
    )


def is_open(found: InForce, set_id: SetId, one: Setting) -> bool:
    """Say whether a number is decided neither for all nor for each programme that there is."""
    undecided = undecided_for(found, set_id, one)
    return value_for_all(found, set_id, one) is None and (bool(undecided) or not found.programmes)


def undecided_for(found: InForce, set_id: SetId, one: Setting) -> tuple[Programme, ...]:
    """Return the programmes that have no value of their own."""
    decided = of_each_programme(found, set_id, one)
    return tuple(programme for programme in found.programmes if programme.id not in decided)


def of_each_programme(found: InForce, set_id: SetId, one: Setting) -> Mapping[ProgrammeId, AgencyValue]:
    """Return the value of each programme that has one of its own, the one decided last."""
    held = [value for value in found.agency if (value.set, value.key) == (set_id, one.key)]
    in_order = sorted(held, key=lambda value: value.decided_on)
    return {value.programme: value for value in in_order if value.programme is not None}


def own_value(found: InForce, set_id: SetId, one: Setting) -> AgencyValue | None:
    """Return what the agency decided for every programme, or None."""
    own = (value for value in found.agency if value.set == set_id and value.key == one.key and value.programme is None)
    return next(own, None)


def value_for_all(found: InForce, set_id: SetId, one: Setting) -> int | str | None:
    """Return the value where no programme has one of its own, or None while nobody decided."""
    own = own_value(found, set_id, one)
    return own.value if own else one.default
