"""A question on which the sets differ: each set's answer in full, with its source, side by side and never merged."""

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from supervisor_tui.casework.closing import DifferenceLine
from supervisor_tui.domain.ids import SetId
from supervisor_tui.kit.command import Commanded
from supervisor_tui.kit.command_footer import CommandFooter
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.tui.closing.evidence_screen import LeaveEvidence
from supervisor_tui.tui.says_problems import SaysProblems

__all__ = ["DifferenceScreen"]


class DifferenceScreen(SaysProblems, Commanded, ModalScreen[None]):
    """Shows a question over the closing workspace. titles: the sets' titles."""

    CSS_PATH = Path(__file__).with_name("evidence_screen.tcss")
    ACTIONS = (LeaveEvidence,)
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, line: DifferenceLine, titles: Mapping[SetId, str]) -> None:
        super().__init__()
        self.line = line
        self.titles = titles
        self.title = line.question.label

    def compose(self) -> ComposeResult:
        """Lay out the answers one below the other."""
        with VerticalScroll(id="evidence"):
            yield SafeStatic(content(self.line.question.label, Tone.STRONG.style))
            for set_id, one in self.line.answers:
                yield SafeStatic(content(self.titles.get(set_id, set_id), Tone.STRONG.style), classes="part")
                yield SafeStatic(content(one.answer))
                yield SafeStatic(content(one.source, Tone.QUIET.style))
        yield CommandFooter()

    def action_leave_evidence(self) -> None:
        """Handle `LeaveEvidence`."""
        self.dismiss()
