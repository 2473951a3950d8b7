"""The answers about the agency itself: its people by code, its programmes, and what it decided."""

from datetime import date

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.what_waits import Waiting, what_waits
from supervisor_tui.domain.ids import SetId
from supervisor_tui.domain.settings import AgencyValue, Setting


class PersonAnswer(msgspec.Struct, frozen=True):
    """Somebody of the agency, by code; what they are called stands in no export."""

    person: str
    roles: tuple[str, ...]
    supervisor: str | None
    active: bool
    has_key: bool


class PeopleAnswer(msgspec.Struct, frozen=True):
    """The people of the agency."""

    people: tuple[PersonAnswer, ...]


class ProgrammeAnswer(msgspec.Struct, frozen=True):
    """A programme as it stands on the day asked about: its context, and each set in force ("decides", "informs")."""

    programme: str
    title: str
    context: str | None
    in_force: dict[str, str]
    risk_levels: tuple[str, ...]


class ProgrammesAnswer(msgspec.Struct, frozen=True):
    """The programmes."""

    as_of: date
    programmes: tuple[ProgrammeAnswer, ...]


class SettingAnswer(msgspec.Struct, frozen=True):
    """A setting. value: what holds; null where nobody decided. programme: null for all programmes.

    decided_by, decided_on: who wrote it down and when; agreed_by, agreed_on: who agreed it and when. waits_for_it: the
    titles of what is not known until it is decided, cases_waiting: in how many cases.
    """

    setting: str
    title: str
    value: int | str | None
    unit: str
    default: int | str | None
    source: str
    programme: str | None
    decided_by: str | None
    decided_on: date | None
    reason: str
    agreed_by: str | None
    agreed_on: date | None
    waits_for_it: tuple[str, ...]
    cases_waiting: int


class SettingsAnswer(msgspec.Struct, frozen=True):
    """What guidance leaves to the agency, or gives as an example."""

    settings: tuple[SettingAnswer, ...]


def people_answer(desk: Desk) -> PeopleAnswer:
    """Return the people as JSON gives them."""
    return PeopleAnswer(
        tuple(
            PersonAnswer(
                one.code, tuple(role.value for role in one.roles), one.supervisor, one.active, desk.store.has_key(one)
            )
            for one in desk.store.people.all()
        )
    )


def programmes_answer(desk: Desk) -> ProgrammesAnswer:
    """Return the programmes as JSON gives them."""
    found = []
    for one in desk.store.programmes.all():
        context = one.context_on(desk.as_of)
        standings = {entry.set: one.standing_on(entry.set, desk.as_of) for entry in one.sets}
        in_force = {
            str(set_id): standing.standing.value for set_id, standing in standings.items() if standing is not None
        }
        levels = tuple(level.id for level in one.risk_levels)
        found.append(ProgrammeAnswer(one.id, one.title, context.value if context else None, in_force, levels))
    return ProgrammesAnswer(desk.as_of, tuple(found))


def settings_answer(desk: Desk) -> SettingsAnswer:
    """Return the settings as JSON gives them: for each the value of all programmes, then those of single ones."""
    decided = desk.store.settings.all()
    waiting = what_waits(desk)
    found = []
    for set_id, setting in desk.host.declared_settings():
        own = [value for value in decided if value.set == set_id and value.key == setting.key]
        if all(value.programme is not None for value in own):
            found.append(_setting(set_id, setting, None, waiting.get(f"{set_id}.{setting.key}")))
        found += [_setting(set_id, setting, value, None) for value in own]
    return SettingsAnswer(tuple(found))


def _setting(set_id: SetId, setting: Setting, own: AgencyValue | None, waiting: Waiting | None) -> SettingAnswer:
    return SettingAnswer(
        setting=f"{set_id}.{setting.key}",
        title=setting.title,
        value=own.value if own else setting.default,
        unit=setting.unit,
        default=setting.default,
        source=setting.source,
        programme=own.programme if own else None,
        decided_by=own.decided_by if own else None,
        decided_on=own.decided_on if own else None,
        reason=own.reason if own else "",
        agreed_by=own.agreed_by or own.decided_by if own else None,
        agreed_on=own.agreed_on or own.decided_on if own else None,
        waits_for_it=waiting.titles if waiting else (),
        cases_waiting=waiting.cases if waiting else 0,
    )
