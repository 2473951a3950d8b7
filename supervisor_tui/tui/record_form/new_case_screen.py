"""A new case: its code, its registration, and who takes it."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

import msgspec

from supervisor_tui.casework.intake import CodeTakenError, next_code, open_case
from supervisor_tui.casework.recording import Draft, RefusedError, check
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.guidance.forms import FieldProblem, FieldType, Form, FormField, Option, filled_in, form_of
from supervisor_tui.kit.form_view import ON
from supervisor_tui.tui.record_form.form_screen import FormScreen
from supervisor_tui.tui.record_form.kept_drafts import FormPlace
from supervisor_tui.tui.record_form.known_codes import known_codes, person_code, with_known_codes
from supervisor_tui.tui.record_form.record_form_screen import with_people_by_code
from supervisor_tui.wording import _

__all__ = ["NewCaseScreen"]

_CODE, _WORKER = "code", "worker"


class NewCaseScreen(FormScreen[CaseCode | None]):
    """Registers a case; answers its code."""

    def __init__(self) -> None:
        super().__init__(FormPlace(CaseCode(""), Registration.KIND))

    def about(self) -> str:
        """Say what the form does."""
        return _("New case · the code is proposed; no name, address or phone number belongs here")

    @cached_property
    def proposed(self) -> CaseCode:
        """The next free code."""
        return next_code(self.desk)

    def form(self) -> Form:
        """Return the form of a registration, with the code before it and the caseworker after it."""
        asked = with_known_codes(form_of(Registration), self.desk, None)
        code = FormField(_CODE, _("Code"), FieldType.TEXT, required=True)
        hint = _("Blank while nobody has been given the case. {people}").format(people=self._people())
        taker = FormField(_WORKER, _("Given to"), FieldType.CODE, codes="person", hint=hint)
        return msgspec.structs.replace(asked, title=_("New case"), fields=(code, *asked.fields, taker))

    def known_codes(self, codes: str) -> tuple[Option, ...]:
        """Return the codes of this agency."""
        return known_codes(self.desk, None, codes)

    def first_values(self) -> Mapping[str, object]:
        """Return the proposed code, this moment, and the programme where there is only one."""
        now = self.desk.clock()
        programmes = self.desk.store.programmes.all()
        values: dict[str, object] = {
            _CODE: self.proposed,
            ON: now.date().isoformat(),
            "at": now.replace(second=0, microsecond=0).isoformat(),
        }
        return values | ({"programme": programmes[0].id} if len(programmes) == 1 else {})

    def save_values(self, values: Mapping[str, object]) -> None:
        """Register the case."""
        given = with_people_by_code(self.desk, form_of(Registration).fields, values)
        own = {_CODE, _WORKER, ON}
        body = filled_in(Registration, {name: value for name, value in given.items() if name not in own})
        if isinstance(body, FieldProblem):
            self.show_problem(body)
            return
        assert isinstance(body, Registration)
        taker = person_code(self.desk, str(given.get(_WORKER) or ""))
        if taker and self.desk.store.people.get(taker) is None:
            self.show_problem(FieldProblem(_WORKER, _("Nobody here is called {who}.").format(who=taker)))
            return
        code, on = str(given[_CODE]).strip().upper(), date.fromisoformat(str(given[ON]))
        if self.desk.store.records.has(CaseCode(code)) or self.may_keep(
            check(self.desk, CaseCode(code), Draft(body, on)), values
        ):
            self._open(code, body, on, taker)

    def _open(self, code: str, body: Registration, on: date, taker: str) -> None:
        try:
            opened = open_case(self.desk, code, body, on, PersonCode(taker) if taker else None)
        except CodeTakenError as taken:
            self.show_problem(FieldProblem(_CODE, str(taken)))
        except RefusedError as refused:
            self.show_findings(refused.findings)
        else:
            self.saved(opened, words=opened)

    def _people(self) -> str:
        return ", ".join(f"{option.value} {option.label}" for option in self.known_codes("person")[:4])
