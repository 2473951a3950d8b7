"""Turning from tab to tab by key."""

from textual.dom import DOMNode
from textual.widgets import Tabs

__all__ = ["TurnsTabs"]


class TurnsTabs(DOMNode):
    """A screen with tabs, called `#tabs`."""

    def action_next_tab(self) -> None:
        """Handle `NextTab`."""
        self.query_one("#tabs Tabs", Tabs).action_next_tab()

    def action_tab_before(self) -> None:
        """Handle `TabBefore`."""
        self.query_one("#tabs Tabs", Tabs).action_previous_tab()
