"""A person of the agency: code, what they are called here, what they do. A key to the store is another matter."""

from collections.abc import Mapping
from functools import cached_property

from supervisor_tui.casework.people import person_problem, save_person
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.people import Person, Role
from supervisor_tui.domain.plan import next_number
from supervisor_tui.guidance.forms import FieldType, Form, FormField, Option
from supervisor_tui.store.revised import Revised
from supervisor_tui.tui.record_form.form_screen import FormScreen
from supervisor_tui.tui.record_form.kept_drafts import FormPlace
from supervisor_tui.wording import _

__all__ = ["PersonScreen"]


class PersonScreen(FormScreen[bool]):
    """The form of a person by their code, or of another one for None."""

    def __init__(self, code: str | None) -> None:
        super().__init__(FormPlace(CaseCode(""), f"person {code or ''}".strip()))
        self.person_code = code

    @cached_property
    def seen(self) -> Revised[Person] | None:
        """The person as they stand, with the revision."""
        return self.desk.store.people.seen(self.person_code) if self.person_code else None

    def about(self) -> str:
        """Say what the form does."""
        return _("What the agency calls somebody is shown on screens only, never exported.")

    def form(self) -> Form:
        """Return the form."""
        roles = tuple(Option(one.value, one.label) for one in Role)
        active = (Option("yes", _("works here")), Option("no", _("left")))
        supervisors = tuple(
            Option(one.code, one.short_name)
            for one in self.desk.store.people.all()
            if Role.SUPERVISOR in one.roles and one.code != self.person_code
        )
        fields = [
            FormField("code", _("Code"), FieldType.TEXT, required=True, hint=_("Such as W-04; it stays for good.")),
            FormField(
                "short_name", _("Called"), FieldType.TEXT, required=True, hint=_("A short name, used here only.")
            ),
            FormField("roles", _("Does what"), FieldType.LINES, options=roles, required=True),
            FormField("active", _("Works here"), FieldType.CHOICE, options=active, required=True),
        ]
        if supervisors:
            fields.insert(3, FormField("supervisor", _("Supervisor"), FieldType.CHOICE, options=supervisors))
        return Form("person", self.seen.value.short_name if self.seen else _("New person"), "", tuple(fields))

    def first_values(self) -> Mapping[str, object]:
        """Return the person as they stand, or a proposed code for a caseworker."""
        if self.seen is not None:
            person = self.seen.value
            return {
                "code": person.code,
                "short_name": person.short_name,
                "roles": [role.value for role in person.roles],
                "supervisor": person.supervisor,
                "active": "yes" if person.active else "no",
            }
        taken = tuple(one.code for one in self.desk.store.people.all())
        number = next_number("W-", taken).removeprefix("W-")
        mine = self.desk.person.code if Role.SUPERVISOR in self.desk.person.roles else None
        return {
            "code": f"W-{int(number):02d}",
            "roles": [Role.CASEWORKER.value],
            "supervisor": mine,
            "active": "yes",
        }

    def save_values(self, values: Mapping[str, object]) -> None:
        """Write the person down."""
        code, name = str(values["code"]).strip().upper(), " ".join(str(values["short_name"]).split())
        roles = values["roles"]
        person = Person(
            PersonCode(code),
            name,
            tuple(Role(str(role)) for role in (roles if isinstance(roles, list) else ())),
            PersonCode(str(values["supervisor"])) if values.get("supervisor") else None,
            values["active"] == "yes",
        )
        if problem := person_problem(self.desk, self.seen.value if self.seen else None, person):
            self.show_problem(problem)
            return
        save_person(self.desk, self.seen, person)
        self.saved(result=True, words=name)
