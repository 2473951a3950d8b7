"""Asks of somebody who is invited whether they may be a source of harm, and on which day they were told."""

from collections.abc import Iterable
from datetime import date

import msgspec
from textual.widget import Widget

from supervisor_tui.casework.days_as_typed import NotADayError, read_day
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.inviting import invitee_changed
from supervisor_tui.casework.meetings.typed_of_meeting import findings_on_invitee
from supervisor_tui.casework.typed_choice import NotAChoiceError, chosen, numbered
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.meetings.participants import Participant
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.guidance.findings import Finding
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.dialog import Dialog, labelled
from supervisor_tui.wording import N_, _

__all__ = ["HarmDialog", "ToldDialog"]


class _AboutOne(Dialog[None]):
    """Keeps something of one who is invited."""

    def __init__(self, number: MeetingId, person: Participant) -> None:
        super().__init__()
        self.number = number
        self.person = person

    def keep(self, **said: object) -> None:
        """Record it, and close the form."""
        try:
            invitee_changed(self.desk, seen(self.desk, self.number), self.person.id, **said)
        except StoreProblem as problem:
            self.say(str(problem))
        else:
            self.dismiss()
            self.desk_app.something_saved()


class HarmDialog(_AboutOne):
    """Three answers and a note; blank says that nobody asked."""

    HEADING = N_("May this person be a source of harm to the child?")

    def __init__(self, number: MeetingId, person: Participant) -> None:
        super().__init__(number, person)
        self._asked_about: tuple[Finding, ...] = ()

    def rows(self) -> Iterable[Widget]:
        """Return the answer and the note."""
        before = self.person.may_harm.label if self.person.may_harm else ""
        yield labelled(_("Answer"), SafeInput(before, placeholder=numbered(YesNo), id="harm"))
        note = SafeInput(self.person.harm_note, placeholder=_("codes and roles, no names"), id="note")
        yield labelled(_("Note"), note)
        yield SafeStatic(
            content(_("Not known is taken for yes. Blank: nobody asked. No paper holds it.")), classes="hint"
        )

    def save(self) -> None:
        """Record the answer; a note that may hold a name is asked about once."""
        note = self.line("note")
        asks = findings_on_invitee(self.desk, self.person, msgspec.structs.replace(self.person, harm_note=note))
        if asks and asks != self._asked_about:
            self._asked_about = asks
            self.point_at("note", " ".join((*(one.message for one in asks), _("F2 again saves it as it is."))))
            return
        try:
            answer = chosen(YesNo, self.line("harm"))
        except NotAChoiceError as problem:
            self.point_at("harm", str(problem))
        else:
            self.keep(may_harm=answer, harm_note=note)


class ToldDialog(_AboutOne):
    """The day on which somebody was told stays until another is typed; blank takes it back."""

    HEADING = N_("Told of the meeting on")

    def rows(self) -> Iterable[Widget]:
        """Return the day."""
        noted = self.person.notice_on.isoformat() if self.person.notice_on else ""
        yield labelled(_("Day"), SafeInput(noted, id="day"))
        yield SafeStatic(content(_("A day such as 2026-11-24, or yesterday. Blank: not told yet.")), classes="hint")

    def save(self) -> None:
        """Record the day."""
        typed = self.line("day")
        try:
            day = _past(typed, self.desk.clock().date()) if typed else None
        except NotADayError as problem:
            self.point_at("day", str(problem))
        else:
            self.keep(notice_on=day)


def _past(typed: str, today: date) -> date:
    """Return the day meant, which has come; raises NotADayError for one ahead or none."""
    day = read_day(typed, today)
    if day > today:
        raise NotADayError(_("{day} lies ahead; say on which day they were told.").format(day=day.isoformat()))
    return day
