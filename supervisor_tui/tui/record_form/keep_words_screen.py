"""Keeping words that guidance would rather have otherwise: why they stay."""

from collections.abc import Iterable, Sequence
from datetime import date

from textual.widget import Widget

from supervisor_tui.casework.recording import Draft, RefusedError, keeping
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.tui.dialog import Dialog, labelled
from supervisor_tui.wording import N_, _

__all__ = ["KeepWordsScreen"]


class KeepWordsScreen(Dialog[tuple[Draft, ...]]):
    """Asks for the reason; answers what is written beside the record so that the words are not pointed out again."""

    HEADING = N_("These words stay")

    def __init__(self, words: Sequence[str], on: date) -> None:
        super().__init__()
        self.words = tuple(words)
        self.on = on

    def rows(self) -> Iterable[Widget]:
        """Return the lines."""
        yield SafeStatic(content(", ".join(f"“{word}”" for word in self.words), "bold"))
        yield labelled(_("Why"), SafeInput(placeholder=_("for example: the mother's own word"), id="reason"))
        yield SafeStatic(content(_("The reason is kept, and this case is not asked again.")), classes="hint")

    def save(self) -> None:
        """Hand back what keeps the words."""
        try:
            self.dismiss(keeping(self.words, self.line("reason"), self.on))
        except RefusedError as refused:
            self.point_at("reason", str(refused))
