"""The demo agency, which has a case at every place."""

from tests.tui.demo_office import demo

__all__ = ["demo"]
