"""The pages of the Library."""

from importlib.resources import files

from prerana_exit.guidance import SET
from supervisor_tui.guidance.library import Page, pages_in

PAGES: tuple[Page, ...] = pages_in(files("prerana_exit") / "library", SET)
