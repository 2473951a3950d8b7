"""Today: what must I not miss? Enter records what is missing; Escape there comes back to the same line."""

from typing import NamedTuple

from textual import on
from textual.app import ComposeResult

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.today import Today, today
from supervisor_tui.domain.ids import CaseCode, RuleId
from supervisor_tui.kit.command import Command
from supervisor_tui.kit.safe_text import tell
from supervisor_tui.kit.work_list import GroupChosen, LineChosen, WorkList
from supervisor_tui.tui import doors
from supervisor_tui.tui.commands import GoToToday
from supervisor_tui.tui.days import full_day
from supervisor_tui.tui.reading_screen import ReadingScreen
from supervisor_tui.tui.record_form.kept_drafts import FormPlace, unfinished_forms
from supervisor_tui.tui.today.for_me_lines import draft_line
from supervisor_tui.tui.today.today_groups import NOTHING, today_groups
from supervisor_tui.tui.today.today_lines import COLUMNS, TodayLine
from supervisor_tui.tui.ways_on import follow
from supervisor_tui.wording import N_, _

__all__ = ["ByCaseworker", "OpenTheCase", "Postpone", "RecordThis", "TodayScreen"]


class RecordThis(Command):
    """Record what this line asks for; unfold a line that holds others."""

    BINDING_KEY = "enter"
    TITLE = N_("Record this")
    FOOTER = N_("record")


class OpenTheCase(Command):
    """Open the case file of this line."""

    BINDING_KEY = "o"
    TITLE = N_("Open the case")
    FOOTER = N_("open case")


class ByCaseworker(Command):
    """Put what is late under each caseworker, or all together again."""

    BINDING_KEY = "w"
    TITLE = N_("By caseworker")
    FOOTER = N_("by caseworker")


class Postpone(Command):
    """Put this off to another day, with the reason; it stays counted."""

    BINDING_KEY = "p"
    TITLE = N_("Put off")
    FOOTER = N_("put off")


class Found(NamedTuple):
    """The page, and the forms that the person at the desk began."""

    page: Today
    begun: tuple[TodayLine, ...]


class TodayScreen(ReadingScreen[Found]):
    """Groups of lines, the ones to act on first."""

    TITLE = N_("Today")
    PLACE = GoToToday
    ACTIONS = (RecordThis, OpenTheCase, Postpone, ByCaseworker)

    def __init__(self) -> None:
        super().__init__()
        self.list = WorkList[TodayLine](COLUMNS, line_key=lambda line: line.key, empty=_("reading …"))
        self.found: Found | None = None
        self.by_worker = False

    def compose_body(self) -> ComposeResult:
        """Lay out the list."""
        yield self.list

    def read(self, desk: Desk) -> Found:
        """Read the page."""
        begun = (draft for draft in unfinished_forms(desk) if desk.host.kinds.get(draft.place.kind) is not None)
        lines = (draft_line(draft, desk.host.kinds.title(draft.place.kind), desk.as_of) for draft in begun)
        return Found(today(desk), tuple(lines))

    def show(self, found: Found) -> None:
        """Show the page."""
        self.found = found
        page = found.page
        self.list.empty = _("There is no case here yet. Press n for the first one.")
        self.entitle(" · ".join((_("Today"), full_day(page.as_of), *page.contexts)))
        self._draw()

    def case_in_hand(self) -> CaseCode | None:
        """Return the case of the line."""
        line = self.list.line
        return line.case if line is not None and line.worker is None else None

    def rule_in_hand(self) -> RuleId | None:
        """Return the rule of the duty."""
        line = self.list.line
        if line is None:
            return None
        return line.row.rule if line.row is not None else line.rule

    def action_record_this(self) -> None:
        """Handle `RecordThis`."""
        self.list.choose()

    @on(LineChosen)
    def _chosen(self, event: LineChosen[TodayLine]) -> None:
        line = event.line
        if line.worker is not None:
            self._show_worker(line)
        elif line.draft is not None:
            self._go_on_with(line.draft)
        elif line.way is not None:
            follow(self, line.way)

    @on(GroupChosen)
    def _unfold_facts(self) -> None:
        """Unfold every missing fact, or fold them all."""
        facts = {group.key for group in self.list.groups if group.key.startswith(f"{NOTHING}/")}
        self.list.unfolded = self.list.unfolded - facts if facts <= self.list.unfolded else self.list.unfolded | facts
        self._draw()

    def action_open_the_case(self) -> None:
        """Handle `OpenTheCase`."""
        case = self.case_in_hand()
        if case is not None:
            self.app.push_screen(doors.case_file(case))

    def action_by_caseworker(self) -> None:
        """Handle `ByCaseworker`."""
        self.by_worker = not self.by_worker
        self._draw()

    def action_postpone(self) -> None:
        """Handle `Postpone`."""
        from supervisor_tui.tui.quick.postpone_screen import PostponeScreen

        line = self.list.line
        if line is None or line.row is None:
            tell(self, _("Only a duty with a day can be put off. Go to one of those lines first."))
        else:
            self.app.push_screen(PostponeScreen(line.row))

    def _show_worker(self, line: TodayLine) -> None:
        self.by_worker = True
        self._draw()
        late = next((group for group in self.list.groups if group.key == f"late/{line.worker}"), None)
        if late is None:
            tell(self, _("Nothing of {who} is recorded as late.").format(who=line.case or ""))
        else:
            self.list.go_to(late.lines[0].key)

    def _go_on_with(self, place: FormPlace) -> None:
        if place.case:
            self.app.push_screen(doors.record_form(place.case, place.kind, amends=place.amends))
        else:
            self.app.push_screen(doors.new_case())

    def _draw(self) -> None:
        if self.found is not None:
            groups = today_groups(*self.found, by_worker=self.by_worker, bar=self.list.marks.bar)
            self.list.replace_groups(groups)
