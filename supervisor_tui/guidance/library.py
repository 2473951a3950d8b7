"""Pages of the Library: short texts of a guidance set in its own words, each with its source and the rules it tells.

A page is a Markdown file with a few lines of heading between two lines of dashes:

    ---
    title: Telling the community
    rules: IAG-S1-13
    covers: IAG-S1, IAG-DB-02
    steps: 1
    source: 004 §1.2, §3.1
    ---
    What the page says.

`rules` are those that are told here and nowhere else; `covers` are rules that lead here, or what their ids begin with.
`steps` are the numbers of the steps of case management that the page is about; without them it is about all.
"""

from collections.abc import Iterable
from functools import cached_property
from importlib.resources.abc import Traversable

import msgspec

from supervisor_tui.domain.ids import RuleId, SetId
from supervisor_tui.domain.records.steps import Step
from supervisor_tui.guidance.quiz import Question, questions_in
from supervisor_tui.guidance.rules import Rule

FENCE = "---"


class Page(msgspec.Struct, frozen=True):
    """One page: `id` is unique in its set, `text` is Markdown.

    rules: what is told here and nowhere else. covers: ids of rules that lead here, or parts that ids begin with, whole
    up to a dash ("IAG-S1" for every rule of the first step). questions: those that the text asks, for whoever is new.
    steps: those that it is about, none where it is about all.
    """

    id: str
    set: SetId
    title: str
    text: str
    source: str
    rules: tuple[RuleId, ...] = ()
    covers: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def read_first(self) -> str:
        """What is read at once: the text up to the first question, so that no answer is seen before it is asked."""
        return self.text.partition("\n## ")[0].strip() if self.questions else self.text

    def leads_here(self, rule: RuleId) -> int:
        """Return how closely a rule leads to this page: 0 not at all, more for a longer part of its id."""
        if rule in self.rules:
            return len(rule) + 1
        return max((len(part) for part in self.covers if f"{rule}-".startswith(f"{part}-")), default=0)


def page_for(pages: Iterable[Page], rule: RuleId) -> Page | None:
    """Return the page that a rule leads to, the one that names it most closely, or None."""
    best = max(pages, key=lambda page: page.leads_here(rule), default=None)
    return best if best is not None and best.leads_here(rule) else None


class Library:
    """The pages of all sets together, and which page a rule leads to."""

    def __init__(self, pages: Iterable[Page], rules: Iterable[Rule]) -> None:
        self.pages = tuple(pages)
        self._rules = tuple(rules)

    def page(self, rule: RuleId) -> Page | None:
        """Return the page that a registered rule leads to, a page of its own set, or None."""
        return self._page_of.get(rule)

    def rules_of(self, page: Page) -> tuple[Rule, ...]:
        """Return the rules that lead to a page, in the order of their set."""
        return tuple(rule for rule in self._rules if rule.set == page.set and self._page_of.get(rule.id) is page)

    @cached_property
    def _page_of(self) -> dict[RuleId, Page | None]:
        own: dict[SetId, list[Page]] = {}
        for page in self.pages:
            own.setdefault(page.set, []).append(page)
        return {rule.id: page_for(own.get(rule.set, ()), rule.id) for rule in self._rules}


class PageError(ValueError):
    """A page cannot be read; the message names the file and what is missing."""


def pages_in(folder: Traversable, set_id: SetId) -> tuple[Page, ...]:
    """Return the pages of a folder in the order of their file names.

    Raises PageError for a file without title or source.
    """
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".md")), key=lambda file: file.name)
    return tuple(page_of(file.name.removesuffix(".md"), file.read_text("utf-8"), set_id) for file in files)


def page_of(page_id: str, written: str, set_id: SetId) -> Page:
    """Return the page that a file holds."""
    before, opening, rest = written.partition(f"{FENCE}\n")
    head, closing, text = rest.partition(f"\n{FENCE}\n")
    if before.strip() or not opening or not closing:
        raise PageError(f"page {page_id} does not begin with its title and source between two lines of {FENCE}")
    said = dict(_pair(line) for line in head.splitlines() if line.strip())
    missing = [name for name in ("title", "source") if not said.get(name)]
    if missing:
        raise PageError(f"page {page_id} has no {' and no '.join(missing)}")
    rules = tuple(map(RuleId, _listed(said.get("rules", ""))))
    covers = _listed(said.get("covers", ""))
    steps = _steps(page_id, said.get("steps", ""))
    try:
        questions = questions_in(text)
    except ValueError as error:
        raise PageError(f"page {page_id}: {error}") from error
    return Page(page_id, set_id, said["title"], text.strip(), said["source"], rules, covers, questions, steps)


def _steps(page_id: str, written: str) -> tuple[Step, ...]:
    try:
        return tuple(map(Step, _listed(written)))
    except ValueError as error:
        known = ", ".join(step.value for step in Step)
        raise PageError(f"page {page_id} names the steps {written}; there are {known}") from error


def _listed(written: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in written.split(",") if part.strip())


def _pair(line: str) -> tuple[str, str]:
    name, _colon, value = line.partition(":")
    return name.strip(), value.strip()
