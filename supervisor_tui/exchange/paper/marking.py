"""What stands at the head and the foot of every page."""

from supervisor_tui.domain.shown_text import fit
from supervisor_tui.exchange.paper.paper import Paper
from supervisor_tui.wording import _

__all__ = ["PAGE_OF_PAGES", "head_of"]

PAGE_OF_PAGES = _("Page {page} of {pages}")

_LONGEST_TITLE = 60


def head_of(paper: Paper) -> tuple[str, str]:
    """Return what stands left and right at the head: the title, and whether the paper holds names."""
    return fit(paper.title, _LONGEST_TITLE), paper.holds.label
