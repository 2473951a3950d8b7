"""The form of any kind of record, drawn from its declaration and opened at the field that somebody waits for."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import Draft, RefusedError, check, needs_signature, save, words_to_keep
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import CaseCode, PersonCode, RecordId
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.risk import risk
from supervisor_tui.domain.status import status, worker
from supervisor_tui.guidance.forms import FieldProblem, Form, FormField, Option, filled_in, form_of
from supervisor_tui.kit.form_view import ON
from supervisor_tui.tui.record_form.form_screen import FormScreen
from supervisor_tui.tui.record_form.kept_drafts import FormPlace
from supervisor_tui.tui.record_form.known_codes import known_codes, person_code, with_known_codes
from supervisor_tui.wording import _

__all__ = ["RecordFormScreen", "plain_values", "with_people_by_code"]


class RecordFormScreen(FormScreen[bool]):
    """Writes a record into a case; answers whether it was saved.

    kind: the stored name of a kind that is installed. field: where to begin. amends: the record that it corrects, whose
    values stand in the form. filled: plain values that stand in a blank form.
    """

    def __init__(
        self,
        code: CaseCode,
        kind: str,
        *,
        field: str | None = None,
        amends: RecordId | None = None,
        filled: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(FormPlace(code, kind, amends), field)
        self.code = code
        self.amends = amends
        self.filled = dict(filled or {})

    @cached_property
    def kind(self) -> type[RecordBody]:
        """The declaration of the kind."""
        declared = self.desk.host.kinds.get(self.place.kind)
        if declared is None:
            raise LookupError(f"no installed set declares records of kind {self.place.kind}")
        return declared

    @cached_property
    def case(self) -> CaseFile:
        """The case as it stands when the form is opened."""
        return self.desk.case(self.code)

    def about(self) -> str:
        """Name the case: code, risk, who carries it, where it stands."""
        level = risk(self.case)
        letter = level.level.letter if level and level.level else "?"
        who = self.desk.short_name(worker(self.case)) or _("nobody")
        parts = [f"{letter}  {self.code}", who, self.case.programme.title, status(self.case).label]
        if self.amends is not None:
            parts.append(self._corrected(self.amends))
        return " · ".join(parts)

    def _corrected(self, record: RecordId) -> str:
        """Name the record that this one corrects or takes back, with its day."""
        found = next((one for one in self.case.records if one.id == record), None)
        if found is None:
            return _("corrects what was written before")
        return _("about: {record} of {day}").format(record=self.desk.host.kinds.title(found.kind), day=found.on)

    def form(self) -> Form:
        """Return the form of the kind, its codes offered."""
        return with_known_codes(form_of(self.kind), self.desk, self.case)

    def known_codes(self, codes: str) -> tuple[Option, ...]:
        """Return the codes of this case and agency."""
        return known_codes(self.desk, self.case, codes)

    def first_values(self) -> Mapping[str, object]:
        """Return the values of the record that is corrected; of a new one its day, today unless said otherwise."""
        today = self.desk.clock().date().isoformat()
        corrected = next((record for record in self.case.records if record.id == self.amends), None)
        if corrected is None:
            return {ON: today, **self.filled}
        body = self.desk.host.kinds.decode(corrected)
        return {ON: corrected.on.isoformat(), **(plain_values(body) if body is not None else {})}

    def save_values(self, values: Mapping[str, object]) -> None:
        """Save the record once it can be, after an approver has signed where one is named."""
        given = with_people_by_code(self.desk, form_of(self.kind).fields, values)
        body = filled_in(self.kind, {name: value for name, value in given.items() if name != ON})
        if isinstance(body, FieldProblem):
            self.show_problem(body)
            return
        draft = Draft(body, date.fromisoformat(str(given[ON])), amends=self.amends)
        findings = check(self.desk, self.code, draft)
        if not self.may_keep(findings, values):
            return
        words = words_to_keep(findings)
        if not words:
            self._sign_and_write(draft)
            return
        from supervisor_tui.tui.record_form.keep_words_screen import KeepWordsScreen

        self.app.push_screen(
            KeepWordsScreen(words, draft.on), lambda keeps: self._sign_and_write(draft, *keeps) if keeps else None
        )

    def _sign_and_write(self, draft: Draft, *beside: Draft) -> None:
        """Write a record and what belongs beside it, after the approver whom it names has signed."""
        approver = self.desk.store.people.get(needs_signature(draft) or PersonCode(""))
        if approver is None:
            self._write(draft, *beside)
            return
        from supervisor_tui.tui.quick.sign_screen import SignScreen

        self.app.push_screen(
            SignScreen(approver),
            lambda signed: self._write(msgspec.structs.replace(draft, signed=True), *beside) if signed else None,
        )

    def _write(self, *drafts: Draft) -> None:
        try:
            save(self.desk, self.code, drafts)
        except RefusedError as refused:
            self.show_findings(refused.findings)
        else:
            self.saved(result=True, words=f"{self.code}: {self.kind.TITLE}")


def plain_values(body: RecordBody) -> dict[str, object]:
    """Return the values of a record as a form takes them."""
    values: dict[str, object] = msgspec.to_builtins(body)
    return values


def with_people_by_code(desk: Desk, fields: tuple[FormField, ...], values: Mapping[str, object]) -> dict[str, object]:
    """Return the values with each short name that was typed for a person turned into the person's code."""
    people = {field.name for field in fields if field.codes == "person"}
    return {
        name: person_code(desk, value) if name in people and isinstance(value, str) else value
        for name, value in values.items()
    }
