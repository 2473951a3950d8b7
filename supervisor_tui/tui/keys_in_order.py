"""Keys that come faster than they are answered do their work in the order in which they were pressed."""

from asyncio import Event, wait_for
from contextlib import suppress

from textual.events import Event as TextualEvent
from textual.events import Key
from textual.widgets import Input

from supervisor_tui.tui.desk_app import DeskApp

__all__ = ["TakesKeysInOrder"]

LONGEST_SECONDS = 0.5
"""How long a command waits at most for the letters that were typed before it."""


class TakesKeysInOrder(DeskApp):
    """The part of the application through which every key comes.

    A letter goes to the field and is taken there; a command of the screen would be done meanwhile, and save half a
    word or lose the rest of it.
    """

    async def on_event(self, event: TextualEvent) -> None:
        """Let the field in use take every letter that was pressed before a command is looked for."""
        if isinstance(event, Key) and not event.is_forwarded and not event.is_printable:
            await self._letters_are_taken()
        await super().on_event(event)

    async def _letters_are_taken(self) -> None:
        field = self.focused
        if not isinstance(field, Input):
            return
        taken = Event()
        field.call_later(taken.set)
        with suppress(TimeoutError):
            await wait_for(taken.wait(), LONGEST_SECONDS)
