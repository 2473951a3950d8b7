"""Texts on the screen: every string goes through `content`, and the widgets here take nothing else.

A plain `str` given to a Textual widget is read as markup, which drops `[IMPORTANT]` from a note and ends the
application at `[/`; and it is sent to the terminal with whatever escape sequences it holds.
"""

from textual.content import Content
from textual.dom import DOMNode
from textual.notifications import SeverityLevel
from textual.widgets import Static

from supervisor_tui.domain.shown_text import said, shown

__all__ = ["Line", "SafeStatic", "content", "tell"]


def content(text: str, style: str = "", *, lines: bool = False) -> Content:
    """Return `text` cleaned and styled, its brackets kept; line breaks become spaces unless `lines` keeps them.

    `style` is Textual's (`"bold $text-error"`), best taken from `Tone.style`.
    """
    return Content.styled(shown(text, lines=lines), style)


_NOTHING = Content("")


class SafeStatic(Static):
    """A text that stays as it is: takes `Content` alone, never markup, and refuses anything else with a TypeError."""

    def __init__(
        self,
        text: Content = _NOTHING,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(_only_content(text), markup=False, name=name, id=id, classes=classes)

    def update(self, content: Content = _NOTHING, *, layout: bool = True) -> None:  # type: ignore[override]
        """Show another text."""
        super().update(_only_content(content), layout=layout)

    @property
    def text(self) -> Content:
        """What is shown."""
        return _only_content(self.content)


class Line(SafeStatic):
    """A text on one line, cut with an ellipsis where the screen ends."""

    DEFAULT_CSS = """
    Line { height: 1; width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
    """


def tell(node: DOMNode, text: str, *, title: str = "", severity: SeverityLevel = "information") -> None:
    """Show a notice at the top of the screen for some seconds, in place of the one before; any text is safe here."""
    node.app.clear_notifications()
    node.app.notify(said(text, lines=True), title=shown(title), severity=severity, markup=False)


def _only_content(text: object) -> Content:
    if isinstance(text, Content):
        return text
    raise TypeError(f"a text on the screen comes from content(...), not as {type(text).__name__}")
