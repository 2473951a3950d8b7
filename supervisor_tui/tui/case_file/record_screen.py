"""One record as it was written: every field, who wrote it when, how it is known, and the way to correct it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from supervisor_tui.casework.case_view import StoryLine
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.domain.records.note import Retraction
from supervisor_tui.kit.command import Command, Commanded
from supervisor_tui.kit.command_footer import CommandFooter
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.tui import doors
from supervisor_tui.tui.desk_app import desk_app
from supervisor_tui.tui.says_problems import SaysProblems
from supervisor_tui.wording import N_, _

__all__ = ["RecordScreen"]


class CorrectRecord(Command):
    """Write a corrected record; this one stays in the history."""

    BINDING_KEY = "c"
    TITLE = N_("Correct")
    FOOTER = N_("correct")


class TakeBackRecord(Command):
    """Say that this was entered in error; it stays in the history and is no longer read."""

    BINDING_KEY = "x"
    TITLE = N_("Entered in error")
    FOOTER = N_("entered in error")


class LeaveRecord(Command):
    """Go back to the story."""

    BINDING_KEY = "escape,enter"
    TITLE = N_("Back")
    FOOTER = N_("back")


class RecordScreen(SaysProblems, Commanded, ModalScreen[None]):
    """Shows a record over the case file."""

    CSS_PATH = "record_screen.tcss"
    ACTIONS = (CorrectRecord, TakeBackRecord, LeaveRecord)
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, code: CaseCode, line: StoryLine) -> None:
        super().__init__()
        self.code = code
        self.line = line
        self.title = line.title

    def compose(self) -> ComposeResult:
        """Lay out the fields, then where the record came from."""
        record = self.line.record
        with VerticalScroll(id="record"):
            yield SafeStatic(content(f"{self.line.title}  ·  {record.on.isoformat()}", "bold"))
            for field in self.line.fields:
                yield SafeStatic(content(field.title, "$foreground 75%"), classes="field-title")
                yield SafeStatic(content(field.value, lines=True), classes="field-value")
            if not self.line.readable:
                yield SafeStatic(content(self.line.summary, "$text-warning"))
            yield SafeStatic(content(self._origin(), "$foreground 75%"), classes="origin")
        yield CommandFooter()

    def _origin(self) -> str:
        record = self.line.record
        entered = record.entered_on.isoformat(timespec="minutes")
        who = desk_app(self).desk.short_name(record.by)
        words = [_("entered {moment} by {who}").format(moment=entered, who=who), record.how_known.label]
        if record.how_known is HowKnown.TOLD:
            words.append(_("told by {who}; the form is outstanding").format(who=record.told_by or _("somebody")))
        if record.source:
            words.append(record.source)
        if record.amends:
            words.append(_("corrects {record}").format(record=record.amends))
        return " · ".join([*words, record.id])

    def action_correct_record(self) -> None:
        """Handle `CorrectRecord`."""
        record = self.line.record
        if self.line.readable:
            self.app.switch_screen(doors.record_form(self.code, record.kind, amends=record.id))

    def action_take_back_record(self) -> None:
        """Handle `TakeBackRecord`."""
        self.app.switch_screen(doors.record_form(self.code, Retraction.KIND, "reason", amends=self.line.record.id))

    def action_leave_record(self) -> None:
        """Handle `LeaveRecord`."""
        self.dismiss()
