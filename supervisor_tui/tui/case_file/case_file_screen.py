"""The case file: a head of three lines, then the story, the plan, and a tab for each guidance set in force."""

from typing import TYPE_CHECKING, ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import TabbedContent, TabPane

from supervisor_tui.casework.case_view import CaseView, case_view
from supervisor_tui.domain.ids import CaseCode, SetId
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.domain.status import Step
from supervisor_tui.guidance.guard import Fault
from supervisor_tui.guidance.panels import Panel
from supervisor_tui.kit.command import Command
from supervisor_tui.kit.panel_view import PanelView
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.kit.work_list import LineChosen, WorkList
from supervisor_tui.tui import doors
from supervisor_tui.tui.case_file.case_lines import COLUMNS, CaseFileLine, plan_groups, story_groups
from supervisor_tui.tui.case_file.record_screen import RecordScreen
from supervisor_tui.tui.reading_screen import ReadingScreen
from supervisor_tui.tui.ways_on import follow
from supervisor_tui.wording import N_, _

if TYPE_CHECKING:
    from supervisor_tui.casework.desk import Desk

__all__ = ["CaseFileScreen"]


class OpenClosing(Command):
    """See what stands in the way of closing this case, each guidance by itself."""

    BINDING_KEY = "c"
    TITLE = N_("Closing")
    FOOTER = N_("closing")


class AddRecord(Command):
    """Write down anything in this case file."""

    BINDING_KEY = "a"
    TITLE = N_("Record")
    FOOTER = N_("record")


class HandOver(Command):
    """Give this case to a caseworker."""

    BINDING_KEY = "w"
    TITLE = N_("Give to a caseworker")
    FOOTER = N_("caseworker")


class CallMeeting(Command):
    """Call a case conference about this case."""

    BINDING_KEY = "m"
    TITLE = N_("New conference")
    FOOTER = N_("conference")


class NextTab(Command):
    """Go to the next tab: story, plan, then a tab for each guidance set in force."""

    BINDING_KEY = "right_square_bracket,f6"
    TITLE = N_("Next tab")
    FOOTER = N_("next tab")


class LeaveCase(Command):
    """Go back to where you came from."""

    BINDING_KEY = "escape"
    TITLE = N_("Back")
    FOOTER = N_("back")


class SetPicture(msgspec.Struct, frozen=True):
    """A tab of a set: its place among the tabs, its title and what it draws."""

    id: str
    title: str
    panel: Panel | Fault


class Found(msgspec.Struct, frozen=True):
    """What the screen shows."""

    view: CaseView
    pictures: tuple[SetPicture, ...]


class CaseFileScreen(ReadingScreen[Found]):
    """Enter opens a record, or the form that settles a duty; Escape comes back to the same line."""

    CSS_PATH = "case_file_screen.tcss"
    ACTIONS = (OpenClosing, AddRecord, HandOver, CallMeeting, NextTab, LeaveCase)
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, code: CaseCode) -> None:
        super().__init__()
        self.code = code
        self.title = _("Case file {code}").format(code=code)

    def compose_body(self) -> ComposeResult:
        """Lay out the head and the tabs; those of sets are added once it is known which are in force."""
        yield SafeStatic(id="head")
        with TabbedContent(id="tabs"):
            with TabPane(_("Story"), id="story-tab"):
                yield WorkList(COLUMNS, line_key=_key, empty=_("Nothing recorded yet."), id="story")
            with TabPane(_("Plan"), id="plan-tab"):
                yield WorkList(COLUMNS, line_key=_key, empty=_("No plan recorded yet."), id="plan")

    def read(self, desk: "Desk") -> Found:
        """Read the case and have each set in force draw its picture."""
        case = desk.case(self.code)
        if not desk.asks_about_the_past:
            desk.store.saw(self.code)
        view = case_view(desk, case)
        pictures = tuple(
            SetPicture(f"set-{found.set}-{place}", source.title, desk.host.panel(found.set, source, case, desk.as_of))
            for found in view.standings
            for place, source in enumerate(desk.host.panels(SetId(found.set)))
        )
        return Found(view, pictures)

    def show(self, found: Found) -> None:
        """Show head, story and plan, and bring the tabs of the sets in line."""
        view = found.view
        self.entitle(_title(view))
        self.query_one("#head", SafeStatic).update(_head(self.desk, view))
        story = self.query_one("#story", WorkList)
        story.replace_groups(story_groups(self.desk, view))
        self.query_one("#plan", WorkList).replace_groups(plan_groups(self.desk, view))
        self.call_later(self._show_pictures, found.pictures)
        if self.focused is None:
            story.focus()

    async def _show_pictures(self, pictures: tuple[SetPicture, ...]) -> None:
        tabs = self.query_one("#tabs", TabbedContent)
        for picture in pictures:
            if not tabs.query(f"#{picture.id}"):
                await tabs.add_pane(TabPane(content(picture.title), VerticalScroll(), id=picture.id))
            scroll = tabs.query_one(f"#{picture.id} VerticalScroll", VerticalScroll)
            await scroll.remove_children()
            await scroll.mount(_picture(picture.panel))

    def case_in_hand(self) -> CaseCode:
        """Return this case."""
        return self.code

    @on(LineChosen)
    def open_line(self, event: LineChosen[CaseFileLine]) -> None:
        """Open the record, or the form that settles the line."""
        if event.line.story is not None:
            self.app.push_screen(RecordScreen(self.code, event.line.story))
        elif event.line.way is not None:
            follow(self, event.line.way)

    def action_open_closing(self) -> None:
        """Handle `OpenClosing`."""
        self.app.push_screen(doors.closing(self.code))

    def action_add_record(self) -> None:
        """Handle `AddRecord`."""
        self.app.push_screen(doors.choose_kind(self.code))

    def action_hand_over(self) -> None:
        """Handle `HandOver`."""
        self.app.push_screen(doors.record_form(self.code, Assignment.KIND, "worker"))

    def action_call_meeting(self) -> None:
        """Handle `CallMeeting`."""
        self.app.push_screen(doors.new_meeting([self.code]))

    def action_next_tab(self) -> None:
        """Handle `NextTab`."""
        tabs = self.query_one("#tabs", TabbedContent)
        order = [pane.id or "" for pane in tabs.query(TabPane)]
        tabs.active = order[(order.index(tabs.active) + 1) % len(order)]
        pane = tabs.query_one(f"#{tabs.active}", TabPane)
        focusable = next((widget for widget in pane.query("*") if widget.can_focus), None)
        if focusable is not None:
            focusable.focus()

    def action_leave_case(self) -> None:
        """Handle `LeaveCase`."""
        self.app.pop_screen()


def _key(line: CaseFileLine) -> str:
    return line.key


def _picture(panel: Panel | Fault) -> PanelView | SafeStatic:
    if isinstance(panel, Panel):
        return PanelView(panel)
    words = _("{plugin} could not draw this: {what} at {place}. The other tabs are not affected.")
    return SafeStatic(content(words.format(plugin=panel.plugin, what=panel.what, place=panel.place), "$text-error"))


def _title(view: CaseView) -> str:
    parts = (view.case.code, view.age_band, view.case.programme.title, view.context, view.status.label)
    return " · ".join(part for part in parts if part)


def _head(desk: "Desk", view: CaseView) -> Content:
    if view.risk is None:
        risk = content(_("risk level not recorded"), "$text-warning")
    else:
        level = view.risk.level
        words = _("risk {letter} {level} since {day}").format(
            letter=level.letter if level else "?",
            level=level.title if level else view.risk.entry.body.level,
            day=view.risk.since.isoformat(),
        )
        risk = content(words, "bold")
    who = desk.short_name(view.worker) or _("nobody yet")
    first = Content.assemble(risk, content(_("  ·  carried by {who}").format(who=who)))
    steps = Content("  ").join(
        content(f" {step.value} {step.label} ", "bold reverse" if step is view.step else "$foreground 75%")
        for step in Step
    )
    return Content("\n").join((first, steps))
