"""The questions of a page, one a screen, for somebody new. What was answered is kept nowhere."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Key
from textual.screen import Screen

from supervisor_tui.guidance.library import Page
from supervisor_tui.guidance.quiz import letter
from supervisor_tui.kit.command import Command, Commanded
from supervisor_tui.kit.command_footer import CommandFooter
from supervisor_tui.kit.safe_text import Line, SafeStatic, content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.tui import doors
from supervisor_tui.tui.commands import GoToLibrary
from supervisor_tui.tui.head_line import HeadLine
from supervisor_tui.tui.says_problems import SaysProblems
from supervisor_tui.wording import N_, _

__all__ = ["QuizScreen"]


class NextQuestion(Command):
    """Go to the next question; after the last one, back to the page."""

    BINDING_KEY = "enter"
    TITLE = N_("Next question")
    FOOTER = N_("next")


class ReadWhy(Command):
    """Read the page that says why."""

    BINDING_KEY = "g"
    TITLE = N_("Read the page")
    FOOTER = N_("the page")


class LeaveQuiz(Command):
    """Leave the questions; nothing of them was kept."""

    BINDING_KEY = "escape"
    TITLE = N_("Back")
    FOOTER = N_("back")


class QuizScreen(SaysProblems, Commanded, Screen[None]):
    """A letter answers; then it says which answer is right and why."""

    CSS_PATH = "quiz_screen.tcss"
    ACTIONS = (NextQuestion, ReadWhy, LeaveQuiz)
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.title = page.title
        self.number = 0
        self.answered: int | None = None

    def compose(self) -> ComposeResult:
        """Lay out question, choices and answer."""
        yield HeadLine(GoToLibrary)
        yield Line(classes="screen-title")
        yield SafeStatic(id="question")
        yield SafeStatic(id="choices")
        yield SafeStatic(id="why")
        yield CommandFooter()

    def on_mount(self) -> None:
        """Ask the first question."""
        self._draw()

    def on_key(self, event: Key) -> None:
        """Take a letter as the answer, once."""
        letters = [letter(place) for place in range(len(self.page.questions[self.number].choices))]
        if self.answered is None and event.key in letters:
            event.stop()
            self.answered = letters.index(event.key)
            self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the page and the next question once this one is answered."""
        if action in {NextQuestion.name(), ReadWhy.name()} and self.answered is None:
            return False
        return super().check_action(action, parameters)

    def _draw(self) -> None:
        asked, of = self.page.questions[self.number], len(self.page.questions)
        words = _("{title} · question {n} of {of}").format(title=self.page.title, n=self.number + 1, of=of)
        self.query_one(".screen-title", Line).update(content(words, Tone.STRONG.style))
        self.query_one("#question", SafeStatic).update(content(asked.asks, Tone.STRONG.style))
        self.query_one("#choices", SafeStatic).update(
            content("\n".join(f"{letter(place)}   {choice}" for place, choice in enumerate(asked.choices)), lines=True)
        )
        self.query_one("#why", SafeStatic).update(content(self._why(), lines=True))
        self.refresh_bindings()

    def _why(self) -> str:
        asked = self.page.questions[self.number]
        if self.answered is None:
            return _("Press the letter of your answer.")
        is_right = self.answered == asked.right
        said = _("Yes, {letter}.") if is_right else _("Not quite: {letter} is right.")
        return f"{said.format(letter=letter(asked.right))}\n{asked.why}"

    def action_next_question(self) -> None:
        """Handle `NextQuestion`."""
        if self.number + 1 == len(self.page.questions):
            self.dismiss()
            return
        self.number += 1
        self.answered = None
        self._draw()

    def action_read_why(self) -> None:
        """Handle `ReadWhy`."""
        self.app.push_screen(doors.page(f"{self.page.set}/{self.page.questions[self.number].page}"))

    def action_leave_quiz(self) -> None:
        """Handle `LeaveQuiz`."""
        self.dismiss()
