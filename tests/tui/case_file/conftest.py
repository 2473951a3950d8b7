"""The demo agency, for what the small one does not hold."""

from tests.tui.demo_office import demo

__all__ = ["demo"]
