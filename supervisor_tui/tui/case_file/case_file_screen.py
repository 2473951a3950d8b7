"""The case file: a head of three lines, then the story, the plan, a tab for each set in force, and closing."""

from typing import TYPE_CHECKING, ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import TabbedContent, TabPane

from supervisor_tui.casework.case_view import CaseView, case_view
from supervisor_tui.casework.endings import Endings, endings_of
from supervisor_tui.casework.identity import who_is
from supervisor_tui.casework.opening_files import open_file, readers
from supervisor_tui.casework.pictures import STEPS
from supervisor_tui.domain.ids import CaseCode, RuleId
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.guidance.panels import Line
from supervisor_tui.kit.panel_view import PanelLineChosen, PanelView
from supervisor_tui.kit.safe_text import SafeStatic, content, tell
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_list import LineChosen, LineHighlighted, WorkList
from supervisor_tui.store.problems import IdentitiesClosed, StoreProblem
from supervisor_tui.tui import doors
from supervisor_tui.tui.case_file.case_commands import (
    AddRecord,
    CallMeeting,
    HandOver,
    LeaveCase,
    NextTab,
    OpenAgain,
    OpenClosing,
    OpenMeeting,
    OpenSteps,
    TabBefore,
    TakeUpNext,
    ToAnotherAgency,
    WhoIsIt,
    WhoReads,
)
from supervisor_tui.tui.case_file.case_endings import CaseEndings
from supervisor_tui.tui.case_file.case_head import case_head, case_title
from supervisor_tui.tui.case_file.case_lines import COLUMNS, CaseFileLine, story_groups
from supervisor_tui.tui.case_file.closing_lines import ClosingTabLine
from supervisor_tui.tui.case_file.closing_tab import ClosingTab
from supervisor_tui.tui.case_file.plan_lines import PLAN_COLUMNS, plan_groups
from supervisor_tui.tui.case_file.readers_dialog import ReadersDialog
from supervisor_tui.tui.case_file.record_screen import RecordScreen
from supervisor_tui.tui.case_file.section_screen import SectionScreen
from supervisor_tui.tui.case_file.set_pictures import SetPicture, draw_pictures, set_pictures
from supervisor_tui.tui.case_file.turns_tabs import TurnsTabs
from supervisor_tui.tui.meetings.series_dialogs import RaiseDialog
from supervisor_tui.tui.ways_on import follow, way_to_settle
from supervisor_tui.wording import _

if TYPE_CHECKING:
    from supervisor_tui.casework.desk import Desk
    from supervisor_tui.store.confidential_marks import ConfidentialMark

__all__ = ["CaseFileScreen"]


class Found(msgspec.Struct, frozen=True):
    """What the screen shows."""

    view: CaseView
    pictures: tuple[SetPicture, ...]
    endings: Endings | None


class CaseFileScreen(TurnsTabs, CaseEndings[Found]):
    """Enter opens a record, or the form that settles a duty; Escape comes back to the same line."""

    CSS_PATH = "case_file_screen.tcss"
    ACTIONS = (
        OpenClosing,
        OpenSteps,
        AddRecord,
        NextTab,
        HandOver,
        CallMeeting,
        OpenMeeting,
        TakeUpNext,
        ToAnotherAgency,
        OpenAgain,
        WhoIsIt,
        WhoReads,
        TabBefore,
        LeaveCase,
    )
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, code: CaseCode) -> None:
        super().__init__()
        self.code = code
        self.title = _("Case file {code}").format(code=code)
        self.view: CaseView | None = None

    def compose_body(self) -> ComposeResult:
        """Lay out the head and the tabs; those of sets are added once it is known which are in force."""
        yield SafeStatic(id="head")
        with TabbedContent(id="tabs"):
            with TabPane(_("Story"), id="story-tab"):
                yield WorkList(COLUMNS, line_key=_key, empty=_("Nothing recorded yet."), id="story")
            with TabPane(_("Plan"), id="plan-tab"):
                yield WorkList(PLAN_COLUMNS, line_key=_key, empty=_("No plan recorded yet."), id="plan")
            yield ClosingTab()
        yield SafeStatic(id="whole")

    def read(self, desk: "Desk") -> Found:
        """Read the case and have each set in force draw its picture."""
        case = open_file(desk, self.code)
        view = case_view(desk, case)
        return Found(view, set_pictures(desk, case, view.standings), endings_of(desk, case))

    def show(self, found: Found) -> None:
        """Show head, story and plan, and bring the tabs of the sets in line."""
        view = found.view
        self.view = view
        self.entitle(case_title(view))
        self._show_head()
        story = self.query_one("#story", WorkList)
        story.replace_groups(story_groups(self.desk, view))
        self.query_one("#plan", WorkList).replace_groups(plan_groups(self.desk, view))
        self.query_one(ClosingTab).show(found.endings)
        self.call_later(draw_pictures, self.query_one("#tabs", TabbedContent), found.pictures, ClosingTab.ID)
        if self.focused is None:
            story.focus()
        if self._tab == "story-tab":
            self._show_whole(story.line)

    def case_in_hand(self) -> CaseCode:
        """Return this case."""
        return self.code

    def rule_in_hand(self) -> RuleId | None:
        """Return the rule of the line, in the story as in the picture of a set."""
        inside = (one for one in self.query(f"#{self._tab} *") if isinstance(one, WorkList | PanelView))
        line = next((one.line for one in inside), None)
        return (line.rule or None) if isinstance(line, CaseFileLine | Line) else None

    def on_resize(self) -> None:
        """Name as many of the steps as the width takes."""
        self._show_head()

    def _show_head(self) -> None:
        if self.view is not None:
            self.query_one("#head", SafeStatic).update(case_head(self.desk, self.view, self.size.width))

    @on(LineChosen)
    def open_line(self, event: LineChosen[CaseFileLine]) -> None:
        """Open the record, the section, or the form that settles the line."""
        if event.line.story is not None:
            self.app.push_screen(RecordScreen(self.code, event.line.story))
        elif event.line.locked is not None:
            self._open_section(event.line.locked)
        elif event.line.way is not None:
            follow(self, event.line.way)

    @on(LineHighlighted)
    def show_whole_line(self, event: LineHighlighted[CaseFileLine]) -> None:
        """Show the line of the cursor in full; both lists tell theirs, that of the tab in view counts."""
        if event.work_list in self.query_one("#tabs", TabbedContent).query(f"#{self._tab} WorkList"):
            self._show_whole(event.line)

    @on(PanelLineChosen)
    def open_panel_line(self, event: PanelLineChosen) -> None:
        """Open the form of what a line of a set's picture says is missing."""
        if event.line.missing is not None:
            follow(self, way_to_settle(self.code, event.line.missing))

    @on(TabbedContent.TabActivated)
    def begin_in_tab(self) -> None:
        """Put the keys into the tab that was chosen, by key or mouse."""
        pane = self.query_one("#tabs", TabbedContent).active_pane
        inside = next((widget for widget in pane.query("*") if widget.can_focus), None) if pane else None
        if inside is not None:
            inside.focus()
        self._show_whole(inside.line if isinstance(inside, WorkList) else None)

    @property
    def _tab(self) -> str:
        return self.query_one("#tabs", TabbedContent).active or "story-tab"

    def _show_whole(self, line: object) -> None:
        words = (line.whole or line.what) if isinstance(line, CaseFileLine | ClosingTabLine) else ""
        self.query_one("#whole", SafeStatic).update(content(words, Tone.QUIET.style))

    def _open_section(self, mark: "ConfidentialMark") -> None:
        identities = self.desk.store.identities
        if self.desk.person.code not in {mark.by, *mark.may_open}:
            tell(self, _("This section is not open to you. Ask one of those named."), severity="warning")
        elif identities is None:
            tell(self, str(IdentitiesClosed()), severity="warning")
        else:
            section = next((one for one in identities.sections(self.code) if one.id == mark.id), None)
            if section is not None:
                self.app.push_screen(SectionScreen(section))

    def action_open_steps(self) -> None:
        """Handle `OpenSteps`."""
        self.app.push_screen(doors.case_picture(self.code, STEPS))

    def action_add_record(self) -> None:
        """Handle `AddRecord`."""
        self.app.push_screen(doors.choose_kind(self.code))

    def action_hand_over(self) -> None:
        """Handle `HandOver`."""
        self.app.push_screen(doors.record_form(self.code, Assignment.KIND, "worker"))

    def action_who_is_it(self) -> None:
        """Handle `WhoIsIt`."""
        try:
            found = who_is(self.desk, self.code)
        except StoreProblem as problem:
            tell(self, str(problem), severity="warning")
        else:
            self.app.push_screen(doors.identity(found))

    def action_who_reads(self) -> None:
        """Handle `WhoReads`."""
        self.app.push_screen(ReadersDialog(readers(self.desk, self.code)))

    def action_call_meeting(self) -> None:
        """Handle `CallMeeting`."""
        self.app.push_screen(doors.new_meeting([self.code]))

    def action_take_up_next(self) -> None:
        """Handle `TakeUpNext`."""
        self.app.push_screen(RaiseDialog(self.code))

    def action_open_meeting(self) -> None:
        """Handle `OpenMeeting`."""
        found = self.query(f"#{self._tab} WorkList").results(WorkList)
        line = next((work_list.line for work_list in found), None)
        if isinstance(line, CaseFileLine) and line.meeting is not None:
            self.app.push_screen(doors.meeting(line.meeting))
        else:
            tell(self, _("This line comes from no meeting."))

    def action_leave_case(self) -> None:
        """Handle `LeaveCase`."""
        self.app.pop_screen()


def _key(line: CaseFileLine) -> str:
    return line.key
