"""A screen on which what keeps the store from answering is one sentence, whoever asked: a line's Enter, a form.

Keys are seen to by the application (`DeskApp.run_action`), work in the background by `SupervisorApp`.
"""

from typing import TYPE_CHECKING, Any

from textual.message import Message
from textual.screen import Screen

from supervisor_tui.kit.safe_text import tell

__all__ = ["SaysProblems"]

if TYPE_CHECKING:
    _Base = Screen[Any]
else:
    _Base = object
    """Textual takes the style of a screen from the first base that is a screen: from the one after this."""


class SaysProblems(_Base):
    """Stands before the other bases of a screen."""

    async def _dispatch_message(self, message: Message) -> None:
        from supervisor_tui.store.problems import StoreProblem

        try:
            await super()._dispatch_message(message)
        except StoreProblem as problem:
            tell(self, str(problem), severity="error")
