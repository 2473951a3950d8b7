"""The form that calls a meeting: its kind, when, about which cases, with whom."""

from collections.abc import Mapping

import msgspec

from supervisor_tui.casework.desk import NoSuchCaseError
from supervisor_tui.casework.meetings.preparing import NoCaseError, plan_meeting
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meeting import Meeting, MeetingKind
from supervisor_tui.guidance.forms import FieldProblem, Form, Option, fields_of
from supervisor_tui.tui import doors
from supervisor_tui.tui.record_form.form_screen import FormScreen
from supervisor_tui.tui.record_form.kept_drafts import FormPlace, forget
from supervisor_tui.tui.record_form.known_codes import known_codes
from supervisor_tui.wording import _

__all__ = ["NewMeetingScreen"]

ASKED = ("kind", "starts", "cases", "purpose", "place", "participants")
UNASKED = {"id": "M-0"}


class NewMeetingScreen(FormScreen[None]):
    """Saved with F2; the meeting opens with the agenda that the sets in force propose."""

    def __init__(self, cases: tuple[CaseCode, ...] = ()) -> None:
        super().__init__(FormPlace(CaseCode(""), "meeting"), "starts")
        self.cases = cases
        self.title = _("New meeting")

    def about(self) -> str:
        """Say what the form does."""
        return _("New meeting · the agenda is proposed when you save; codes and roles only, no names")

    def form(self) -> Form:
        """Return the fields that are known before a meeting."""
        fields = {field.name: field for field in fields_of(Meeting)}
        return Form("meeting", _("New meeting"), "", tuple(fields[name] for name in ASKED))

    def known_codes(self, codes: str) -> tuple[Option, ...]:
        """Return the codes of this agency."""
        return known_codes(self.desk, None, codes)

    def first_values(self) -> Mapping[str, object]:
        """Return a conference about the marked cases, or a case management meeting where none is marked."""
        kind = MeetingKind.CONFERENCE if self.cases else MeetingKind.MANAGEMENT
        return {"kind": kind.value, "cases": tuple(self.cases)}

    def save_values(self, values: Mapping[str, object]) -> None:
        """Call the meeting and open it; or say what is wrong, at its field."""
        try:
            asked = msgspec.convert({**UNASKED, **values}, Meeting, strict=False)
            called = plan_meeting(
                self.desk,
                asked.kind,
                asked.starts,
                cases=asked.cases,
                place=asked.place,
                purpose=asked.purpose,
                participants=asked.participants,
            )
        except (NoCaseError, NoSuchCaseError) as error:
            self.show_problem(FieldProblem("cases", str(error.args[0])))
        except msgspec.ValidationError:
            self.show_problem(FieldProblem("starts", _("Please fill in the day and hour, such as 2026-11-24 14:00.")))
        else:
            forget(self.desk, self.place)
            self.desk_app.something_saved()
            self.app.switch_screen(doors.meeting(called.id))
