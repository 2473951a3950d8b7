"""How long a closed file is kept: decided for the case, or by the agency's years; nothing deletes itself."""

from datetime import date

import msgspec

from supervisor_tui.casework.shared_numbers import shared_number
from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.keeping import FileKept
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.settings import UsedFor
from supervisor_tui.domain.status import closure
from supervisor_tui.guidance.host import PluginHost

__all__ = ["Keeping", "keeping"]


class Keeping(msgspec.Struct, frozen=True):
    """Until when a closed file is kept at least, None where nobody has decided; held: whatever that day says.

    because: why, as the decision about this case says; "" where there is none.
    """

    until: date | None = None
    held: bool = False
    because: str = ""


def keeping(host: PluginHost, case: CaseFile) -> Keeping:
    """Return how long a closed file is kept; an open case's is not asked about.

    A decision about this case since its closing comes first; where it names no day, the agency's years count.
    """
    ended = closure(case)
    if ended is None:
        return Keeping()
    decided = case.latest(FileKept)
    if decided is not None and decided.on < ended.on:
        decided = None
    held = decided is not None and decided.body.held is YesNo.YES
    because = decided.body.reason if decided is not None else ""
    if decided is not None and decided.body.until is not None:
        return Keeping(decided.body.until, held, because)
    years = shared_number(host, case, UsedFor.KEEPING_YEARS, ended.on)
    return Keeping(add_months(ended.on, 12 * years) if years is not None else None, held, because)
