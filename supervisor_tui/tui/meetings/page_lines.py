"""The lines of a meeting's page, whatever group they stand in: what they say and where Enter leads."""

from datetime import date

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import CaseCode, PersonCode, RuleId
from supervisor_tui.domain.meetings.minutes import MinutesLine
from supervisor_tui.kit.columns import Cell, Column
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.tui.days import near_day
from supervisor_tui.tui.ways_on import WayOn
from supervisor_tui.wording import _

__all__ = ["COLUMNS", "PageGroup", "PageLine", "who_until", "with_reason"]


class PageLine(msgspec.Struct, frozen=True):
    """A line of the page: a word for what it is, the words, a note at the right.

    line: can be taken back. way: Enter goes there. case: Enter brings it in front. people: Enter shows who is here.
    rule: the one behind it, whose page can be read.
    """

    key: str
    kind: str
    what: str
    note: str = ""
    tone: Tone = Tone.PLAIN
    line: MinutesLine | None = None
    way: WayOn | None = None
    case: CaseCode | None = None
    people: bool = False
    rule: RuleId | None = None


COLUMNS: tuple[Column[PageLine], ...] = (
    Column("kind", "", lambda line: Cell(line.kind, Tone.QUIET), width=14),
    Column("what", "", lambda line: Cell(line.what, line.tone), width=30, flex=1),
    Column("note", "", lambda line: Cell(line.note, Tone.QUIET), width=20, leaves_first=1),
)

PageGroup = Group[PageLine]


def with_reason(text: str, reason: str) -> str:
    """Return a text and why, where somebody said why."""
    return _("{text} because {reason}").format(text=text, reason=reason) if reason else text


def who_until(desk: Desk, owner: str, due_on: date | None) -> str:
    """Return who does something and until when, as people here are called."""
    who = desk.short_name(PersonCode(owner)) or _("nobody named")
    return _("{who}, {day}").format(who=who, day=near_day(due_on, desk.as_of)) if due_on else who
