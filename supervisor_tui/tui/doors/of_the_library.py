"""To the pages of the Library and their questions."""

from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from supervisor_tui.domain.ids import RuleId
from supervisor_tui.kit.safe_text import tell
from supervisor_tui.tui.desk_app import desk_app
from supervisor_tui.tui.doors.opened_late import screen_at
from supervisor_tui.wording import _

if TYPE_CHECKING:
    from supervisor_tui.guidance.library import Page

__all__ = ["open_page_of", "page", "quiz"]


def page(named: str) -> Screen[None]:
    """Return a page of the Library, by its name or by the id of a rule that leads to it."""
    return screen_at("library.page_screen:PageScreen", named)


def open_page_of(screen: Screen[Any], rule: RuleId | None) -> None:
    """Open the page that a rule leads to over a screen, or say that none stands behind the line."""
    if rule is None:
        tell(screen, _("No page of the guidance stands behind this line."))
    elif desk_app(screen).desk.host.library.page(rule) is None:
        tell(screen, _("The guidance set of this line brings no page about it."))
    else:
        screen.app.push_screen(page(rule))


def quiz(asked: "Page") -> Screen[None]:
    """Return the questions of a page, one a screen."""
    return screen_at("library.quiz_screen:QuizScreen", asked)
