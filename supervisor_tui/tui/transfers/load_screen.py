"""A load that moves together: each file and whether it may go, the ones that hold it back first."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.casework.transfers.batches import BatchLine, BatchView, batch_view, send_together, to_send
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.transfers import MayGo
from supervisor_tui.kit.columns import Cell, Column
from supervisor_tui.kit.command import Command
from supervisor_tui.kit.marks import Marks, result_tone, terminal_marks
from supervisor_tui.kit.safe_text import SafeStatic, content, tell
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.kit.work_list import LineChosen, LineHighlighted, WorkList
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui import doors
from supervisor_tui.tui.reading_screen import ReadingScreen
from supervisor_tui.wording import N_, _, ngettext

if TYPE_CHECKING:
    from supervisor_tui.casework.desk import Desk

__all__ = ["LoadScreen"]


class OpenHandOver(Command):
    """Open the hand-over of this case, to settle what holds the load back."""

    BINDING_KEY = "enter"
    TITLE = N_("Open its hand-over")
    FOOTER = N_("open")


class SendLoad(Command):
    """Write down that the load has gone: asked once more; refused while one file is not settled."""

    BINDING_KEY = "x"
    TITLE = N_("The load has gone")
    FOOTER = N_("has gone")


class LeaveLoad(Command):
    """Go back to where you came from."""

    BINDING_KEY = "escape"
    TITLE = N_("Back")
    FOOTER = N_("back")


_RESULTS = {
    MayGo.VALID: Result.PASS,
    MayGo.NOT_NEEDED: Result.PASS,
    MayGo.MISSING: Result.FAIL,
    MayGo.UNKNOWN: Result.UNKNOWN,
}


def _columns(marks: Marks) -> tuple[Column[BatchLine], ...]:
    def mark(line: BatchLine) -> Cell:
        result = _RESULTS[line.state]
        return Cell(marks.of(result), result_tone(result))

    def words(line: BatchLine) -> Cell:
        if line.gone_on is not None:
            return Cell(_("gone {day}").format(day=line.gone_on.isoformat()), Tone.QUIET)
        return Cell(" ".join(line.against) or line.state.label)

    return (
        Column("mark", "", mark, width=1),
        Column("case", "", lambda line: line.case, width=10),
        Column("agency", "", lambda line: line.agency, width=8),
        Column("words", "", words, width=30, flex=1),
    )


class LoadScreen(ReadingScreen[BatchView]):
    """None of the load goes while one of its files is open."""

    CSS_PATH = "transfer_screen.tcss"
    ACTIONS = (OpenHandOver, SendLoad, LeaveLoad)
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, name: str) -> None:
        super().__init__()
        self.load_name = name
        self._asked = ""
        self.title = _("Load {name}").format(name=name)
        marks = terminal_marks()
        self.list = WorkList[BatchLine](
            _columns(marks), line_key=lambda line: line.case, empty=_("reading …"), marks=marks, id="load"
        )

    def compose_body(self) -> ComposeResult:
        """Lay out the list."""
        yield self.list
        yield SafeStatic(id="whole")

    def read(self, desk: "Desk") -> BatchView:
        """Read every file of the load."""
        return batch_view(desk, self.load_name)

    def show(self, found: BatchView) -> None:
        """Show what holds it back first."""
        self._asked = ""
        waiting = found.open_lines
        goes = [line for line in found.lines if line.goes]
        rest = [line for line in found.lines if line not in waiting and not line.goes]
        note = _("nothing of this load goes until these are settled")
        self.list.empty = _("No open case moves with this load any more.")
        self.list.replace_groups(
            tuple(
                group
                for group in (
                    Group("open", _("NOT SETTLED"), waiting, count=len(waiting), note=note if waiting else ""),
                    Group("goes", _("MAY GO"), goes, count=len(goes)),
                    Group("stays", _("STAYS, OR HAS GONE"), rest, count=len(rest)),
                )
                if group.lines
            )
        )
        self.entitle(_("Load {name} · {n} files").format(name=self.load_name, n=len(found.lines)))
        self.list.focus()

    def case_in_hand(self) -> CaseCode | None:
        """Return the case of the line."""
        return self.list.line.case if self.list.line is not None else None

    def action_open_hand_over(self) -> None:
        """Handle `OpenHandOver`."""
        self.list.choose()

    @on(LineHighlighted)
    def _show_whole(self, event: LineHighlighted[BatchLine]) -> None:
        """Say in full why the file of the cursor's line stays."""
        words = " ".join(event.line.against) if event.line is not None else ""
        self.query_one("#whole", SafeStatic).update(content(words, Tone.QUIET.style))

    @on(LineChosen)
    def _chosen(self, event: LineChosen[BatchLine]) -> None:
        self.app.push_screen(doors.transfer(event.line.case))

    def _question(self) -> str:
        """Say what would be written; raises RefusedError as `send_together` does where the load cannot go."""
        would = to_send(self.desk, self.load_name)
        if not would.went:
            nothing = _("Load {name}, no file goes, {stay} kept here: the same key again takes them out of the load.")
            return nothing.format(name=self.load_name, stay=len(would.stay))
        words = ngettext(
            "Load {name}, {n} file goes, {stay} kept here: the same key again writes that it has gone.",
            "Load {name}, {n} files go, {stay} kept here: the same key again writes that they have gone.",
            len(would.went),
        )
        return words.format(name=self.load_name, n=len(would.went), stay=len(would.stay))

    def action_send_load(self) -> None:
        """Handle `SendLoad`: the first press says how many files would go, the second writes it down."""
        try:
            question = self._question()
            if self._asked != question:
                tell(self, question, severity="warning")
                self._asked = question
                return
            sent = send_together(self.desk, self.load_name)
        except (RefusedError, StoreProblem) as problem:
            tell(self, str(problem), severity="warning")
            return
        tell(self, _("{went} went, {stay} stay.").format(went=len(sent.went), stay=len(sent.stay)))
        self.desk_app.something_saved()

    def action_leave_load(self) -> None:
        """Handle `LeaveLoad`."""
        self.app.pop_screen()
