"""Numbers and words that guidance leaves to the agency: what a setting takes, and writing a decision down."""

from datetime import date

import msgspec

from supervisor_tui.casework.days_as_typed import NotADayError
from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import ProgrammeId, SetId
from supervisor_tui.domain.settings import AgencyValue, Setting
from supervisor_tui.wording import _

__all__ = ["Agreed", "agreed_on", "decide", "declared_setting", "expected", "value_typed"]

_MOST = 100_000
"""No number of days, hours or years that an agency decides comes near it; one mistyped leaves the calendar."""


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
    if not typed.isdecimal() or len(typed) > len(str(_MOST)):
        return None
    number = int(typed)
    return number if number < _limit(setting) else None


def _limit(setting: Setting) -> int:
    return _MOST if setting.below is None else setting.below


def expected(setting: Setting) -> str:
    """Say what the setting takes."""
    if setting.choices:
        return _("One of these is needed: {choices}.").format(choices=", ".join(setting.choices))
    if setting.is_text:
        return _("A few words are needed.")
    return _("A whole number below {limit} is needed.").format(limit=_limit(setting))


class Agreed(msgspec.Struct, frozen=True):
    """Why the agency decided so, who agreed it and when; "" and None for whoever writes it down, on that day."""

    reason: str
    by: str = ""
    on: date | None = None


def agreed_on(desk: Desk, typed: str) -> date | None:
    """Return the day on which something was agreed, None where none was typed.

    Raises NotADayError, in a sentence, for what is not a day and for a day that lies ahead.
    """
    if not typed:
        return None
    try:
        day = date.fromisoformat(typed)
    except ValueError as error:
        message = _("{typed} is not a day. Write it as 2026-11-30.")
        raise NotADayError(message.format(typed=typed)) from error
    if day > desk.clock().date():
        message = _("{day} lies ahead. Please give the day on which it was agreed.")
        raise NotADayError(message.format(day=day.isoformat()))
    return day


def decide(
    desk: Desk, set_id: SetId, key: str, value: int | str, agreed: Agreed, programme: ProgrammeId | None = None
) -> None:
    """Write the agency's own value down, for one programme or for all; the earlier ones stay readable."""
    today = desk.clock().date()
    desk.store.settings.decide(
        AgencyValue(set_id, key, value, desk.person.code, today, agreed.reason, programme, agreed.by, agreed.on)
    )
