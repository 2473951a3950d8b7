"""Turning from tab to tab by key."""

from textual.dom import DOMNode
from textual.widgets import TabbedContent, TabPane

__all__ = ["TurnsTabs"]


class TurnsTabs(DOMNode):
    """A screen with tabs, called `#tabs`."""

    def action_next_tab(self) -> None:
        """Handle `NextTab`."""
        self._turn_to(1)

    def action_tab_before(self) -> None:
        """Handle `TabBefore`."""
        self._turn_to(-1)

    def _turn_to(self, step: int) -> None:
        tabs = self.query_one("#tabs", TabbedContent)
        order = [pane.id or "" for pane in tabs.query(TabPane)]
        tabs.active = order[(order.index(tabs.active) + step) % len(order)]
