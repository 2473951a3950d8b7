"""The Library: pages found by any word or rule id, the rules behind each, and the cases that each holds up today.

What is due is read from the stored rows. Whether a check holds a case up is asked case by case, in the background.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import timedelta

import msgspec

from supervisor_tui.casework.closing_place import Place
from supervisor_tui.casework.desk import Desk, NoSuchCaseError
from supervisor_tui.casework.due_list import DueLine, due_lines, lateness
from supervisor_tui.domain.case_file import UnreadableRecordError
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.ids import CaseCode, RuleId
from supervisor_tui.domain.records.steps import Step
from supervisor_tui.domain.status import Status
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.guidance.library import Page
from supervisor_tui.guidance.rules import Rule, RuleKind
from supervisor_tui.wording import _

__all__ = [
    "HeldUp",
    "OpenPage",
    "Shelf",
    "due_here",
    "find_pages",
    "held_by_checks",
    "held_counts",
    "open_page",
    "page_name",
    "pages_by_set",
    "pages_by_step",
]

NEAR_CLOSING = (Place.ONE_AWAY, Place.WAITING, Place.MOVING)
"""Where a check of closing holds a case up: nobody tries to close the others yet."""

_AT_PRESENT = frozenset({DueState.OVERDUE, DueState.DUE, DueState.UNKNOWN})

GoOn = Callable[[int, int], bool]
"""Is told how many cases are done, of how many, and says whether to go on."""


class OpenPage(msgspec.Struct, frozen=True):
    """A page with the rules that lead to it, in the order of their set."""

    page: Page
    rules: tuple[Rule, ...]


class Shelf(msgspec.Struct, frozen=True):
    """Pages that stand together. key: the id of their set, or the number of their step."""

    key: str
    title: str
    pages: tuple[Page, ...]


class HeldUp(msgspec.Struct, frozen=True):
    """A case that a page holds up today: by which rule, what is asked in words, and how it stands."""

    case: CaseCode
    rule: RuleId
    what: str
    how: str


def page_name(page: Page) -> str:
    """Return the name by which a page is opened: its set and its own id."""
    return f"{page.set}/{page.id}"


def pages_by_set(host: PluginHost, pages: Iterable[Page]) -> tuple[Shelf, ...]:
    """Return the pages under the set that brings them."""
    shown = tuple(pages)
    shelves = (Shelf(one.id, one.title, tuple(page for page in shown if page.set == one.id)) for one in host.sets)
    return tuple(shelf for shelf in shelves if shelf.pages)


def pages_by_step(pages: Iterable[Page]) -> tuple[Shelf, ...]:
    """Return the pages under each step that they are about, then those that are about every step."""
    shown = tuple(pages)
    steps = (
        Shelf(
            step.value,
            _("Step {number}: {step}").format(number=step.value, step=step.label),
            tuple(page for page in shown if step in page.steps),
        )
        for step in Step
    )
    always = Shelf("", _("In every step"), tuple(page for page in shown if not page.steps))
    return tuple(shelf for shelf in (*steps, always) if shelf.pages)


def open_page(host: PluginHost, named: str) -> OpenPage | None:
    """Return the page of this name (with or without its set) or of this rule's id, or None."""
    wanted = named.strip()
    page = next((one for one in host.pages if wanted.casefold() in {page_name(one), one.id}), None)
    if page is None:
        page = host.library.page(RuleId(wanted)) or host.library.page(RuleId(wanted.upper()))
    return OpenPage(page, host.library.rules_of(page)) if page is not None else None


def find_pages(host: PluginHost, words: str) -> tuple[Page, ...]:
    """Return the pages that hold every word, in title, text, source, or the ids and titles of their rules.

    Those that are called by a word stand first. Nothing typed finds every page.
    """
    wanted = words.casefold().split()
    texts = _texts(host)
    found = [page for page in host.pages if all(word in texts[page_name(page)] for word in wanted)]
    return tuple(sorted(found, key=lambda page: not all(word in page.title.casefold() for word in wanted)))


def due_here(desk: Desk, found: OpenPage) -> tuple[HeldUp, ...]:
    """Return the duties of this page that are late, due or not known today, from the stored rows, worst first."""
    rules = {rule.id for rule in found.rules}
    return tuple(_of_duty(line) for line in _duties(desk) if line.row.rule in rules)


def held_counts(desk: Desk) -> Mapping[str, int]:
    """Return for each page the number of cases that its duties hold up today, from the stored rows."""
    names: dict[RuleId, str] = {}
    cases: dict[str, set[CaseCode]] = {}
    for line in _duties(desk):
        rule = line.row.rule
        if rule not in names:
            page = desk.host.library.page(rule)
            names[rule] = page_name(page) if page else ""
        cases.setdefault(names[rule], set()).add(line.row.case)
    return {name: len(held) for name, held in cases.items() if name}


def held_by_checks(desk: Desk, found: OpenPage, go_on: GoOn) -> tuple[HeldUp, ...]:
    """Return the cases that checks of this page hold up: of the file where open, of closing where closing is near.

    go_on: is asked after each case; a sweep that is stopped gives what it has.
    """
    held: list[HeldUp] = []
    closing = {rule.id for rule in found.rules if rule.kind is RuleKind.CLOSURE_CHECK}
    of_file = {rule.id for rule in found.rules if rule.kind is RuleKind.CASE_CHECK}
    near = {row.case for row in desk.store.closing_rows.at([place.value for place in NEAR_CLOSING])}
    asked = _open_cases(desk) if of_file else tuple(sorted(near)) if closing else ()
    for done, code in enumerate(asked, start=1):
        held.extend(_of_checks(desk, code, frozenset(of_file), frozenset(closing if code in near else ())))
        if not go_on(done, len(asked)):
            break
    return tuple(held)


def _texts(host: PluginHost) -> Mapping[str, str]:
    parts: dict[str, list[str]] = {
        page_name(page): [page.title, page.id, page.text, page.source, *page.rules] for page in host.pages
    }
    for rule in host.rules():
        page = host.library.page(rule.id)
        if page is not None:
            parts[page_name(page)] += [rule.id, rule.title]
    return {name: "\n".join(words).casefold() for name, words in parts.items()}


def _duties(desk: Desk) -> Iterator[DueLine]:
    return (line for line in due_lines(desk, desk.as_of + timedelta(days=1)) if line.state in _AT_PRESENT)


def _of_duty(line: DueLine) -> HeldUp:
    return HeldUp(line.row.case, line.row.rule, line.row.item.unknown or line.row.item.title, lateness(line))


def _open_cases(desk: Desk) -> tuple[CaseCode, ...]:
    closed = Status.CLOSED.value
    return tuple(summary.case for summary in desk.store.summaries.all() if summary.status != closed)


def _of_checks(desk: Desk, code: CaseCode, of_file: frozenset[RuleId], closing: frozenset[RuleId]) -> Iterator[HeldUp]:
    try:
        case = desk.case(code)
        asked = [check for one in desk.host.case_checks(case, desk.as_of, only=of_file) for check in one.checks]
        reviews = desk.host.review_closing(case, desk.as_of, in_force_only=True) if closing else ()
    except (UnreadableRecordError, NoSuchCaseError):
        return
    asked += [check for found in reviews for check in found.checks if check.rule.id in closing]
    for one in asked:
        if one.stands_in_the_way:
            yield HeldUp(code, one.rule.id, one.answer.reason or one.rule.title, one.answer.result.label)
