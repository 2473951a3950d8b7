"""The pages of the Library, and the rows of the rulebook that are read there and nowhere else."""

from importlib.resources import files

from iag_core.guidance import SET, rules
from supervisor_tui.guidance.library import Page, pages_in
from supervisor_tui.guidance.rules import RuleKind

PAGES: tuple[Page, ...] = pages_in(files("iag_core") / "library", SET)

for _page in PAGES:
    for _rule in _page.rules:
        rules.declared(_rule, kind=RuleKind.CONTENT, title=_page.title, source=_page.source)
