"""Small forms before a meeting: the standing meeting of the team, and asking for a case to be taken up."""

from collections.abc import Iterable

from textual.widget import Widget

from supervisor_tui.casework.desk import NoSuchCaseError
from supervisor_tui.casework.meetings.proposing import raise_in_meeting
from supervisor_tui.casework.meetings.series import SeriesProblemError, keep_series, team_series, usual_series
from supervisor_tui.casework.typed_choice import NotAChoiceError, chosen
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.series import Weekday
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content, tell
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.dialog import Dialog, labelled
from supervisor_tui.wording import N_, _

__all__ = ["RaiseDialog", "SeriesDialog"]


class SeriesDialog(Dialog[None]):
    """Asks on which day, at which hour, every how many days and where the team meets."""

    HEADING = N_("Standing meeting of the team")

    def rows(self) -> Iterable[Widget]:
        """Return the lines, filled with what holds."""
        held = team_series(self.desk) or usual_series(self.desk)
        yield labelled(_("Day"), SafeInput(held.weekday.label, id="weekday"))
        yield labelled(_("At"), SafeInput(held.at, placeholder="09:00", id="at"))
        yield labelled(_("Every … days"), SafeInput(str(held.every_days), id="every"))
        yield labelled(_("Where"), SafeInput(held.place, id="place"))
        private = held.place_confidential.label if held.place_confidential else ""
        hint = _("yes, no or not known")
        yield labelled(_("Can nobody else listen in?"), SafeInput(private, placeholder=hint, id="private"))
        words = _("The team comes by default; each meeting opens with the cases that want discussing.")
        yield SafeStatic(content(words), classes="hint")

    def save(self) -> None:
        """Keep the standing meeting."""
        typed = self.line("weekday").casefold()
        weekday = next((one for one in Weekday if typed and one.label.casefold().startswith(typed)), None)
        every = self.line("every")
        if weekday is None:
            self.point_at("weekday", _("Type a day of the week, such as Monday."))
            return
        if not every.isdecimal():
            self.point_at("every", _("Type a number of days, such as 7."))
            return
        try:
            private = chosen(YesNo, self.line("private"))
        except NotAChoiceError as problem:
            self.point_at("private", str(problem))
            return
        self._keep(weekday, int(every), private)

    def _keep(self, weekday: Weekday, every: int, private: YesNo | None) -> None:
        at, place = self.line("at"), self.line("place")
        try:
            keep_series(self.desk, weekday=weekday, at=at, every_days=every, place=place, place_confidential=private)
        except SeriesProblemError as problem:
            self.point_at("at", str(problem))
        except StoreProblem as problem:
            self.say(str(problem))
        else:
            self.dismiss()
            self.desk_app.something_saved()


class RaiseDialog(Dialog[None]):
    """Asks why a case should be taken up in the next meeting."""

    def __init__(self, code: CaseCode) -> None:
        super().__init__()
        self.code = code

    def heading(self) -> str:
        """Name the case."""
        return _("For the next meeting · {case}").format(case=self.code)

    def rows(self) -> Iterable[Widget]:
        """Return the line."""
        yield labelled(_("Why"), SafeInput(placeholder=_("codes and roles, no names"), id="why"))

    def save(self) -> None:
        """Propose the case."""
        try:
            raise_in_meeting(self.desk, self.code, self.line("why"))
        except (NoSuchCaseError, ValueError) as problem:
            self.point_at("why", str(problem.args[0]))
        except StoreProblem as problem:
            self.say(str(problem))
        else:
            self.dismiss()
            tell(self, _("{code} is proposed for the next meeting.").format(code=self.code))
            self.desk_app.something_saved()
