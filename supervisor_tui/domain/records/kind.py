"""How a kind of record is declared.

From one declaration come the strict decoding at every border, the form on the screen, the prompts of the plain mode,
the printed blank form, the JSON Schema and the columns of an import. A guidance set declares its own kinds in the same
way, with the set's id and a dot before the name (`prerana_exit.client_request`).
"""

from datetime import datetime
from typing import Annotated, Any, ClassVar

import msgspec

from supervisor_tui.domain.choice import Choice
from supervisor_tui.wording import _

Moment = Annotated[datetime, msgspec.Meta(tz=True)]
"""A day and hour that carries its offset; one without is refused at every border."""

Days = Annotated[int, msgspec.Meta(ge=1, le=366)]
"""A number of days between one time and the next."""

Months = Annotated[int, msgspec.Meta(ge=1, le=600)]
"""A length in months, or the months between one time and the next."""

Count = Annotated[int, msgspec.Meta(ge=0, le=1_000_000_000)]
"""How many, or how much; none is a number too."""

ChildAge = Annotated[int, msgspec.Meta(ge=0, le=25)]
"""Whole years of a child, or of a young person who is still accompanied."""


class RecordBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What was found out; the base of every kind of record.

    KIND: the stored name. TITLE: the name a person reads. ON: what the record's date means, asked first in the form.
    VERSION: raised when fields change their meaning. CLOSES_FOR: the main reason for closing, as it is stored, that a
    case with such a record has ("death"); it is proposed when closing is asked for.
    """

    KIND: ClassVar[str]
    TITLE: ClassVar[str]
    ON: ClassVar[str] = _("Date")
    VERSION: ClassVar[int] = 1
    CLOSES_FOR: ClassVar[str] = ""


class YesNo(Choice):
    """A question that was asked: a blank field means that it was not."""

    YES = "yes", _("yes")
    NO = "no", _("no")
    NOT_KNOWN = "not_known", _("not known")


def asked(
    title: str,
    *,
    hint: str = "",
    unit: str = "",
    rule: str = "",
    long: bool = False,
    codes: str = "",
    by_itself: bool = False,
) -> msgspec.Meta:
    """Describe a field once: its title, hint, unit and the rule that asks for it.

    `long` marks text of several lines. `codes` says what a code refers to ("person", "goal", "action", "meeting",
    "risk_level", "programme"), so that a form can offer the known ones. `by_itself` marks what the program fills in
    when the record is saved; no form asks for it.
    """
    more: dict[str, Any] = {"unit": unit, "rule": rule, "long": long, "codes": codes, "by_itself": by_itself}
    shown = {key: value for key, value in (("unit", unit), ("rule", rule)) if value}
    return msgspec.Meta(title=title, description=hint or None, extra_json_schema=shown or None, extra=more)
