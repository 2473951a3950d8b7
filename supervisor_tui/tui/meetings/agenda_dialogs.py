"""Small forms of an agenda: how long a point takes, and a point more."""

from collections.abc import Iterable

from textual.widget import Widget

from supervisor_tui.casework.meetings.agenda_by_hand import AgendaProblemError, point_added, point_timed
from supervisor_tui.casework.meetings.holding import ApprovedAlreadyError, seen
from supervisor_tui.casework.names_typed import words_of_names
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.meeting import AgendaLine
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content, tell
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.dialog import Dialog, labelled
from supervisor_tui.wording import _

__all__ = ["PointDialog", "TimeDialog"]


class TimeDialog(Dialog[None]):
    """Asks how many minutes a point may take; blank takes its time away."""

    def __init__(self, number: MeetingId, place: int, point: AgendaLine) -> None:
        super().__init__()
        self.number = number
        self.place = place
        self.point = point

    def heading(self) -> str:
        """Name the point."""
        return _("Point {place} of the agenda").format(place=self.place)

    def rows(self) -> Iterable[Widget]:
        """Return the point and its line."""
        yield SafeStatic(content(self.point.text), classes="hint")
        yield labelled(_("Minutes"), SafeInput(str(self.point.minutes or ""), id="minutes"))

    def save(self) -> None:
        """Keep the time, of the point as it was seen."""
        typed = self.line("minutes")
        if typed and not typed.isdecimal():
            self.point_at("minutes", _("Type a number of minutes, such as 10."))
            return
        before = seen(self.desk, self.number)
        if before.value.agenda[self.place - 1 : self.place] != (self.point,):
            self.say(_("Somebody else changed the agenda meanwhile. Press Esc and look at it."))
            return
        try:
            point_timed(self.desk, before, self.place, int(typed) if typed else None)
        except (AgendaProblemError, ApprovedAlreadyError) as problem:
            self.point_at("minutes", str(problem))
        except StoreProblem as problem:
            self.say(str(problem))
        else:
            self.dismiss()
            self.desk_app.something_saved()


class PointDialog(Dialog[None]):
    """Asks for the words of a point and the case it is about; without a case it is about the meeting as a whole."""

    def __init__(self, number: MeetingId, case: CaseCode | None) -> None:
        super().__init__()
        self.number = number
        self.case = case

    def heading(self) -> str:
        """Name the agenda."""
        return _("A point more for {number}").format(number=self.number)

    def rows(self) -> Iterable[Widget]:
        """Return the two lines."""
        yield labelled(_("Point"), SafeInput(placeholder=_("codes and roles, no names"), id="text"))
        yield labelled(_("Case"), SafeInput(self.case or "", id="case"))
        yield SafeStatic(content(_("Without a case it is about the meeting as a whole.")), classes="hint")

    def save(self) -> None:
        """Add the point."""
        case = CaseCode(self.line("case").upper()) or None
        try:
            point_added(self.desk, seen(self.desk, self.number), self.line("text"), case)
        except (AgendaProblemError, ApprovedAlreadyError) as problem:
            self.point_at("case" if self.line("text").strip() else "text", str(problem))
        except StoreProblem as problem:
            self.say(str(problem))
        else:
            if named := words_of_names(self.desk, self.line("text")):
                words = _("Is {words} somebody's name? z takes the point back; write the code.")
                tell(self, words.format(words=", ".join(f"“{word}”" for word in named)), severity="warning")
            self.dismiss()
            self.desk_app.something_saved()
