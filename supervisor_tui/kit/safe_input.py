"""Fields to type into, which show what was pasted or loaded as safely as every other text.

Textual draws the value of a field as it is: a pasted escape sequence would reach the terminal.
"""

from collections.abc import Iterable

from textual.events import Paste
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input, TextArea
from textual.widgets.text_area import Edit, EditResult

from supervisor_tui.domain.shown_text import shown

__all__ = ["SafeInput", "SafeTextArea", "SuggestKnown"]


class SafeInput(Input):
    """A field of one line. Several lines that are pasted are joined, so that none is lost."""

    class LinesJoined(Message):
        """Several lines were pasted and stand in one."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def _on_paste(self, event: Paste) -> None:
        event.prevent_default()
        event.stop()
        lines = [line.strip() for line in event.text.splitlines() if line.strip()]
        if lines:
            self.replace(event.text if len(lines) == 1 else " ".join(lines), *self.selection)
        if len(lines) > 1:
            self.post_message(self.LinesJoined(len(lines)))

    def validate_value(self, value: str) -> str:
        """Clean whatever becomes the value, by typing, pasting or loading."""
        return shown(value)

    def validate_placeholder(self, placeholder: str) -> str:
        """Clean the words that are seen while the field is blank."""
        return shown(placeholder)


class SafeTextArea(TextArea):
    """A field of several lines."""

    def __init__(
        self,
        text: str = "",
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(
            shown(text, lines=True),
            soft_wrap=True,
            show_line_numbers=False,
            compact=True,
            name=name,
            id=id,
            classes=classes,
        )

    def load_text(self, text: str) -> None:
        """Show another text, cleaned."""
        super().load_text(shown(text, lines=True))

    def edit(self, edit: Edit) -> EditResult:
        """Clean what is typed or pasted."""
        edit.text = shown(edit.text, lines=True)
        return super().edit(edit)


class SuggestKnown(Suggester):
    """Offers the first known text that begins with what is typed, capital or small; the right arrow takes it."""

    def __init__(self, known: Iterable[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=False)
        self.known = tuple(map(shown, known))

    async def get_suggestion(self, value: str) -> str | None:
        """Return the first that fits."""
        begun = value.casefold()
        return next((known for known in self.known if begun and known.casefold().startswith(begun)), None)
