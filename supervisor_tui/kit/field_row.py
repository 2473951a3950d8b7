"""One row of a form: title, control, unit or meaning, and the problem below."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.widgets import Input

from supervisor_tui.guidance.forms import FieldProblem, FieldType, FormField
from supervisor_tui.kit.form_choice import ChoiceControl
from supervisor_tui.kit.form_controls import Control, FormTools, LongTextControl, TextControl
from supervisor_tui.kit.form_rows import RowsControl
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.wording import _

__all__ = ["FieldRow"]


class FieldRow(Vertical):
    """Asks for one field. A star stands at what has to be filled in."""

    DEFAULT_CSS = """
    FieldRow { height: auto; }
    FieldRow > Horizontal { height: auto; }
    FieldRow .field-title { width: 40%; max-width: 44; height: auto; padding-right: 1; }
    FieldRow .field-meaning { width: auto; max-width: 40%; height: 1; padding-left: 1; }
    FieldRow > .field-problem { display: none; margin-left: 2; }
    FieldRow.-in-use .field-title { text-style: bold; color: $text-accent; }
    """

    problem: reactive[str] = reactive("")

    def __init__(self, field: FormField, tools: FormTools) -> None:
        super().__init__()
        self.field = field
        self.control = _control(field, tools)
        self._first: object = None
        self._wrong: object = None

    @property
    def is_changed(self) -> bool:
        """Whether something else stands in it than at first."""
        return self.control.raw() != self._first

    def compose(self) -> ComposeResult:
        """Lay out the row."""
        with Horizontal():
            title = f"{self.field.title} *" if self.field.required else self.field.title
            yield SafeStatic(content(title), classes="field-title")
            yield self.control
            yield SafeStatic(content(self.field.unit), classes="field-meaning")
        yield SafeStatic(classes="field-problem")

    def put(self, value: object) -> None:
        """Fill the field with the value it begins with."""
        self.control.put(value)
        self._first = self.control.raw()

    def read(self) -> object:
        """Return the plain value, None for a blank field, or a `FieldProblem`."""
        value = self.control.read()
        if value is None and self.field.required:
            return FieldProblem(self.field.name, _("Please fill this in."))
        return value

    def help(self) -> str:
        """Return the line of help: the hint, the keys of the control, the rule that asks for the field."""
        needed = _("needed") if self.field.required else ""
        return " · ".join(filter(None, (self.field.hint, self.control.keys(), needed, self.field.rule)))

    def show_meaning(self) -> None:
        """Show how the field is understood, beside it, and take a problem away once it is mended."""
        if self.problem and self.control.raw() != self._wrong and not isinstance(self.read(), FieldProblem):
            self.problem = ""
        words = " ".join(filter(None, (self.field.unit, self.control.meaning())))
        shown_now = self.query_one(".field-meaning", SafeStatic)
        if shown_now.text.plain != words:
            shown_now.update(content(words, Tone.QUIET.style))

    def on_descendant_focus(self) -> None:
        """Show which field is in use."""
        self.add_class("-in-use")

    def on_descendant_blur(self) -> None:
        """Show that another field is in use."""
        self.remove_class("-in-use")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say at once how a day or code is understood."""
        event.stop()
        self.show_meaning()

    def watch_problem(self, problem: str) -> None:
        """Show or hide the sentence below the field, and remember what it was said of."""
        self._wrong = self.control.raw()
        if not self.is_mounted:
            return
        line = self.query_one(".field-problem", SafeStatic)
        line.update(content(problem, Tone.URGENT.style))
        line.display = bool(problem)


def _control(field: FormField, tools: FormTools) -> Control:
    match field.type:
        case FieldType.CHOICE | FieldType.YES:
            return ChoiceControl(field)
        case FieldType.LINES:
            return ChoiceControl(field, many=True) if field.options else LongTextControl(field)
        case FieldType.LONG_TEXT:
            return LongTextControl(field)
        case FieldType.ROWS:
            return RowsControl(field, tools)
        case _:
            return TextControl(field, tools)
