"""A conference beside the one before it about the same case, what became of the earlier one first."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

import msgspec
from textual.app import ComposeResult
from textual.binding import BindingType

from supervisor_tui.casework.meetings.beside import Beside, OneConference, beside
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.domain.ids import CaseCode, MeetingId, PersonCode
from supervisor_tui.domain.plan import ActionStanding
from supervisor_tui.kit.columns import Cell, Column
from supervisor_tui.kit.command import Command
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.kit.work_list import WorkList
from supervisor_tui.tui.days import near_day
from supervisor_tui.tui.reading_screen import ReadingScreen
from supervisor_tui.wording import N_, _

if TYPE_CHECKING:
    from supervisor_tui.casework.desk import Desk

__all__ = ["BesideScreen"]


class LeaveBeside(Command):
    """Go back to where you came from."""

    BINDING_KEY = "escape"
    TITLE = N_("Back")
    FOOTER = N_("back")


class BesideLine(msgspec.Struct, frozen=True):
    """One line of one meeting."""

    key: str
    what: str
    text: str
    note: str = ""


COLUMNS: tuple[Column[BesideLine], ...] = (
    Column("what", "", lambda line: Cell(line.what, Tone.QUIET), width=14),
    Column("text", "", lambda line: line.text, width=30, flex=1),
    Column("note", "", lambda line: line.note, width=26, leaves_first=1),
)


class BesideScreen(ReadingScreen[Beside]):
    """What was decided last time, what became of it, and what is decided now."""

    ACTIONS = (LeaveBeside,)
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, number: MeetingId, code: CaseCode) -> None:
        super().__init__()
        self.number = number
        self.code = code
        self.title = _("Beside the one before · {code}").format(code=code)

    def compose_body(self) -> ComposeResult:
        """Lay out the list."""
        yield WorkList(COLUMNS, line_key=_key, empty=_("Nothing was noted."), id="beside")

    def read(self, desk: "Desk") -> Beside:
        """Read both meetings."""
        return beside(desk, seen(desk, self.number).value, self.code)

    def show(self, found: Beside) -> None:
        """Show the one before, with what became of it, above the present one."""
        self.entitle(_("Beside the one before · {code}").format(code=self.code))
        groups = [] if found.before is None else [self._group("before", _("THE ONE BEFORE"), found.before)]
        groups.append(self._group("present", _("THIS ONE"), found.present))
        if found.before is None:
            groups.insert(0, Group("before", _("No meeting of this kind took up the case before.")))
        work_list = self.query_one("#beside", WorkList)
        work_list.replace_groups(tuple(groups))
        work_list.focus()

    def case_in_hand(self) -> CaseCode:
        """Return the case."""
        return self.code

    def action_leave_beside(self) -> None:
        """Handle `LeaveBeside`."""
        self.app.pop_screen()

    def _group(self, key: str, title: str, found: OneConference) -> Group[BesideLine]:
        purpose = found.meeting.purpose.label if found.meeting.purpose else found.meeting.kind.label
        parts = (near_day(found.on, self.desk.as_of), purpose, _("risk {letter}").format(letter=found.risk))
        return Group(key, title, tuple(self._lines(key, found)), note=" · ".join(parts))

    def _lines(self, key: str, found: OneConference) -> Iterable[BesideLine]:
        if found.came:
            yield BesideLine(f"{key}/came", _("came"), ", ".join(found.came))
        for one in found.views:
            yield BesideLine(f"{key}/{one.id}", one.kind.label, one.text)
        for place, text in enumerate(found.decisions):
            yield BesideLine(f"{key}/decided/{place}", _("decided"), text)
        if not found.decisions:
            yield BesideLine(f"{key}/decided", _("decided"), _("nothing"))
        for action in found.actions:
            yield BesideLine(f"{key}/{action.action.action}", _("action"), action.action.text, self._note(action))
        if found.next_on is not None:
            yield BesideLine(f"{key}/next", _("next date"), near_day(found.next_on, self.desk.as_of))

    def _note(self, one: ActionStanding) -> str:
        who = self.desk.short_name(PersonCode(one.action.owner)) if one.action.owner else _("nobody named")
        day = one.ended_on or one.action.due_on
        until = near_day(day, self.desk.as_of) if day else _("no day set")
        return f"{one.status.label} · {who} · {until}"


def _key(line: BesideLine) -> str:
    return line.key
