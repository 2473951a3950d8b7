"""What the screens of one case's closing have in common: whose it is, and the whole of a line below the list."""

from collections.abc import Iterable
from typing import TypeVar

from textual.content import Content

from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.tui.reading_screen import ReadingScreen

__all__ = ["AboutOneCase"]

FoundT = TypeVar("FoundT")


class AboutOneCase(ReadingScreen[FoundT]):
    """A list of what is asked for, and below it the line of the cursor in full."""

    CSS_PATH = "closing_screen.tcss"

    def __init__(self, code: CaseCode, title: str) -> None:
        """Take the case, and the title, in which `{code}` stands for it."""
        super().__init__()
        self.code = code
        self.title = title.format(code=code)

    def case_in_hand(self) -> CaseCode:
        """Return the case."""
        return self.code

    def show_whole(self, what: str, words: Iterable[str]) -> None:
        """Show below the list what the line of the cursor is, and all that is said of it."""
        lines = [content(what, Tone.STRONG.style), *(content(part) for part in words if part)]
        self.query_one("#whole", SafeStatic).update(Content("\n").join(lines))
