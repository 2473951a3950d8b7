"""A record kind as a form: one row a field, what is wrong below the field, help for the field in use.

The form keeps everything that is typed until its screen takes it away, and offers it every second for the draft.
"""

from collections.abc import Callable, Collection, Mapping

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Button

from supervisor_tui.guidance.forms import FieldProblem, FieldType, Form, FormField, as_plain
from supervisor_tui.kit.command import Command, Commanded
from supervisor_tui.kit.field_row import FieldRow
from supervisor_tui.kit.form_controls import FieldAnswered, FormTools, NextField
from supervisor_tui.kit.safe_text import Line, content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.wording import N_, _

__all__ = ["ON", "AskedFor", "FormChanged", "FormLeft", "FormSaved", "FormView", "LeaveForm", "SaveForm"]

ON = "on"
"""The name under which the values hold the record's day, which belongs to its envelope and not to its body."""

DRAFT_SECONDS = 1.0

AskedFor = Callable[[Mapping[str, object]], Collection[str] | None]
"""Which fields are asked for, by their names, where this stands in the form; None for all of them."""


class SaveForm(Command):
    """Save what is filled in."""

    BINDING_KEY = "f2"
    TITLE = N_("Save")
    FOOTER = N_("save")
    GROUP = N_("Form")
    WHILE_TYPING = True


class LeaveForm(Command):
    """Leave the form; what is typed stays as a draft."""

    BINDING_KEY = "escape"
    TITLE = N_("Leave the form")
    FOOTER = N_("leave")
    GROUP = N_("Form")
    WHILE_TYPING = True


class _OfForm(Message):
    """What a form tells; each kind stands alone, for Textual hands a message to the handlers of its bases too."""

    def __init__(self, form_view: "FormView") -> None:
        super().__init__()
        self.form_view = form_view

    @property
    def control(self) -> "FormView":
        """The form, for `@on(FormSaved, "#id")`."""
        return self.form_view


class FormSaved(_OfForm):
    """The form is filled in as far as it can tell; `values` are plain, by field name, the record's day under `ON`.

    Decode them strictly (`guidance.forms.filled_in`) and hand a problem back with `FormView.show_problem`.
    """

    def __init__(self, form_view: "FormView", values: Mapping[str, object]) -> None:
        super().__init__(form_view)
        self.values = values


class FormLeft(_OfForm):
    """Somebody wants to leave; `draft` is what stands in the fields, None where nothing was changed."""

    def __init__(self, form_view: "FormView", draft: Mapping[str, object] | None) -> None:
        super().__init__(form_view)
        self.draft = draft


class FormChanged(_OfForm):
    """Something was typed since the last second; `draft` can be given to a later `FormView(draft=...)`."""

    def __init__(self, form_view: "FormView", draft: Mapping[str, object]) -> None:
        super().__init__(form_view)
        self.draft = draft


class FormView(Commanded, Vertical):
    """Draws a `Form`: `values` are a record's plain values, `draft` what was typed before, `at` the field to open.

    asked_for: shows the fields that are asked for as the form stands; the others keep what is in them and are not read.
    """

    ACTIONS = (SaveForm, LeaveForm)
    DEFAULT_CSS = """
    FormView { height: 1fr; }
    FormView > .form-title { text-style: bold; padding: 0 1; }
    FormView > VerticalScroll { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
    FormView > .form-help { height: 1; padding: 0 1; background: $panel; }
    FormView Button { margin-top: 1; }
    """

    def __init__(
        self,
        form: Form,
        tools: FormTools,
        *,
        values: Mapping[str, object] | None = None,
        draft: Mapping[str, object] | None = None,
        at: str = "",
        asked_for: AskedFor | None = None,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.form = form
        self.at = at
        self.asked_for = asked_for
        on_field = (FormField(ON, form.on_title, FieldType.DATE, required=True),) if form.on_title else ()
        self.rows = tuple(FieldRow(field, tools) for field in (*on_field, *form.fields))
        self._given = dict(values or {})
        self._restored = dict(draft or {})
        self._offered: dict[str, object] = {}
        self._problem = ""

    def compose(self) -> ComposeResult:
        """Lay out the rows."""
        yield Line(content(self.form.title), classes="form-title")
        with VerticalScroll(can_focus=False):
            yield from self.rows
            yield Button(content(_("Save  F2")), id="save-form", compact=True)
        yield Line(classes="form-help")

    def on_mount(self) -> None:
        """Fill the fields and open at the wanted one."""
        for row in self.rows:
            name = row.field.name
            row.put(self._given.get(name, as_plain(row.field.default)))
        self._offered = self.draft()
        for row in self.rows:
            if row.field.name in self._restored:
                row.control.restore(self._restored[row.field.name])
            row.show_meaning()
        self._show_what_is_asked()
        self.set_interval(DRAFT_SECONDS, self._offer_draft)
        self.go_to(self.at or self.rows[0].field.name)

    def draft(self) -> dict[str, object]:
        """Return what stands in the fields, half-typed or not."""
        return {row.field.name: row.control.raw() for row in self.rows}

    def go_to(self, field: str) -> None:
        """Put the cursor into a field; an unknown name, or a field that is not asked for, is the first one."""
        row = next((row for row in self.asked if row.field.name == field), self.asked[0])
        self.screen.set_focus(row.control)

    def show_problem(self, problem: FieldProblem) -> None:
        """Show what is wrong below its field and go there, or in the help line where the field is not told."""
        for row in self.rows:
            row.problem = problem.message if row.field.name == problem.field else row.problem
        if any(row.field.name == problem.field for row in self.asked):
            self.go_to(problem.field)
        else:
            self._problem = problem.message
            self._show_help()

    def action_save_form(self) -> None:
        """Handle `SaveForm`: post `FormSaved`, or show what is wrong."""
        self._problem = ""
        self._show_help()
        values: dict[str, object] = {}
        problems: list[FieldProblem] = []
        for row in self.asked:
            value = row.read()
            if isinstance(value, FieldProblem):
                problems.append(value)
            elif value is not None:
                values[row.field.name] = value
            row.problem = value.message if isinstance(value, FieldProblem) else ""
        if problems:
            self.go_to(problems[0].field)
        else:
            self.post_message(FormSaved(self, values))

    @property
    def asked(self) -> tuple[FieldRow, ...]:
        """The rows that are asked for as the form stands."""
        return tuple(row for row in self.rows if row.display)

    def action_leave_form(self) -> None:
        """Handle `LeaveForm`: post `FormLeft`."""
        self.post_message(FormLeft(self, self.draft() if self.is_changed else None))

    @property
    def is_changed(self) -> bool:
        """Whether something else stands in the fields than at first."""
        return any(row.is_changed for row in self.rows)

    def on_next_field(self, event: NextField) -> None:
        """Go on to the next field, or to the button below the last one."""
        event.stop()
        self.screen.focus_next()

    def on_field_answered(self, event: FieldAnswered) -> None:
        """Show at once what is asked for after this answer."""
        event.stop()
        self._show_what_is_asked()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Save by mouse, or by Enter below the last field."""
        event.stop()
        self.action_save_form()

    def on_descendant_focus(self) -> None:
        """Show the help of the field in use."""
        self._show_help()

    def _show_help(self) -> None:
        """Show a problem of the whole form until it is saved again, else the help of the field in use."""
        row = next((row for row in self.rows if row.control.has_focus), None)
        help_line = content(row.help() if row else "", Tone.QUIET.style)
        self.query_one(".form-help", Line).update(
            content(self._problem, Tone.URGENT.style) if self._problem else help_line
        )

    def _show_what_is_asked(self) -> None:
        names = self.asked_for(self.draft()) if self.asked_for is not None else None
        for row in self.rows:
            row.display = names is None or row.field.name in names

    def _offer_draft(self) -> None:
        for row in self.rows:
            row.show_meaning()
        draft = self.draft()
        if draft != self._offered:
            self._offered = draft
            self.post_message(FormChanged(self, draft))
