"""The form of a meeting: its kind, when, about which cases, with whom; shared by calling one and changing it.

It asks only for what the meeting needs as it stands in the form: the kind, the way of meeting and who comes decide.
"""

from collections.abc import Collection, Iterable, Mapping

from supervisor_tui.casework.desk import NoSuchCaseError
from supervisor_tui.casework.meetings.changing import as_said
from supervisor_tui.casework.meetings.preparing import NoCaseError, NotYetHeldError
from supervisor_tui.casework.meetings.typed_of_meeting import findings_on_meeting
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.meetings.asked_of import ASKED, asked_of
from supervisor_tui.domain.meetings.kinds import Channel, MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import Attendance, ParticipantRole
from supervisor_tui.guidance.forms import FieldProblem, Form, Option, fields_of
from supervisor_tui.tui.record_form.form_screen import FormScreen
from supervisor_tui.tui.record_form.known_codes import known_codes, person_code

__all__ = ["MeetingFormScreen"]


class MeetingFormScreen(FormScreen[None]):
    """Saved with F2. Codes may be typed small, people by their short names."""

    def form(self) -> Form:
        """Return the fields that are known before a meeting."""
        fields = tuple(field for field in fields_of(Meeting) if field.name in ASKED)
        return Form("meeting", self.title or "", "", fields)

    def known_codes(self, codes: str) -> tuple[Option, ...]:
        """Return the codes of this agency."""
        return known_codes(self.desk, None, codes)

    def meeting(self) -> Meeting:
        """Return the meeting as it is known."""
        raise NotImplementedError

    def write(self, asked: Meeting) -> None:
        """Save what the form says, and go on."""
        raise NotImplementedError

    def asked_for(self, values: Mapping[str, object]) -> Collection[str]:
        """Return what the meeting needs as it stands in the form, and the field at which the form was opened."""
        kind, channel = (_chosen(values.get(name)) for name in ("kind", "channel"))
        was_held = self.meeting().was_held
        comes = tuple(_who_comes(values.get("participants"), was_held=was_held))
        kind, channel = kind or MeetingKind.CONFERENCE, channel or Channel.IN_PERSON
        known = asked_of(MeetingKind(kind), Channel(channel), comes, was_held=was_held)
        return known | {self.field}

    def save_values(self, values: Mapping[str, object]) -> None:
        """Save the meeting; or say what is wrong, at its field."""
        asked = as_said(self.meeting(), self._by_code(values), (row.field.name for row in self.form_view.asked))
        if isinstance(asked, FieldProblem):
            self.show_problem(asked)
            return
        if not self.may_keep(findings_on_meeting(self.desk, self.meeting(), asked), values):
            return
        try:
            self.write(asked)
        except (NoCaseError, NoSuchCaseError) as error:
            self.show_problem(FieldProblem("cases", str(error.args[0])))
        except NotYetHeldError as error:
            self.show_problem(FieldProblem("held_on", str(error)))
        except RefusedError as refused:
            self.show_problem(FieldProblem("participants", str(refused)))

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


def _chosen(value: object) -> str:
    """Return the one answer that is chosen in a field, "" for none."""
    return str(value[0]) if isinstance(value, list | tuple) and value else ""


def _who_comes(rows: object, *, was_held: bool) -> Iterable[ParticipantRole]:
    """Return the roles of those who are there; before the meeting begins, of those who are expected."""
    counted = {Attendance.PRESENT} if was_held else {Attendance.PRESENT, Attendance.INVITED}
    for row in rows if isinstance(rows, list | tuple) else ():
        if isinstance(row, Mapping) and row.get("role") and row.get("attendance", Attendance.INVITED) in counted:
            yield ParticipantRole(str(row["role"]))
