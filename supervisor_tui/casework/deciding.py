"""Numbers and words that guidance leaves to the agency: what a setting takes, and writing a decision down."""

from collections.abc import Mapping

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import CaseCode, ProgrammeId, SetId
from supervisor_tui.domain.settings import AgencyValue, Setting
from supervisor_tui.wording import _

__all__ = ["Waiting", "decide", "declared_setting", "expected", "value_typed", "waiting_for_settings"]


class Waiting(msgspec.Struct, frozen=True):
    """What waits for a number that nobody decided: the titles of the rules, and the cases."""

    titles: tuple[str, ...]
    cases: frozenset[CaseCode]


def waiting_for_settings(desk: Desk) -> Mapping[str, Waiting]:
    """Return what waits for each undecided setting, by its full key, from the stored rows of duties not known."""
    titles = {rule.id: rule.title for rule in desk.host.rules()}
    named: dict[str, dict[str, None]] = {}
    cases: dict[str, set[CaseCode]] = {}
    for row in desk.store.due_rows.unknown():
        key = row.item.missing.setting if row.item.missing is not None else None
        if key:
            named.setdefault(key, {})[titles.get(row.rule, row.item.title)] = None
            cases.setdefault(key, set()).add(row.case)
    return {key: Waiting(tuple(named[key]), frozenset(held)) for key, held in cases.items()}


def declared_setting(desk: Desk, key: str) -> tuple[SetId, Setting] | None:
    """Return the set and the setting of a full key such as "iag_core.review_months", or None."""
    return next(
        (found for found in desk.host.declared_settings() if f"{found[0]}.{found[1].key}" == key),
        None,
    )


def value_typed(setting: Setting, typed: str) -> int | str | None:
    """Return the value that was typed, or None for one that the setting cannot have."""
    if setting.choices:
        return typed if typed in setting.choices else None
    if setting.is_text or isinstance(setting.default, str):
        return typed or None
    if not typed.isdecimal():
        return None
    number = int(typed)
    return number if setting.below is None or number < setting.below else None


def expected(setting: Setting) -> str:
    """Say what the setting takes."""
    if setting.choices:
        return _("One of these is needed: {choices}.").format(choices=", ".join(setting.choices))
    if setting.below is not None:
        return _("A whole number below {limit} is needed.").format(limit=setting.below)
    return _("A few words are needed.") if setting.is_text else _("A whole number is needed.")


def decide(
    desk: Desk, set_id: SetId, key: str, value: int | str, reason: str, programme: ProgrammeId | None = None
) -> None:
    """Write the agency's own value down, for one programme or for all; the earlier ones stay readable."""
    today = desk.clock().date()
    desk.store.settings.decide(AgencyValue(set_id, key, value, desk.person.code, today, reason, programme))
