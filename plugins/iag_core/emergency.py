"""Shorter limits in an emergency: the guidance asks for them and gives no figure (004 §3.2, §3.5, §3.6).

Where the agency has not decided its own, the ordinary limit is the outermost one and what lies before it is not known.
"""

from datetime import date, timedelta

import msgspec

from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.calendar import is_after
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.programme import Context
from supervisor_tui.domain.records.responsibility import ContextForCase
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.standing import context_on
from supervisor_tui.wording import _

CONTEXT_UNKNOWN = _("Nobody recorded whether this is an emergency, where less time is given.")
CONTEXT_MISSING = Missing(record=ContextForCase.KIND, field="context")
NOT_DECIDED = _("The agency has not decided the shorter time that an emergency asks for.")


class Limit(msgspec.Struct, frozen=True):
    """The last day of a duty; `shortened` if an emergency's own limit gave it; `unknown` if a shorter one is open."""

    due: date
    shortened: bool = False
    unknown: str = ""
    missing: Missing | None = None


def limit_in_context(case: CaseFile, start: date, ordinary: date, key: str, settings: Settings) -> Limit:
    """Return the limit that holds in the context of the day on which the clock started.

    key: the setting with the emergency's days. A value that is not shorter than the ordinary limit is a mistake in the
    settings and is read as not decided.
    """
    context = context_on(case, start)
    if context is None:
        return Limit(ordinary, unknown=CONTEXT_UNKNOWN, missing=CONTEXT_MISSING)
    if context is Context.DEVELOPMENT:
        return Limit(ordinary)
    days = settings.number(key)
    if days is None or start + timedelta(days=days) >= ordinary:
        return Limit(ordinary, unknown=NOT_DECIDED, missing=Missing(setting=settings.full_key(key)))
    return Limit(start + timedelta(days=days), shortened=True)


def under(limit: Limit, item: DueItem, as_of: date) -> DueItem:
    """Return the item with its limit, and with what is open about it.

    Past the outermost limit nothing is open any more: the duty is late whatever the agency decides.
    """
    late = is_after(item.done if item.done is not None else as_of, limit.due)
    return msgspec.structs.replace(
        item,
        due=limit.due,
        unknown="" if late else limit.unknown,
        missing=None if late else limit.missing,
    )
