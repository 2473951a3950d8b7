"""The line of a meeting: the words, who, until when and for which need; kept as it is typed."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import Line, content
from supervisor_tui.tui.meetings.typed_line import TypedLine
from supervisor_tui.wording import _

__all__ = ["EntryChanged", "EntryLine", "EntrySaved"]

KEEP_SECONDS = 0.7


class EntrySaved(Message):
    """Enter was pressed: save what stands in the line."""

    def __init__(self, typed: TypedLine) -> None:
        super().__init__()
        self.typed = typed


class EntryChanged(Message):
    """Something was typed since it was last told."""

    def __init__(self, typed: TypedLine) -> None:
        super().__init__()
        self.typed = typed


class EntryLine(Horizontal):
    """Four fields side by side; Tab goes on, Enter saves from any of them."""

    DEFAULT_CSS = """
    EntryLine { height: 1; }
    EntryLine > SafeInput { border: none; height: 1; padding: 0; background: $boost; }
    EntryLine > #said { width: 1fr; }
    EntryLine > #owner { width: 12; }
    EntryLine > #until { width: 12; }
    EntryLine > #need { width: 10; }
    EntryLine > Line { width: auto; padding: 0 1; color: $foreground 75%; }
    """

    def __init__(self) -> None:
        super().__init__(id="entry")
        self._told = TypedLine()

    def compose(self) -> ComposeResult:
        """Lay out the fields with their words."""
        yield Line(content(">"))
        yield SafeInput(id="said", placeholder=_("a find a night shelter for the three"), compact=True)
        yield Line(content(_("who")))
        yield SafeInput(id="owner", compact=True)
        yield Line(content(_("until")))
        yield SafeInput(id="until", placeholder=_("wed, +3d"), compact=True)
        yield Line(content(_("need")))
        yield SafeInput(id="need", compact=True)

    def on_mount(self) -> None:
        """Tell what is typed, soon enough that less than a second of it can be lost."""
        self.set_interval(KEEP_SECONDS, self._tell)

    @property
    def typed(self) -> TypedLine:
        """What stands in the fields."""
        return TypedLine(*(self.query_one(f"#{name}", SafeInput).value for name in ("said", "owner", "until", "need")))

    def put(self, typed: TypedLine) -> None:
        """Fill the fields, and begin at the words."""
        for name, value in (
            ("said", typed.text),
            ("owner", typed.owner),
            ("until", typed.until),
            ("need", typed.need),
        ):
            self.query_one(f"#{name}", SafeInput).value = value
        self._told = typed
        self.query_one("#said", SafeInput).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save from whichever field Enter was pressed in."""
        event.stop()
        self.post_message(EntrySaved(self.typed))

    def _tell(self) -> None:
        typed = self.typed
        if typed != self._told:
            self._told = typed
            self.post_message(EntryChanged(typed))
