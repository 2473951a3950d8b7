"""A screen that shows what casework reads from the desk: in a thread, so that keys are answered meanwhile."""

from asyncio import to_thread
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import work
from textual.app import ComposeResult
from textual.screen import Screen

from supervisor_tui.domain.ids import CaseCode, RuleId
from supervisor_tui.kit.command import Command, Commanded
from supervisor_tui.kit.command_footer import CommandFooter
from supervisor_tui.kit.safe_text import Line, content, tell
from supervisor_tui.tui import doors
from supervisor_tui.tui.desk_app import DeskApp, desk_app
from supervisor_tui.tui.head_line import HeadLine
from supervisor_tui.tui.says_problems import SaysProblems

if TYPE_CHECKING:
    from supervisor_tui.casework.desk import Desk
    from supervisor_tui.store.problems import ReasonAsked

__all__ = ["ReadingScreen"]

FoundT = TypeVar("FoundT")

NEVER = -1
"""The revision of a screen that has not read yet."""

READ_AGAIN = -2
"""The revision of a screen whose reading failed: it reads again when one comes back to it."""


class ReadingScreen(SaysProblems, Commanded, Screen[None], Generic[FoundT]):
    """Head, title, body, footer. `read` is called in a thread and must not touch a widget; `show` draws what it found.

    It reads again whenever something was saved, here or by another application, and comes back to the same line.
    """

    PLACE: ClassVar[type[Command] | None] = None
    """The command of the main screen that this is, marked in the head line."""

    FOLLOWS_QUIETLY: ClassVar[bool] = False
    """Whether what others save appears without a notice, as where two people write at once."""

    def __init__(self) -> None:
        super().__init__()
        self._is_asking_why = False
        self._shown_revision = NEVER

    def compose(self) -> ComposeResult:
        """Lay out the frame around the body."""
        yield HeadLine(self.PLACE)
        yield Line(classes="screen-title")
        yield from self.compose_body()
        yield CommandFooter()

    def compose_body(self) -> ComposeResult:
        """Lay out what stands between title and footer."""
        raise NotImplementedError

    def read(self, desk: "Desk") -> FoundT:
        """Return what the screen shows; called in a thread."""
        raise NotImplementedError

    def show(self, found: FoundT) -> None:
        """Show what was read."""
        raise NotImplementedError

    def case_in_hand(self) -> CaseCode | None:
        """Return the case of the line under the cursor, for commands that are about one case."""
        return None

    def rule_in_hand(self) -> RuleId | None:
        """Return the rule behind the line under the cursor, whose page can be read."""
        return None

    def find(self) -> bool:
        """Answer `/` on this screen; False leaves it to the application."""
        return False

    def entitle(self, title: str, style: str = "bold") -> None:
        """Show the title of the screen."""
        self.query_one(".screen-title", Line).update(content(title, style))

    @property
    def desk_app(self) -> DeskApp:
        """The application, as screens know it."""
        return desk_app(self)

    @property
    def desk(self) -> "Desk":
        """The desk of whoever unlocked the store."""
        return self.desk_app.desk

    def on_mount(self) -> None:
        """Read, and follow what is saved from then on."""
        self.follow_what_is_saved()
        self.refresh_from_desk()

    def follow_what_is_saved(self) -> None:
        """Read again whenever something is saved from now on."""
        self._shown_revision = self.desk_app.revision
        self.watch(self.app, "revision", self._revision_changed, init=False)

    def on_screen_resume(self) -> None:
        """Read again where something was saved meanwhile."""
        if self._shown_revision not in {NEVER, self.desk_app.revision}:
            self.refresh_from_desk()

    @work(exclusive=True, group="reading")
    async def refresh_from_desk(self) -> None:
        """Read again, and show it."""
        from supervisor_tui.store.problems import ReasonAsked, StoreProblem

        self._shown_revision = self.desk_app.revision
        try:
            self.show(await to_thread(self.read, self.desk))
        except ReasonAsked as asked:
            self.ask_why(asked)
        except StoreProblem as problem:
            self._shown_revision = READ_AGAIN
            tell(self, str(problem), severity="error")

    def ask_why(self, asked: "ReasonAsked") -> None:
        """Ask why they need to read a case that is not theirs; then read again, or go back where they came from."""
        if not self._is_asking_why:
            self._is_asking_why = True
            self.app.push_screen(doors.why_read(CaseCode(asked.case)), self._go_on_or_back)

    def _go_on_or_back(self, said_why: bool | None) -> None:
        self._is_asking_why = False
        if said_why:
            self.refresh_from_desk()
        else:
            self.app.pop_screen()

    def _revision_changed(self, _revision: int) -> None:
        if self.is_current:
            self.refresh_from_desk()
