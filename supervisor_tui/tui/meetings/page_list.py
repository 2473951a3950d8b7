"""The lines of a meeting above the line to type into: what is typed while the cursor stands there goes into that line.

Who writes minutes believes to be in the line at all times. A letter that ran as a command instead would open another
child's file, and the words behind it would be written there.
"""

from collections.abc import Callable

from textual.events import Event, Key, Paste

from supervisor_tui.kit.work_list import WorkList
from supervisor_tui.tui.meetings.page_lines import COLUMNS, PageLine
from supervisor_tui.wording import _

__all__ = ["PageList", "is_typing"]


class PageList(WorkList[PageLine]):
    """takes_typing: puts what was typed into the line; False where nothing can be written, then keys are commands."""

    def __init__(self, takes_typing: Callable[[Event], bool]) -> None:
        super().__init__(COLUMNS, line_key=_key, empty=_("Nothing on the agenda yet."), id="page")
        self._takes_typing = takes_typing

    def _forward_event(self, event: Event) -> None:
        """Hand typing on before it is queued, for the keys that come fast behind it are to keep their order."""
        if not (is_typing(event) and self._takes_typing(event)):
            super()._forward_event(event)


def is_typing(event: Event) -> bool:
    """Say whether an event is a letter, a digit, a sign or pasted words."""
    return isinstance(event, Paste) or (isinstance(event, Key) and event.is_printable)


def _key(line: PageLine) -> str:
    return line.key
