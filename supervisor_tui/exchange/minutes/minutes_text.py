"""What the minutes of a meeting are written from, and what a copy of them is given."""

from collections.abc import Mapping
from datetime import date, datetime

import msgspec

from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.copies import SentCopy
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import MinutesLine

__all__ = ["CaseBefore", "MinutesText"]


class CaseBefore(msgspec.Struct, frozen=True):
    """What a case file said on the day of the meeting: facts with their words, and what became of earlier actions."""

    facts: tuple[tuple[str, str], ...] = ()
    so_far: tuple[str, ...] = ()


class MinutesText(msgspec.Struct, frozen=True, kw_only=True):
    """The minutes, or one copy of them.

    lines: those that are to be read, without what was corrected after the minutes were approved. corrections: the log
    of those, in order. copy_for: whose copy it is and what it holds, "" for the minutes themselves; for_family: it says
    nothing of who signed. names: by code,
    shown behind the code; empty where the paper holds codes only. next_meeting: when it goes on.
    """

    meeting: Meeting
    lines: tuple[MinutesLine, ...] = ()
    corrections: tuple[MinutesLine, ...] = ()
    before: Mapping[CaseCode, CaseBefore] = {}
    copies: tuple[SentCopy, ...] = ()
    copy_for: str = ""
    for_family: bool = False
    names: Mapping[str, str] = {}
    next_meeting: datetime | date | None = None

    def called(self, code: str) -> str:
        """Return a code with the name behind it where the paper holds names."""
        name = self.names.get(code)
        return f"{code} ({name})" if name else code
