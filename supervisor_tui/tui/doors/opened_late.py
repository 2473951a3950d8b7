"""A screen is loaded when it is first opened, so that the program starts fast."""

from pkgutil import resolve_name

from textual.screen import Screen

__all__ = ["screen_at"]

_TUI = "supervisor_tui.tui"


def screen_at(path: str, *arguments: object) -> Screen[None]:
    """Return a screen by its module in this room, a colon and its name; the module is loaded now."""
    made = resolve_name(f"{_TUI}.{path}")(*arguments)
    if not isinstance(made, Screen):
        raise TypeError(f"{path} is no screen")
    return made
