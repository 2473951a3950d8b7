"""Finding a case: by code, by any word of its line, or by a name, which is looked up as a hash and logged."""

from asyncio import to_thread
from collections.abc import Iterable

from textual import on, work
from textual.widget import Widget
from textual.widgets import Input

from supervisor_tui.casework.caseload import CaseLine, caseload, filtered
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.kit.command import Command
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.virtual_table import RowChosen, VirtualTable
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.caseload.case_columns import FOUND_COLUMNS
from supervisor_tui.tui.dialog import Dialog, LeaveDialog, labelled
from supervisor_tui.wording import N_, _

__all__ = ["FindScreen", "LookForName", "ToTheList"]


class ToTheList(Command):
    """Go from the line into what was found."""

    BINDING_KEY = "down"
    TITLE = N_("To the list")
    FOOTER = N_("to the list")


class LookForName(Command):
    """Look for a name: it finds its code without names being read, and the audit log says that it was asked."""

    BINDING_KEY = "f3"
    TITLE = N_("Look for a name")
    FOOTER = N_("as a name")
    WHILE_TYPING = True


class FindScreen(Dialog[CaseCode | None]):
    """A line to type into and what fits below it; Enter opens the first, or the one under the cursor."""

    HEADING = N_("Find a case")
    SAVES = False
    ACTIONS = (ToTheList, LookForName, LeaveDialog)

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[CaseLine, ...] = ()
        self.named: frozenset[CaseCode] | None = None
        self.found = VirtualTable[CaseLine](
            FOUND_COLUMNS, row_key=lambda line: line.summary.case, empty=_("nothing fits")
        )

    def rows(self) -> Iterable[Widget]:
        """Return the line and the list."""
        yield labelled(_("Find"), SafeInput(placeholder=_("C-0117, or risk:h amos late"), id="find"))
        yield self.found
        yield SafeStatic(content(_("F3 looks for what is typed as a name; that is logged.")), classes="hint")

    def on_mount(self) -> None:
        """Read the caseload."""
        self._read_lines()

    @work(exclusive=True)
    async def _read_lines(self) -> None:
        try:
            self.lines = await to_thread(caseload, self.desk)
        except StoreProblem as problem:
            self.say(str(problem))
        else:
            self._narrow()

    @on(Input.Changed, "#find")
    def _typed_on(self) -> None:
        self.named = None
        self._narrow()

    def _narrow(self) -> None:
        """Show what fits the words, or the cases of the name that was looked for."""
        if self.named is None:
            self.found.replace_rows(filtered(self.lines, self.line("find")))
        else:
            self.found.replace_rows([line for line in self.lines if line.summary.case in self.named])

    def save(self) -> None:
        """Open what stands first."""
        if self.found.row is None:
            self.say(_("Nothing fits. Is it a name? Press F3."), Tone.WARNING)
        else:
            self.dismiss(self.found.row.summary.case)

    @on(RowChosen)
    def _chosen(self, event: RowChosen[CaseLine]) -> None:
        self.dismiss(event.row.summary.case)

    def action_to_the_list(self) -> None:
        """Handle `ToTheList`."""
        self.found.focus()

    def action_look_for_name(self) -> None:
        """Handle `LookForName`."""
        typed = self.line("find")
        try:
            self.named = frozenset(self.desk.store.cases_named(typed)) if typed else frozenset()
        except StoreProblem as problem:
            self.say(str(problem))
            return
        self._narrow()
        if not self.named:
            self.say(_("No case has a name with these words."), Tone.WARNING)
