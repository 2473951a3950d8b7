"""The pages of the Library."""

from importlib.resources import files

from reintegration_benchmarks.guidance import SET
from supervisor_tui.guidance.library import Page, pages_in

PAGES: tuple[Page, ...] = pages_in(files("reintegration_benchmarks") / "library", SET)
