"""Small forms of closing: a new task, and taking a request back."""

from collections.abc import Iterable

from textual.widget import Widget

from supervisor_tui.casework.closing_work import make_task, take_back_request
from supervisor_tui.casework.days_as_typed import NotADayError, read_day
from supervisor_tui.casework.meetings.who import code_if_known
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.dialog import Dialog, labelled
from supervisor_tui.wording import _

__all__ = ["NewTaskDialog", "TakeBackDialog"]


class NewTaskDialog(Dialog[None]):
    """Asks what, who and until when; what a set proposes stands in it already."""

    def __init__(self, code: CaseCode, text: str = "", rule: str = "") -> None:
        super().__init__()
        self.code = code
        self.text = text
        self.rule = rule

    def heading(self) -> str:
        """Name the case."""
        return _("Task of closing · {case}").format(case=self.code)

    def rows(self) -> Iterable[Widget]:
        """Return the lines."""
        yield labelled(_("What"), SafeInput(self.text, id="text"))
        yield labelled(_("Who"), SafeInput(id="owner"))
        yield labelled(_("Until"), SafeInput(placeholder=_("wed, +3d, 30 nov or 2026-11-30"), id="due_on"))

    def save(self) -> None:
        """Make the task."""
        until, owner = self.line("due_on"), self.line("owner")
        try:
            day = read_day(until, self.desk.clock().date()) if until else None
            who = code_if_known(self.desk, owner) if owner else ""
            make_task(self.desk, self.code, self.line("text"), owner=who, due_on=day, rule=self.rule)
        except NotADayError as problem:
            self.point_at("due_on", str(problem))
        except RefusedError as refused:
            self.point_at(refused.findings[0].field or "text", str(refused))
        except (ValueError, StoreProblem) as problem:
            self.say(str(problem))
        else:
            self.dismiss()
            self.desk_app.something_saved()


class TakeBackDialog(Dialog[None]):
    """Asks why the request to close is taken back."""

    def __init__(self, code: CaseCode) -> None:
        super().__init__()
        self.code = code

    def heading(self) -> str:
        """Name the case."""
        return _("Take back the request to close · {case}").format(case=self.code)

    def rows(self) -> Iterable[Widget]:
        """Return the line."""
        yield SafeStatic(content(_("The request and its end stay in the history.")), classes="hint")
        yield labelled(_("Why"), SafeInput(id="note"))

    def save(self) -> None:
        """Take the request back."""
        try:
            take_back_request(self.desk, self.code, self.line("note"))
        except RefusedError as refused:
            self.point_at("note", str(refused))
        except StoreProblem as problem:
            self.say(str(problem))
        else:
            self.dismiss()
            self.desk_app.something_saved()
