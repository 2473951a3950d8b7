"""One field of the line of a meeting: every key does its work before the next one is looked at."""

from textual.binding import Binding
from textual.events import Event, Focus, Key
from textual.widgets import Input

from supervisor_tui.kit.safe_input import SafeInput

__all__ = ["EntryInput"]

ACTION_OF_KEY = {binding.key: binding.action for binding in Binding.make_bindings(Input.BINDINGS)}


class EntryInput(SafeInput):
    """A field in which the keys that move and delete keep their place among the letters.

    Textual looks at such a key only after it has gone up to the application: of keys that come fast, the letters
    behind it would be typed before it.
    """

    def on_focus(self, event: Focus) -> None:
        """Go on behind the words that stand there."""
        if self.selection.is_empty and not (self.select_on_focus or event.from_app_focus):
            self.cursor_position = len(self.value)

    def type_on(self, event: Event) -> None:
        """Take up what was typed beside the field, before any key that comes behind it."""
        self.screen.set_focus(self)
        self._forward_event(event)

    async def _on_key(self, event: Key) -> None:
        action = ACTION_OF_KEY.get(event.key)
        if action is not None and not event.is_printable:
            event.stop()
            event.prevent_default()
            await self.run_action(action)
