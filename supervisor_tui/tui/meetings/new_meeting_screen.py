"""The form that calls a meeting: its kind, when, about which cases, with whom."""

from typing import ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from supervisor_tui.casework.desk import Desk, NoSuchCaseError
from supervisor_tui.casework.meetings.preparing import NoCaseError, plan_meeting
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meeting import Meeting, MeetingKind
from supervisor_tui.guidance.forms import FieldProblem, Form, fields_of
from supervisor_tui.kit.command import Commanded
from supervisor_tui.kit.command_footer import CommandFooter
from supervisor_tui.kit.form_view import FormLeft, FormSaved, FormView
from supervisor_tui.tui import doors
from supervisor_tui.tui.desk_app import desk_app
from supervisor_tui.tui.head_line import HeadLine
from supervisor_tui.tui.record_form.form_tools import form_tools
from supervisor_tui.wording import _

__all__ = ["NewMeetingScreen"]

ASKED = ("kind", "starts", "cases", "purpose", "place", "participants")
UNASKED = {"id": "M-0", "agenda": (), "state": "planned"}


class NewMeetingScreen(Commanded, Screen[None]):
    """Saved with F2; the meeting opens with the agenda that the sets in force propose."""

    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, cases: tuple[CaseCode, ...] = ()) -> None:
        super().__init__()
        self.cases = cases
        self.title = _("New meeting")

    @property
    def desk(self) -> Desk:
        """The desk of whoever unlocked the store."""
        return desk_app(self).desk

    def compose(self) -> ComposeResult:
        """Lay out the form, with the marked cases filled in."""
        fields = {field.name: field for field in fields_of(Meeting)}
        form = Form("meeting", _("New meeting"), "", tuple(fields[name] for name in ASKED))
        kind = MeetingKind.CONFERENCE if self.cases else MeetingKind.MANAGEMENT
        yield HeadLine(None)
        yield FormView(
            form,
            form_tools(self.desk, None),
            values={"kind": kind.value, "cases": tuple(self.cases)},
            at="starts",
        )
        yield CommandFooter()

    @on(FormLeft)
    def leave(self) -> None:
        """Go back without a meeting."""
        self.dismiss()

    @on(FormSaved)
    def call(self, event: FormSaved) -> None:
        """Call the meeting and open it; or say what is wrong, at its field."""
        try:
            asked = msgspec.convert({**UNASKED, **event.values}, Meeting, strict=False)
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
            event.form_view.show_problem(FieldProblem("cases", str(error.args[0])))
        except msgspec.ValidationError:
            problem = FieldProblem("starts", _("Please fill in the day and hour, such as 2026-11-24 14:00."))
            event.form_view.show_problem(problem)
        else:
            desk_app(self).something_saved()
            self.app.switch_screen(doors.meeting(called.id))
