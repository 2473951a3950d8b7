"""The answer of `library`: pages, and the cases that a page holds up today."""

from collections.abc import Iterable

import msgspec

from supervisor_tui.casework.library import HeldUp
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.guidance.library import Page
from supervisor_tui.guidance.quiz import Question


class HeldUpAnswer(msgspec.Struct, frozen=True):
    """A case that a page holds up today: by which rule, what is asked, and how it stands."""

    case: str
    rule: str
    what: str
    how: str


class PageAnswer(msgspec.Struct, frozen=True):
    """A page. text: Markdown. rules: the ids that lead to it. cases: null where they were not asked for.

    steps: the numbers of those that it is about; none for a page about all.
    """

    set: str
    page: str
    title: str
    source: str
    text: str
    rules: tuple[str, ...]
    questions: tuple[Question, ...]
    cases: tuple[HeldUpAnswer, ...] | None = None
    steps: tuple[str, ...] = ()


class LibraryAnswer(msgspec.Struct, frozen=True):
    """The pages found."""

    pages: tuple[PageAnswer, ...]


def library_answer(host: PluginHost, pages: Iterable[Page], cases: Iterable[HeldUp] | None = None) -> LibraryAnswer:
    """Return pages as JSON gives them; cases: those held up by the only page."""
    held = None if cases is None else tuple(HeldUpAnswer(one.case, one.rule, one.what, one.how) for one in cases)
    return LibraryAnswer(tuple(_page(host, page, held) for page in pages))


def _page(host: PluginHost, page: Page, held: tuple[HeldUpAnswer, ...] | None) -> PageAnswer:
    rules = tuple(dict.fromkeys(str(rule.id) for rule in host.library.rules_of(page)))
    steps = tuple(step.value for step in page.steps)
    return PageAnswer(page.set, page.id, page.title, page.source, page.text, rules, page.questions, held, steps)
