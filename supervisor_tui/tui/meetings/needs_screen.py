"""What a meeting still needs: what is open first, each line leading to where it is recorded; the rest is folded."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from supervisor_tui.casework.closing import OpenCheck
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.meeting_needs import MeetingNeeds, Need, meeting_needs
from supervisor_tui.casework.turns import Turn
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.ids import MeetingId, RuleId
from supervisor_tui.kit.columns import Cell, Column
from supervisor_tui.kit.command import Command
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.kit.work_list import LineChosen, WorkList
from supervisor_tui.tui.closing.evidence_screen import EvidenceScreen
from supervisor_tui.tui.meetings.ways_of_needs import record_need
from supervisor_tui.tui.reading_screen import ReadingScreen
from supervisor_tui.wording import N_, _

if TYPE_CHECKING:
    from supervisor_tui.casework.desk import Desk

__all__ = ["NeedsScreen"]

COLUMNS: tuple[Column[Need], ...] = (
    Column("what", "", lambda need: Cell(need.check.rule.title), width=36),
    Column("why", "", lambda need: Cell(need.check.answer.reason, Tone.QUIET), width=20, flex=1),
    Column("set", "", lambda need: Cell(need.set.short_title, Tone.QUIET), width=14, leaves_first=1),
)


class ShowWhy(Command):
    """Show what the answer of this line rests on, with its rule and source."""

    BINDING_KEY = "e"
    TITLE = N_("Evidence and rule")
    FOOTER = N_("evidence")


class LeaveNeeds(Command):
    """Go back to the meeting."""

    BINDING_KEY = "escape"
    TITLE = N_("Back to the meeting")
    FOOTER = N_("back")


class NeedsScreen(ReadingScreen[MeetingNeeds]):
    """Enter goes to where the line is recorded, and back here; else it opens what the answer rests on."""

    ACTIONS = (ShowWhy, LeaveNeeds)
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, number: MeetingId) -> None:
        super().__init__()
        self.number = number
        self.title = _("What the meeting still needs · {number}").format(number=number)

    def compose_body(self) -> ComposeResult:
        """Lay out one list."""
        yield WorkList(COLUMNS, line_key=_key, empty=_("No guidance is in force here."), id="needs")

    def read(self, desk: "Desk") -> MeetingNeeds:
        """Ask every set in force."""
        return meeting_needs(desk, seen(desk, self.number).value)

    def show(self, found: MeetingNeeds) -> None:
        """Show what is open first, and fold what is in order."""
        self.entitle(self.title or "")
        self.query_one("#needs", WorkList).replace_groups(_groups(found))

    def rule_in_hand(self) -> RuleId | None:
        """Return the rule of the check."""
        need = self.query_one("#needs", WorkList).line
        return need.check.rule.id if isinstance(need, Need) else None

    @on(LineChosen, "#needs")
    def record_it(self, chosen: LineChosen[Need]) -> None:
        """Go to where what is missing is recorded; what is in order, or can be mended nowhere here, shows why."""
        missing = chosen.line.check.answer.missing
        if missing is None:
            self._show_why(chosen.line)
        else:
            record_need(self, seen(self.desk, self.number).value, missing)

    def action_show_why(self) -> None:
        """Handle `ShowWhy`."""
        need = self.query_one("#needs", WorkList).line
        if isinstance(need, Need):
            self._show_why(need)

    def _show_why(self, need: Need) -> None:
        self.app.push_screen(EvidenceScreen(OpenCheck(Turn.NOW, need.set.id, need.check)))

    def action_leave_needs(self) -> None:
        """Handle `LeaveNeeds`."""
        self.dismiss()


def _groups(found: MeetingNeeds) -> tuple[Group[Need], ...]:
    must = [one for one in found.open if one.check.answer.result is Result.FAIL and not one.only_advises]
    advised = [one for one in found.open if one.check.answer.result is Result.FAIL and one.only_advises]
    unknown = [one for one in found.open if one.check.answer.result is Result.UNKNOWN]
    groups = (
        Group("must", _("NOT YET"), must, count=len(must)),
        Group("unknown", _("NOT KNOWN YET"), unknown, count=len(unknown)),
        Group("advised", _("ADVISED"), advised, count=len(advised)),
    )
    folded = Group("order", _("in order"), list(found.in_order), count=len(found.in_order), folded=True)
    return (*(group for group in groups if group.count), folded) if found.findings else ()


def _key(need: Need) -> tuple[str, str]:
    return (need.set.id, need.check.rule.id)
