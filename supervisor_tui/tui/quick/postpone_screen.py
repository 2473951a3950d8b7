"""Putting a duty off: until when, and why. It stays counted."""

from collections.abc import Iterable

from textual.widget import Widget

from supervisor_tui.casework.days_as_typed import NotADayError, read_day
from supervisor_tui.casework.postponing import latest_day, postpone
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content, tell
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.store.rows import DueRow
from supervisor_tui.tui.days import full_day
from supervisor_tui.tui.dialog import Dialog, labelled
from supervisor_tui.wording import _

__all__ = ["PostponeScreen"]


class PostponeScreen(Dialog[bool]):
    """Asks for the day and the reason."""

    def __init__(self, row: DueRow) -> None:
        super().__init__()
        self.row = row

    def heading(self) -> str:
        """Name the case."""
        return _("Put off · {case}").format(case=self.row.case)

    def rows(self) -> Iterable[Widget]:
        """Return the lines."""
        yield SafeStatic(content(self.row.item.title, "bold"))
        yield labelled(_("Until"), SafeInput(placeholder=_("wed, +3d, 30 nov or 2026-11-30"), id="until"))
        yield labelled(_("Why"), SafeInput(id="reason"))
        words = _("It stays counted, and comes back on its day.")
        if (latest := latest_day(self.desk, self.row)) is not None:
            limit = _("The risk is high: until {day} at most.").format(day=full_day(latest))
            words = f"{words} {limit}"
        yield SafeStatic(content(words), classes="hint")

    def save(self) -> None:
        """Write the postponement into the case."""
        try:
            until = read_day(self.line("until"), self.desk.clock().date())
            postpone(self.desk, self.row, until, self.line("reason"))
        except NotADayError as problem:
            self.point_at("until", str(problem))
            return
        except RefusedError as refused:
            self.point_at(refused.findings[0].field or "until", str(refused))
            return
        except StoreProblem as problem:
            self.say(str(problem))
            return
        self.dismiss(result=True)
        tell(self, _("{case}: put off until {day}.").format(case=self.row.case, day=full_day(until)))
        self.desk_app.something_saved()
