"""The view of closing: who is ready, who nearly, whom the others wait for, and what comes after closing."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from supervisor_tui.casework.closings import Closings, closings
from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import CaseCode, RuleId, SetId
from supervisor_tui.kit.command import Command
from supervisor_tui.kit.marks import terminal_marks
from supervisor_tui.kit.work_list import LineChosen, WorkList
from supervisor_tui.tui import doors
from supervisor_tui.tui.closings.closings_lines import COLUMNS, ShownLine, closings_groups
from supervisor_tui.tui.commands import GoToCaseload
from supervisor_tui.tui.reading_screen import ReadingScreen
from supervisor_tui.tui.ways_on import follow
from supervisor_tui.wording import N_, _

__all__ = ["ClosingsScreen"]


class GoOn(Command):
    """Open what settles this line: the closing workspace, the hand-over, the case, or the form."""

    BINDING_KEY = "enter"
    TITLE = N_("Go on with this case")
    FOOTER = N_("go on")


class OpenTheCase(Command):
    """Open the case file of this line."""

    BINDING_KEY = "o"
    TITLE = N_("Open the case")
    FOOTER = N_("open case")


class LeaveClosings(Command):
    """Go back to the caseload."""

    BINDING_KEY = "escape"
    TITLE = N_("Back")
    FOOTER = N_("back")


class ClosingsScreen(ReadingScreen[Closings]):
    """Groups of cases, those that can be acted on first."""

    TITLE = N_("Closing")
    PLACE = GoToCaseload
    ACTIONS = (GoOn, OpenTheCase, LeaveClosings)
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self) -> None:
        super().__init__()
        self.marks = terminal_marks()
        self.list = WorkList[ShownLine](
            COLUMNS, line_key=lambda line: line.key, empty=_("reading …"), marks=self.marks, id="closings"
        )

    def compose_body(self) -> ComposeResult:
        """Lay out the list."""
        yield self.list

    def read(self, desk: Desk) -> Closings:
        """Read the rows."""
        return closings(desk)

    def show(self, found: Closings) -> None:
        """Show them in groups."""
        titles = {SetId(one.id): one.short_title for one in self.desk.host.sets}
        names = {person.code: person.short_name for person in found.deciders}
        self.list.replace_groups(closings_groups(found, titles, names, self.marks))
        self.entitle(_("Closing, the caseload"))
        self.list.focus()

    def case_in_hand(self) -> CaseCode | None:
        """Return the case of the line."""
        line = self.list.line
        return line.line.row.case if line is not None else None

    def rule_in_hand(self) -> RuleId | None:
        """Return the rule of what is to be done first."""
        line = self.list.line
        first = next((one.rule for one in line.line.row.verdicts if one.rule), "") if line is not None else ""
        return RuleId(first) if first else None

    def action_go_on(self) -> None:
        """Handle `GoOn`."""
        self.list.choose()

    @on(LineChosen)
    def _chosen(self, event: LineChosen[ShownLine]) -> None:
        follow(self, event.line.way)

    def action_open_the_case(self) -> None:
        """Handle `OpenTheCase`."""
        code = self.case_in_hand()
        if code is not None:
            self.app.push_screen(doors.case_file(code))

    def action_leave_closings(self) -> None:
        """Handle `LeaveClosings`."""
        self.app.pop_screen()
