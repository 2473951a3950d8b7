"""How long a closed file is kept: decided for the case, or by the agency's years; nothing deletes itself."""

from datetime import date

import msgspec

from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.keeping import FileKept
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.status import closure
from supervisor_tui.guidance.host import PluginHost

__all__ = ["Keeping", "keeping"]


class Keeping(msgspec.Struct, frozen=True):
    """Until when a closed file is kept at least, None where nobody has decided; held: whatever that day says."""

    until: date | None = None
    held: bool = False


def keeping(_host: PluginHost, case: CaseFile) -> Keeping:
    """Return how long a closed file is kept; an open case's is not asked about."""
    ended = closure(case)
    if ended is None:
        return Keeping()
    decided = case.latest(FileKept)
    if decided is None or decided.on < ended.on:
        return Keeping()
    return Keeping(decided.body.until, held=decided.body.held is YesNo.YES)
