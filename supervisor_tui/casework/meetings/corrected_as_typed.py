"""What somebody types to correct a line: a day, somebody here, one of a closed list, or words; blank takes it out."""

from collections.abc import Mapping

import msgspec

from supervisor_tui.casework.days_as_typed import NotADayError, read_day
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.who import UnknownPersonError, code_if_known
from supervisor_tui.casework.typed_choice import NotAChoiceError, chosen
from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.meetings.corrections import correctable
from supervisor_tui.domain.meetings.kinds import CaseOutcome
from supervisor_tui.domain.meetings.minutes import MinutesLine, ViewGiven
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.exchange.minutes.attributes import label_of
from supervisor_tui.wording import _

__all__ = ["CHOICES", "WrongFieldError", "as_corrected", "as_typed"]

CHOICES: Mapping[str, type[Choice]] = {"outcome": CaseOutcome, "best_interests": YesNo, "view": ViewGiven}
_DAYS = frozenset({"due_on", "on"})


class WrongFieldError(ValueError):
    """What stands in a field cannot be read; `field` is its name and the sentence says what to type."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


def as_typed(desk: Desk, line: MinutesLine, field: str) -> str:
    """Return what stands in a field as somebody would type it, people by their short names."""
    value = getattr(line, field)
    if isinstance(value, Choice):
        return value.label
    if field == "owner":
        return desk.short_name(PersonCode(value))
    return str(value or "")


def as_corrected(desk: Desk, line: MinutesLine, typed: Mapping[str, str]) -> MinutesLine:
    """Return a line as it is to read with what was typed; a field that is not named stays.

    Raises WrongFieldError for what cannot be read.
    """
    known = correctable(line)
    for field in typed:
        if field not in known:
            words = _("“{kind}” has nothing of the kind. It can be corrected in: {known}.")
            named = ", ".join(label_of(one) for one in known)
            raise WrongFieldError(field, words.format(kind=line.kind.label, known=named))
    return msgspec.structs.replace(line, **{field: _read(desk, field, words) for field, words in typed.items()})


def _read(desk: Desk, field: str, words: str) -> object:
    try:
        if field in CHOICES:
            return chosen(CHOICES[field], words)
        if field in _DAYS:
            return read_day(words, desk.as_of) if words.strip() else None
        return code_if_known(desk, words) if field == "owner" else words.strip()
    except (NotADayError, NotAChoiceError, UnknownPersonError) as error:
        raise WrongFieldError(field, str(error)) from error
