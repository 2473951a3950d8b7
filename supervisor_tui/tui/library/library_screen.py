"""The Library: short pages by set and by step, found by any word or rule id."""

from typing import ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.library import Shelf, find_pages, held_counts, page_name, pages_by_set, pages_by_step
from supervisor_tui.guidance.library import Page
from supervisor_tui.kit.columns import Align, Cell, Column
from supervisor_tui.kit.command import Command
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.kit.work_list import LineChosen, WorkList
from supervisor_tui.tui import doors
from supervisor_tui.tui.commands import GoToLibrary
from supervisor_tui.tui.reading_screen import ReadingScreen
from supervisor_tui.wording import N_, _, ngettext

__all__ = ["LibraryScreen"]


class OpenPage(Command):
    """Read the page of this line."""

    BINDING_KEY = "enter"
    TITLE = N_("Read the page")
    FOOTER = N_("read")


class ClearSearch(Command):
    """Leave the search; pressed on the list, clear it."""

    BINDING_KEY = "escape"
    TITLE = N_("Clear the search")
    IN_FOOTER = False


class ByStep(Command):
    """Show the pages by the step of the work that they are about, or by guidance set again."""

    BINDING_KEY = "s"
    TITLE = N_("By step or by set")
    FOOTER = N_("by step")


class PageLine(msgspec.Struct, frozen=True):
    """A page on its shelf, and how many cases its duties hold up today."""

    page: Page
    held: int
    shelf: str

    @property
    def name(self) -> str:
        """By which the page is opened."""
        return page_name(self.page)

    @property
    def key(self) -> str:
        """What tells it from other lines: a page stands under each of its steps."""
        return f"{self.shelf}:{self.name}"


def _held(line: PageLine) -> Cell:
    words = ngettext("{n} case due", "{n} cases due", line.held).format(n=line.held)
    return Cell(words if line.held else "", Tone.QUIET)


COLUMNS: tuple[Column[PageLine], ...] = (
    Column("title", "", lambda line: line.page.title, width=40, flex=2),
    Column("held", "", _held, width=14, align=Align.RIGHT),
    Column("source", "", lambda line: Cell(line.page.source, Tone.QUIET), width=20, flex=1, leaves_first=1),
)


class LibraryScreen(ReadingScreen[dict[str, int]]):
    """A line a page, under its guidance set or its steps; what is typed leaves out the others."""

    TITLE = N_("Library")
    PLACE = GoToLibrary
    CSS_PATH = "library_screen.tcss"
    ACTIONS = (OpenPage, ByStep, ClearSearch)
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[str, int] = {}
        self.by_step = False
        self.list = WorkList[PageLine](
            COLUMNS, line_key=lambda line: line.key, empty=_("No page says this. Escape clears the search."), id="pages"
        )

    def compose_body(self) -> ComposeResult:
        """Lay out search and list."""
        yield SafeInput(placeholder=_("press / and type any word, or the id of a rule"), id="search")
        yield self.list

    def on_mount(self) -> None:
        """Begin in the list."""
        super().on_mount()
        self._look_for()
        self.list.focus()

    def read(self, desk: Desk) -> dict[str, int]:
        """Read how many cases each page holds up."""
        return dict(held_counts(desk))

    def show(self, found: dict[str, int]) -> None:
        """Show the counts beside the pages."""
        self.held = found
        self._narrow()

    def find(self) -> bool:
        """Type into the search."""
        self.query_one("#search", SafeInput).focus()
        return True

    @on(Input.Changed, "#search")
    def _look_for(self) -> None:
        self._narrow()
        self.list.action_first_line()

    def _narrow(self) -> None:
        host = self.desk.host
        pages = find_pages(host, self.query_one("#search", SafeInput).value)
        shelves = pages_by_step(pages) if self.by_step else pages_by_set(host, pages)
        self.list.replace_groups([self._group(shelf) for shelf in shelves])
        of = len(host.pages)
        words = ngettext("{shown} of {of} page", "{shown} of {of} pages", of).format(shown=len(pages), of=of)
        self.entitle(" · ".join((_("Library"), words)))

    def _group(self, shelf: Shelf) -> Group[PageLine]:
        lines = [PageLine(page, self.held.get(page_name(page), 0), shelf.key) for page in shelf.pages]
        return Group(shelf.key or "always", shelf.title, lines, count=len(lines))

    @on(Input.Submitted, "#search")
    def _to_the_list(self) -> None:
        self.list.focus()

    @on(LineChosen)
    def _chosen(self, event: LineChosen[PageLine]) -> None:
        self.app.push_screen(doors.page(event.line.name))

    def action_open_page(self) -> None:
        """Handle `OpenPage`."""
        if self.query_one("#search", SafeInput).has_focus:
            self.list.focus()
        else:
            self.list.choose()

    def action_by_step(self) -> None:
        """Handle `ByStep`."""
        self.by_step = not self.by_step
        self._narrow()
        self.list.action_first_line()

    def action_clear_search(self) -> None:
        """Handle `ClearSearch`."""
        typed = self.query_one("#search", SafeInput)
        if typed.has_focus:
            self.list.focus()
        else:
            typed.value = ""
