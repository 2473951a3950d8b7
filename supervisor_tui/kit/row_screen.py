"""The form of one row of a field that holds rows."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.screen import ModalScreen

from supervisor_tui.guidance.forms import Form, FormField
from supervisor_tui.kit.form_controls import FormTools
from supervisor_tui.kit.form_view import FormLeft, FormSaved, FormView
from supervisor_tui.kit.safe_text import tell
from supervisor_tui.wording import _

__all__ = ["RowScreen"]


class RowScreen(ModalScreen[Mapping[str, object] | None]):
    """Gives back the row, or None. Leaving it with something typed needs Escape twice."""

    DEFAULT_CSS = """
    RowScreen { align: center middle; }
    RowScreen > FormView { width: 90%; height: 80%; background: $surface; border: round $primary; }
    """

    def __init__(self, field: FormField, tools: FormTools, values: Mapping[str, object]) -> None:
        super().__init__()
        self.field = field
        self.tools = tools
        self.values = values
        self._warned = False

    def compose(self) -> ComposeResult:
        """Lay out the form."""
        yield FormView(Form("", self.field.title, "", self.field.rows), self.tools, values=self.values)

    def on_form_saved(self, message: FormSaved) -> None:
        """Give the row back."""
        message.stop()
        self.dismiss(message.values)

    def on_form_left(self, message: FormLeft) -> None:
        """Leave, once that is sure."""
        message.stop()
        if message.draft is not None and not self._warned:
            self._warned = True
            tell(self, _("This row is not saved. F2 keeps it, Escape once more drops it."), severity="warning")
            return
        self.dismiss(None)
