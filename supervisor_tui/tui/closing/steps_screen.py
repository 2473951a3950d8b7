"""The work of closing one case: nine steps, what each set asks for, the tasks, and what was refused or taken back."""

from typing import TYPE_CHECKING, ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from supervisor_tui.casework.closing import ClosingView, closing_view
from supervisor_tui.casework.closing_parts import PartAsked, whose_turn
from supervisor_tui.casework.closing_steps import ClosingSteps, closing_steps
from supervisor_tui.casework.closing_work import end_task
from supervisor_tui.casework.opening_files import open_file
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.ids import CaseCode, RuleId
from supervisor_tui.domain.records.closing_task import ClosingTask, TaskState
from supervisor_tui.domain.status import Status, status
from supervisor_tui.kit.command import Command
from supervisor_tui.kit.marks import terminal_marks
from supervisor_tui.kit.safe_text import SafeStatic, tell
from supervisor_tui.kit.work_list import LineChosen, LineHighlighted, WorkList
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.closing.about_one_case import AboutOneCase
from supervisor_tui.tui.closing.steps_lines import StepLine, step_columns, step_groups
from supervisor_tui.tui.closing.work_dialogs import NewTaskDialog, TakeBackDialog
from supervisor_tui.tui.ways_on import follow, way_to_settle
from supervisor_tui.wording import N_, _

if TYPE_CHECKING:
    from supervisor_tui.casework.desk import Desk

__all__ = ["StepsScreen"]


class NewTask(Command):
    """Make a task of closing, from what this line asks for or one of your own."""

    BINDING_KEY = "n"
    TITLE = N_("New task")
    FOOTER = N_("new task")


class TaskDone(Command):
    """Say that the task of this line is done."""

    BINDING_KEY = "d"
    TITLE = N_("Task is done")
    FOOTER = N_("done")


class TakeBackRequest(Command):
    """Take back the request to close, with the reason; it stays in the history."""

    BINDING_KEY = "w"
    TITLE = N_("Take back the request")
    FOOTER = N_("take back")


class LeaveSteps(Command):
    """Go back to where you came from."""

    BINDING_KEY = "escape"
    TITLE = N_("Back")
    FOOTER = N_("back")


class Found(msgspec.Struct, frozen=True):
    """What the screen shows."""

    view: ClosingView
    steps: ClosingSteps


class StepsScreen(AboutOneCase[Found]):
    """Guidance proposes here; people make the tasks, approve and close."""

    ACTIONS = (NewTask, TaskDone, TakeBackRequest, LeaveSteps)
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, code: CaseCode) -> None:
        super().__init__(code, _("Steps of closing · {code}"))

    def compose_body(self) -> ComposeResult:
        """Lay out the list above the whole of its line."""
        marks = terminal_marks()
        yield WorkList(step_columns(marks), line_key=_key, empty=_("Nothing is asked for."), marks=marks, id="checks")
        yield SafeStatic(id="whole")

    def read(self, desk: "Desk") -> Found:
        """Ask every set what closing asks people to do."""
        view = closing_view(desk, open_file(desk, self.code))
        return Found(view, closing_steps(desk, view))

    def show(self, found: Found) -> None:
        """Show the steps; the next one is named in the title."""
        following = found.steps.next
        words = _("nothing is left to do") if following is None else _("next: {step}").format(step=following.step.label)
        self.entitle(f"{self.title} · {words}")
        titles = {one.set.id: one.set.short_title for one in found.view.reviews}
        work_list = self.query_one("#checks", WorkList)
        work_list.replace_groups(step_groups(found.steps, titles, self._turn))
        work_list.focus()

    def rule_in_hand(self) -> RuleId | None:
        """Return the rule that asks for this line."""
        line = self._line
        return line.rule if line else None

    @property
    def _line(self) -> StepLine | None:
        line = self.query_one("#checks", WorkList).line
        return line if isinstance(line, StepLine) else None

    def _turn(self, part: PartAsked) -> str:
        return whose_turn(part, self.desk)

    @on(LineChosen)
    def record_what_is_missing(self, event: LineChosen[StepLine]) -> None:
        """Open the form that records what this line asks for; a task is ended by its own keys."""
        missing = event.line.missing
        if event.line.task:
            tell(self, _("d says that the task is done."))
        elif missing is not None and missing.record != ClosingTask.KIND:
            follow(self, way_to_settle(self.code, missing))

    @on(LineHighlighted)
    def show_whole_line(self, event: LineHighlighted[StepLine]) -> None:
        """Show the line of the cursor in full."""
        line = event.line
        if line is None:
            self.show_whole(event.group.title, (event.group.note,))
        else:
            self.show_whole(line.what, (line.reason, line.who, line.set_title))

    def action_new_task(self) -> None:
        """Handle `NewTask`."""
        line = self._line
        proposed = line if line is not None and line.rule is not None else None
        self.app.push_screen(
            NewTaskDialog(self.code, proposed.what if proposed else "", (proposed.rule or "") if proposed else "")
        )

    def action_task_done(self) -> None:
        """Handle `TaskDone`."""
        line = self._line
        if line is None or not line.task:
            tell(self, _("This line is no task of yours. n makes one of it."))
            return
        try:
            end_task(self.desk, self.code, line.task, TaskState.DONE)
        except (RefusedError, StoreProblem) as problem:
            tell(self, str(problem), severity="warning")
            return
        self.desk_app.something_saved()
        tell(self, _("{task} is done.").format(task=line.task))

    def action_take_back_request(self) -> None:
        """Handle `TakeBackRequest`."""
        if status(self.desk.case(self.code)) is Status.CLOSING:
            self.app.push_screen(TakeBackDialog(self.code))
        else:
            tell(self, _("Nobody asks for this case to be closed."))

    def action_leave_steps(self) -> None:
        """Handle `LeaveSteps`."""
        self.app.pop_screen()


def _key(line: StepLine) -> str:
    return line.key
