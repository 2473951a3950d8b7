"""A programme: its name, its context, and what each guidance set counts for in it. Earlier words stay readable."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

import msgspec

from supervisor_tui.casework.programmes import new_programme, said_of
from supervisor_tui.domain.ids import CaseCode, SetId
from supervisor_tui.domain.programme import Context, Programme, Standing
from supervisor_tui.guidance.forms import FieldProblem, FieldType, Form, FormField, Option
from supervisor_tui.kit.form_view import ON
from supervisor_tui.store.revised import Revised
from supervisor_tui.tui.record_form.form_screen import FormScreen
from supervisor_tui.tui.record_form.kept_drafts import FormPlace
from supervisor_tui.wording import _

__all__ = ["ProgrammeScreen"]

_SET = "set:"


class ProgrammeScreen(FormScreen[bool]):
    """The form of a programme by its id, or of another one for None."""

    def __init__(self, name: str | None) -> None:
        super().__init__(FormPlace(CaseCode(""), f"programme {name or ''}".strip()))
        self.programme_id = name

    @cached_property
    def seen(self) -> Revised[Programme] | None:
        """The programme as it stands, with its revision."""
        return self.desk.store.programmes.seen(self.programme_id) if self.programme_id else None

    def about(self) -> str:
        """Say what the form does."""
        return _("A set that decides can hold up a closing; one that informs only says so.")

    def form(self) -> Form:
        """Return the form: a line for each set installed."""
        contexts = tuple(Option(one.value, one.label) for one in Context)
        standings = tuple(Option(one.value, one.label) for one in Standing)
        sets = tuple(
            FormField(f"{_SET}{one.id}", one.title, FieldType.CHOICE, options=standings, required=True)
            for one in self.desk.host.sets
        )
        fields = (
            FormField("title", _("Name of the programme"), FieldType.TEXT, required=True),
            FormField("context", _("Context"), FieldType.CHOICE, options=contexts, required=True),
            *sets,
            FormField("reason", _("Why"), FieldType.TEXT, hint=_("Who agreed which guidance counts, and when.")),
        )
        title = self.seen.value.title if self.seen else _("New programme")
        return Form("programme", title, _("In force from"), fields)

    def first_values(self) -> Mapping[str, object]:
        """Return what holds today; a new programme has every set inform, until somebody decides."""
        today = self.desk.clock().date()
        held = self.seen.value if self.seen else None
        context = held.context_on(today) if held else None
        values: dict[str, object] = {ON: today.isoformat(), "title": held.title if held else None, "context": context}
        for one in self.desk.host.sets:
            standing = held.standing_on(one.id, today) if held else None
            values[f"{_SET}{one.id}"] = (
                standing.standing.value if standing else (Standing.OFF if held else Standing.INFORMS)
            )
        return values

    def save_values(self, values: Mapping[str, object]) -> None:
        """Write what changed behind what held before."""
        title = str(values["title"]).strip()
        since = date.fromisoformat(str(values[ON]))
        held = self.seen.value if self.seen else new_programme(title)
        if self.seen is None and self.desk.store.programmes.get(held.id) is not None:
            self.show_problem(FieldProblem("title", _("There is a programme of this name already.")))
            return
        standings = {
            SetId(name.removeprefix(_SET)): Standing(str(value))
            for name, value in values.items()
            if name.startswith(_SET)
        }
        reason = str(values.get("reason") or "")
        titled = msgspec.structs.replace(held, title=title)
        programme = said_of(titled, since, Context(str(values["context"])), standings, reason)
        store, by = self.desk.store, self.desk.person.code
        if self.seen is None:
            store.programmes.add(programme, by)
        else:
            store.programmes.replace(self.seen, programme, by)
        self.saved(result=True, words=title)
        self.desk_app.settings_changed()
