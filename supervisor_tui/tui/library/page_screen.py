"""One page of the Library, and the cases that it holds up today: duties at once, checks as they are asked."""

from asyncio import to_thread
from threading import Event
from typing import ClassVar

import msgspec
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.library import HeldUp, OpenPage, due_here, held_by_checks, open_page
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.kit.command import Command
from supervisor_tui.kit.safe_text import tell
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui import doors
from supervisor_tui.tui.commands import GoToLibrary
from supervisor_tui.tui.library.page_view import CaseChosen, CasesHeld, PageView
from supervisor_tui.tui.reading_screen import ReadingScreen
from supervisor_tui.wording import N_, _

__all__ = ["PageScreen"]


class OpenHeldCase(Command):
    """Open the case of this line."""

    BINDING_KEY = "enter"
    TITLE = N_("Open the case")
    FOOTER = N_("open case")


class BeginQuiz(Command):
    """Answer the questions of this page one by one; nothing of it is kept."""

    BINDING_KEY = "b"
    TITLE = N_("Begin the questions")
    FOOTER = N_("questions")


class LeavePage(Command):
    """Go back to where you came from."""

    BINDING_KEY = "escape"
    TITLE = N_("Back")
    FOOTER = N_("back")


class Found(msgspec.Struct, frozen=True):
    """The page, and the duties that it holds up."""

    opened: OpenPage
    due: tuple[HeldUp, ...]


class PageScreen(ReadingScreen[Found]):
    """Text, then cases, then the rules with their ids. `name` is that of the page, or a rule's id."""

    PLACE = GoToLibrary
    ACTIONS = (OpenHeldCase, BeginQuiz, LeavePage)
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, named: str) -> None:
        super().__init__()
        self.named = named
        self.page_view = PageView(id="page")
        self.found: Found | None = None
        self.checked: tuple[HeldUp, ...] | None = None
        self._left = Event()

    def compose_body(self) -> ComposeResult:
        """Lay out the page."""
        yield self.page_view

    def read(self, desk: Desk) -> Found:
        """Read the page and its duties."""
        opened = open_page(desk.host, self.named)
        assert opened is not None
        return Found(opened, due_here(desk, opened))

    def show(self, found: Found) -> None:
        """Show them, and ask the checks in the background."""
        self.found = found
        self.title = found.opened.page.title
        self.entitle(found.opened.page.title)
        self._draw(_("asking each case …"))
        self.page_view.focus()
        self.refresh_bindings()
        self._ask_the_checks(found.opened)

    def case_in_hand(self) -> CaseCode | None:
        """Return the case of the line."""
        return self.page_view.chosen.case if self.page_view.chosen else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the questions only on a page that has some, and cases only where rules can hold one up."""
        if action == BeginQuiz.name() and (self.found is None or not self.found.opened.page.questions):
            return False
        if action == OpenHeldCase.name() and (self.found is None or not self.found.opened.rules):
            return False
        return super().check_action(action, parameters)

    @work(exclusive=True, group="checks")
    async def _ask_the_checks(self, opened: OpenPage) -> None:
        try:
            held = await to_thread(held_by_checks, self.desk, opened, lambda _done, _of: not self._left.is_set())
        except StoreProblem as problem:
            tell(self, str(problem), severity="error")
        else:
            self.checked = held
            self._draw("")

    def _draw(self, note: str) -> None:
        assert self.found is not None
        page, rules = self.found.opened.page, self.found.opened.rules
        held = [CasesHeld(_("DUE TODAY"), self.found.due)] if self.found.due else []
        if self.checked or note:
            held.append(CasesHeld(_("NOT IN ORDER"), self.checked or (), note))
        if not held and rules:
            held.append(CasesHeld(_("CASES IT HOLDS UP TODAY"), ()))
        below = [_("Source: {source}").format(source=page.source)]
        below += [f"{rule.id}  {rule.kind.label}  {rule.title}" for rule in rules]
        self.page_view.show(page.read_first, held, below)

    def on_unmount(self) -> None:
        """Stop asking."""
        self._left.set()

    @on(CaseChosen)
    def _chosen(self, event: CaseChosen) -> None:
        self.app.push_screen(doors.case_file(event.held.case))

    def action_open_held_case(self) -> None:
        """Handle `OpenHeldCase`."""
        self.page_view.choose()

    def action_begin_quiz(self) -> None:
        """Handle `BeginQuiz`."""
        if self.found is not None:
            self.app.push_screen(doors.quiz(self.found.opened.page))

    def action_leave_page(self) -> None:
        """Handle `LeavePage`."""
        self.dismiss()
