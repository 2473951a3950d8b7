"""The form of a meeting: its kind, when, about which cases, with whom; shared by calling one and changing it."""

from collections.abc import Mapping

import msgspec

from supervisor_tui.casework.desk import NoSuchCaseError
from supervisor_tui.casework.meetings.preparing import NoCaseError
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.guidance.forms import FieldProblem, Form, Option, fields_of
from supervisor_tui.tui.record_form.form_screen import FormScreen
from supervisor_tui.tui.record_form.known_codes import known_codes, person_code
from supervisor_tui.wording import _

__all__ = ["ASKED", "MeetingFormScreen"]

ASKED = ("kind", "starts", "cases", "purpose", "place", "participants")
UNASKED = {"id": "M-0"}


class MeetingFormScreen(FormScreen[None]):
    """Saved with F2. Codes may be typed small, people by their short names."""

    def form(self) -> Form:
        """Return the fields that are known before a meeting."""
        fields = {field.name: field for field in fields_of(Meeting)}
        return Form("meeting", self.title or "", "", tuple(fields[name] for name in ASKED))

    def known_codes(self, codes: str) -> tuple[Option, ...]:
        """Return the codes of this agency."""
        return known_codes(self.desk, None, codes)

    def write(self, asked: Meeting) -> None:
        """Save what the form says, and go on."""
        raise NotImplementedError

    def save_values(self, values: Mapping[str, object]) -> None:
        """Save the meeting; or say what is wrong, at its field."""
        try:
            asked = msgspec.convert({**UNASKED, **self._by_code(values)}, Meeting, strict=False)
            self.write(asked)
        except (NoCaseError, NoSuchCaseError) as error:
            self.show_problem(FieldProblem("cases", str(error.args[0])))
        except msgspec.ValidationError as error:
            at = next((name for name in ASKED if f"$.{name}" in str(error)), "starts")
            self.show_problem(FieldProblem(at, _("This does not fit here. Please check it.")))

    def _by_code(self, values: Mapping[str, object]) -> dict[str, object]:
        """Return the values with codes in capitals, and people under their codes."""
        given = dict(values)
        cases = given.get("cases")
        if isinstance(cases, list | tuple):
            given["cases"] = [str(code).strip().upper() for code in cases]
        people = given.get("participants")
        if isinstance(people, list | tuple):
            given["participants"] = [self._person(row) for row in people if isinstance(row, Mapping)]
        return given

    def _person(self, row: Mapping[str, object]) -> dict[str, object]:
        filled = {name: value for name, value in row.items() if value not in ("", None)}
        return {**filled, "label": person_code(self.desk, str(filled.get("label", "")))}
