"""Numbers that guidance leaves to the agency or gives as an example, each with its source beside it.

A setting without a default and without the agency's own value is *not decided*; a rule that needs it answers unknown.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import blake2b
from types import MappingProxyType

import msgspec

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import PersonCode, ProgrammeId, SetId
from supervisor_tui.wording import _


class UsedFor(Choice):
    """What the product itself asks a number for, whichever guidance gives it."""

    KEEPING_YEARS = "keeping_years", _("how many years a closed file is kept at least")
    REOPENED_SOON = "reopened_soon", _("within how many days a reopening asks what was not seen")
    NOTICE_DAYS = "notice_days", _("how many days before a conference everybody hears of it")


class Setting(msgspec.Struct, frozen=True):
    """A number or word that a set reads.

    key: short name inside its set ("review_months"). default: None where the source gives no value. unit: in words.
    source: where the default stands ("004 §3.5"), or "ours" for a value that no guidance states.
    below: a value from which on the setting is refused, where guidance gives only an upper limit.
    choices: the words allowed, for a setting that is a word. is_text: whether it is written freely.
    rule: the rule that asks for it by name, if one does. used_for: what the product itself asks this number for, beside
    the rules of its set.
    """

    key: str
    title: str
    default: int | str | None
    unit: str
    source: str
    below: int | None = None
    choices: tuple[str, ...] = ()
    is_text: bool = False
    rule: str = ""
    used_for: UsedFor | None = None


class AgencyValue(msgspec.Struct, frozen=True):
    """The agency's own value of a setting: who agreed it, when and why; for one programme or for all.

    decided_by, decided_on: who wrote it down, and the day from which it holds. agreed_by: a person, a board or the
    agencies that agreed it, in words, and agreed_on the day; "" and None where that was the writer, on that day.
    """

    set: SetId
    key: str
    value: int | str
    decided_by: PersonCode
    decided_on: date
    reason: str = ""
    programme: ProgrammeId | None = None
    agreed_by: str = ""
    agreed_on: date | None = None


class Settings:
    """The settings of one set as they hold for one programme: the agency's values over the defaults."""

    __slots__ = ("_local", "_noted", "_values", "set")

    set: SetId
    _local: Mapping[str, AgencyValue]
    _noted: dict[str, None] | None
    _values: Mapping[str, int | str | None]

    def __init__(self, set_id: SetId, declared: Iterable[Setting], local: Mapping[str, AgencyValue]) -> None:
        """Take what the set declared and the agency's own values by key."""
        own = dict(local)
        values = {one.key: own[one.key].value if one.key in own else one.default for one in declared}
        object.__setattr__(self, "set", set_id)
        object.__setattr__(self, "_local", MappingProxyType(own))
        object.__setattr__(self, "_values", MappingProxyType(values))
        object.__setattr__(self, "_noted", None)

    def noting(self) -> "Settings":
        """Return the same settings, which note what is read from them; see `read`."""
        noting = object.__new__(Settings)
        for name, value in (("set", self.set), ("_local", self._local), ("_values", self._values), ("_noted", {})):
            object.__setattr__(noting, name, value)
        return noting

    @property
    def read(self) -> tuple[str, ...]:
        """The keys that were read, in their order; none unless the settings are `noting`."""
        return tuple(sorted(self._noted or ()))

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: settings are handed to guidance sets and must come back as they were."""
        raise AttributeError(f"settings cannot be changed here ({name})")

    def __delattr__(self, name: str) -> None:
        """Refuse, as for setting."""
        raise AttributeError(f"settings cannot be changed here ({name})")

    def number(self, key: str) -> int | None:
        """Return a number, or None where it is not decided.

        Raises KeyError for a key that the set did not declare and TypeError for a setting that is a word: both are
        faults of the set.
        """
        value = self._value(key)
        if isinstance(value, str):
            raise TypeError(key)
        return value

    def word(self, key: str) -> str | None:
        """Return a word, or None where it is not decided."""
        value = self._value(key)
        return None if value is None else str(value)

    def _value(self, key: str) -> int | str | None:
        if self._noted is not None:
            self._noted[key] = None
        return self._values[key]

    def is_local(self, key: str) -> bool:
        """Say whether the value is the agency's own."""
        return key in self._local

    def agency_value(self, key: str) -> AgencyValue | None:
        """Return the agency's own decision on a setting, or None where the guidance's value holds."""
        return self._local.get(key)

    def full_key(self, key: str) -> str:
        """Return the key with the set's id before it, as screens and answers name it."""
        return f"{self.set}.{key}"

    def fingerprint(self) -> str:
        """Return a short hash of every value, by which stored due rows are known to be out of date."""
        return blake2b(msgspec.json.encode(dict(self._values), order="deterministic"), digest_size=8).hexdigest()


def settings_for(
    set_id: SetId, declared: Iterable[Setting], agency: Iterable[AgencyValue], programme: ProgrammeId | None
) -> Settings:
    """Return a set's settings for a programme: the programme's own value, else the agency's, else the default.

    Of several values of one setting the one decided last counts.
    """
    mine = sorted((value for value in agency if value.set == set_id), key=lambda value: value.decided_on)
    local = {value.key: value for value in mine if value.programme is None}
    local |= {value.key: value for value in mine if value.programme == programme and programme is not None}
    return Settings(set_id, declared, local)
