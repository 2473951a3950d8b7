"""One thing that a step of the work asks for."""

import msgspec

from supervisor_tui.domain.answers import Missing
from supervisor_tui.wording import _


class AskedFor(msgspec.Struct, frozen=True):
    """One thing that a step asks for: in a few words, whether it is still missing, and the form that records it.

    note: what is to be said of it while it is missing.
    """

    words: str
    is_missing: bool
    where: Missing
    note: str = _("nothing recorded")


def asked(words: str, is_missing: bool, record: str, field: str | None = None) -> AskedFor:
    """Return one thing that is asked for, with the form and the field that record it."""
    return AskedFor(words, is_missing, Missing(record=record, field=field))
