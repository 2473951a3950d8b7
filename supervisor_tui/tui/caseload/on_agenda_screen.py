"""Which coming meeting takes the marked cases up: the standing one first, a new one last."""

from collections.abc import Iterable, Sequence

from textual import on
from textual.widget import Widget

from supervisor_tui.casework.meetings.on_agenda import Coming, coming_meetings, put_on_agenda
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.kit.columns import Cell, Column
from supervisor_tui.kit.command import Command
from supervisor_tui.kit.safe_text import tell
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.virtual_table import RowChosen, VirtualTable
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui import doors
from supervisor_tui.tui.days import day_and_hour
from supervisor_tui.tui.dialog import Dialog, LeaveDialog
from supervisor_tui.wording import N_, _, ngettext

__all__ = ["OnAgendaScreen"]

NAMED = 3
"""Cases of a meeting that its line names; the others are counted."""


class PutThere(Command):
    """Put the cases on the agenda of this meeting, or call a new one about them."""

    BINDING_KEY = "enter"
    TITLE = N_("Put on this agenda")
    FOOTER = N_("put there")


class CallAnother(Command):
    """Call a new meeting about the cases."""

    BINDING_KEY = "n"
    TITLE = N_("New meeting about the cases")
    FOOTER = N_("new meeting")


class OnAgendaScreen(Dialog[bool]):
    """Answers whether the cases were put on an agenda."""

    DEFAULT_CSS = """
    OnAgendaScreen VirtualTable { height: 10; }
    """
    SAVES = False
    ACTIONS = (PutThere, CallAnother, LeaveDialog)

    def __init__(self, codes: Sequence[CaseCode]) -> None:
        super().__init__()
        self.codes = tuple(codes)
        self.table = VirtualTable[Coming](
            self._columns(), row_key=lambda one: one.meeting.id if one.meeting else "", empty=_("No meeting comes.")
        )

    def heading(self) -> str:
        """Say which cases."""
        return _("On which agenda? · {cases}").format(cases=_some(self.codes))

    def rows(self) -> Iterable[Widget]:
        """Return the list."""
        yield self.table

    def on_mount(self) -> None:
        """Begin at the standing meeting."""
        self.table.replace_rows(coming_meetings(self.desk))
        self.table.focus()

    def _columns(self) -> tuple[Column[Coming], ...]:
        return (
            Column("when", _("When"), self._when, width=14),
            Column("what", _("Meeting"), _what, width=24, flex=1),
            Column("cases", _("Cases"), lambda one: Cell(_cases(one), Tone.QUIET), width=24, flex=1),
        )

    def _when(self, one: Coming) -> str:
        return day_and_hour(one.meeting.starts, self.desk.as_of) if one.meeting else _("the next one")

    @on(RowChosen)
    def _chosen(self, event: RowChosen[Coming]) -> None:
        chosen = event.row.meeting
        try:
            meeting = put_on_agenda(self.desk, chosen.id if chosen else None, self.codes)
        except (RefusedError, StoreProblem) as problem:
            self.say(str(problem))
            return
        self.dismiss(result=True)
        words = ngettext(
            "{n} case is on the agenda of {number}.", "{n} cases are on the agenda of {number}.", len(self.codes)
        )
        tell(self, words.format(n=len(self.codes), number=meeting.id))
        self.desk_app.something_saved()

    def save(self) -> None:
        """Put the cases on the agenda of the line."""
        self.table.choose()

    def action_put_there(self) -> None:
        """Handle `PutThere`."""
        self.table.choose()

    def action_call_another(self) -> None:
        """Handle `CallAnother`."""
        app = self.app
        self.dismiss(result=False)
        app.push_screen(doors.new_meeting(self.codes))


def _what(one: Coming) -> str:
    return one.meeting.kind.label if one.meeting else _("standing meeting")


def _cases(one: Coming) -> str:
    return _some(one.meeting.cases) if one.meeting else ""


def _some(codes: Sequence[CaseCode]) -> str:
    more = len(codes) - NAMED
    return ", ".join(codes[:NAMED]) + (_(" and {n} more").format(n=more) if more > 0 else "")
