"""The last tab of a case file: where the case stands towards its end. Enter goes to where that is worked on."""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import TabPane

from supervisor_tui.kit.marks import terminal_marks
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.kit.work_list import LineChosen, WorkList
from supervisor_tui.tui.case_file.closing_lines import ClosingTabLine, closing_tab_columns, closing_tab_groups
from supervisor_tui.tui.ways_on import follow
from supervisor_tui.wording import _

if TYPE_CHECKING:
    from supervisor_tui.casework.endings import Endings

__all__ = ["ClosingTab"]


class ClosingTab(TabPane):
    """Shows what each set answers about closing, and how far closing or a hand-over has come."""

    ID = "closing-tab"

    def __init__(self) -> None:
        super().__init__(_("Closing"), id=self.ID)
        marks = terminal_marks()
        self.list = WorkList[ClosingTabLine](
            closing_tab_columns(marks), line_key=lambda line: line.key, empty=_("reading …"), marks=marks, id="endings"
        )

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield self.list

    def show(self, found: "Endings | None") -> None:
        """Show where the case stands; a file with a record that cannot be read says so."""
        if found is None:
            words = _("a record of this file cannot be read, so nobody can say")
            self.list.replace_groups((Group("unreadable", _("MAY THIS CASE CLOSE?"), note=words),))
        else:
            self.list.replace_groups(closing_tab_groups(found))

    @on(LineChosen)
    def _go_there(self, event: LineChosen[ClosingTabLine]) -> None:
        event.stop()
        if event.line.way is not None:
            follow(self.screen, event.line.way)
