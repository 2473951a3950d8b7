"""A strictly confidential section, for those who may open it; that it was opened is logged."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from supervisor_tui.kit.command import Command, Commanded
from supervisor_tui.kit.command_footer import CommandFooter
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.store.identities import ConfidentialSection
from supervisor_tui.tui.says_problems import SaysProblems
from supervisor_tui.wording import N_, _

__all__ = ["SectionScreen"]


class LeaveSection(Command):
    """Close the section."""

    BINDING_KEY = "escape,enter"
    TITLE = N_("Back")
    FOOTER = N_("back")


class SectionScreen(SaysProblems, Commanded, ModalScreen[None]):
    """Shows a section over the case file."""

    CSS_PATH = Path(__file__).with_name("record_screen.tcss")
    ACTIONS = (LeaveSection,)
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, section: ConfidentialSection) -> None:
        super().__init__()
        self.section = section
        self.title = _("Strictly confidential")

    def compose(self) -> ComposeResult:
        """Lay out the section."""
        with VerticalScroll(id="record"):
            yield SafeStatic(
                content(_("Strictly confidential · it is logged that you opened this"), Tone.WARNING.style)
            )
            yield SafeStatic(content(self.section.title, Tone.STRONG.style), classes="field-title")
            yield SafeStatic(content(self.section.text, lines=True), classes="field-value")
        yield CommandFooter()

    def action_leave_section(self) -> None:
        """Handle `LeaveSection`."""
        self.dismiss()
