"""The form of one act of a hand-over: the fields that it asks for, of one case or of a load that moves together."""

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from supervisor_tui.casework.known_here import findings_on_agency
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.casework.transfers.acts import TransferAct, asked_fields, first_values, has_own_day, kind_of
from supervisor_tui.casework.transfers.batches import propose_together
from supervisor_tui.casework.transfers.doing import do
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.guidance.findings import Finding
from supervisor_tui.guidance.forms import FieldProblem, Form, Option, form_of
from supervisor_tui.kit.form_view import ON
from supervisor_tui.tui.record_form.form_screen import FormScreen
from supervisor_tui.tui.record_form.kept_drafts import FormPlace
from supervisor_tui.tui.record_form.known_codes import known_codes, with_known_codes
from supervisor_tui.tui.record_form.record_form_screen import with_people_by_code
from supervisor_tui.wording import _

__all__ = ["ActScreen", "ProposeTogetherScreen"]


class ActScreen(FormScreen[bool]):
    """Asks for what one act needs, and does it; what cannot be is refused with the sentence that says why."""

    def __init__(self, code: CaseCode, act: TransferAct) -> None:
        super().__init__(FormPlace(code, f"transfer {act.value}"))
        self.code = code
        self.act = act

    def about(self) -> str:
        """Name the case and the act."""
        return f"{self.code} · {self.act.label}"

    def form(self) -> Form:
        """Return the fields that the act asks for."""
        return with_known_codes(_form_of(self.act), self.desk, self.desk.case(self.code))

    def known_codes(self, codes: str) -> Sequence[Option]:
        """Return the codes of this case and agency."""
        return known_codes(self.desk, self.desk.case(self.code), codes)

    def first_values(self) -> Mapping[str, object]:
        """Return what is known already; days are today's."""
        today = self.desk.clock().date()
        return {ON: today.isoformat(), **first_values(self.desk.case(self.code), self.act, today)}

    def save_values(self, values: Mapping[str, object]) -> None:
        """Do the act."""
        given = with_people_by_code(self.desk, self.form().fields, values)
        fields = {name: value for name, value in given.items() if name != ON}
        if self.act is TransferAct.PROPOSE and not self.may_keep(self._on_agency(fields), values):
            return
        try:
            found = do(self.desk, self.code, self.act, fields, date.fromisoformat(str(given[ON])))
        except RefusedError as refused:
            self.show_findings(refused.findings)
            return
        if isinstance(found, FieldProblem):
            self.show_problem(found)
        else:
            self.saved(result=True, words=f"{self.code}: {self.act.label}")

    def _on_agency(self, fields: Mapping[str, object]) -> tuple[Finding, ...]:
        return findings_on_agency(self.desk, [self.desk.case(self.code)], str(fields.get("agency") or ""))


class ProposeTogetherScreen(FormScreen[str | None]):
    """Proposes the hand-over of several cases as one load; answers its name."""

    def __init__(self, codes: Sequence[CaseCode]) -> None:
        super().__init__(FormPlace(CaseCode(""), "transfer together"))
        self.codes = tuple(codes)

    def about(self) -> str:
        """Say which cases move."""
        return _("{n} cases · each file is looked at for consent, and none goes while one is not settled").format(
            n=len(self.codes)
        )

    def form(self) -> Form:
        """Return the fields of the proposal."""
        return _form_of(TransferAct.PROPOSE)

    def first_values(self) -> Mapping[str, object]:
        """Return today."""
        return {ON: self.desk.clock().date().isoformat()}

    def save_values(self, values: Mapping[str, object]) -> None:
        """Propose them all, or none."""
        fields = {name: value for name, value in values.items() if name not in {ON, "batch"}}
        cases = [self.desk.case(code) for code in self.codes]
        if not self.may_keep(findings_on_agency(self.desk, cases, str(fields.get("agency") or "")), values):
            return
        try:
            name = propose_together(self.desk, self.codes, fields, str(values.get("batch") or ""))
        except RefusedError as refused:
            self.show_findings(refused.findings)
            return
        if isinstance(name, FieldProblem):
            self.show_problem(name)
        else:
            self.saved(result=name, words=name)


def _form_of(act: TransferAct) -> Form:
    whole = form_of(kind_of(act))
    asked = asked_fields(act)
    fields = tuple(field for field in whole.fields if field.name in asked)
    on_title = whole.on_title if has_own_day(act) else _("Written down on")
    return msgspec.structs.replace(whole, title=act.label, on_title=on_title, fields=fields)
