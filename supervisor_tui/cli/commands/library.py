"""`library`: where does it say so? Pages of guidance by name, word or rule, and questions for somebody new."""

from collections.abc import Iterable

import click

from supervisor_tui.casework.library import (
    HeldUp,
    OpenPage,
    Shelf,
    due_here,
    find_pages,
    held_by_checks,
    open_page,
    page_name,
    pages_by_step,
)
from supervisor_tui.cli.answers.of_the_library import library_answer
from supervisor_tui.cli.commands.listing import with_rows_of_today
from supervisor_tui.cli.opening import Asked, as_json
from supervisor_tui.cli.printing import print_json, print_lines
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.guidance.library import Page
from supervisor_tui.guidance.quiz import Question, letter
from supervisor_tui.wording import _

QUIZ = "quiz"


@click.command()
@click.argument("words", nargs=-1, metavar="[WORDS|RULE|PAGE|quiz]")
@click.option("--cases", "with_cases", is_flag=True, help=_("Also the cases that the page holds up today."))
@click.option("--by-step", is_flag=True, help=_("List pages under the steps of the work that they are about."))
@as_json
@click.pass_obj
def library(asked: Asked, words: tuple[str, ...], *, with_cases: bool, by_step: bool, as_json: bool) -> None:
    """Find pages of the guidance by any word, read one by its name or by a rule, or answer the questions: quiz."""
    desk = asked.desk() if with_cases else None
    if desk:
        with_rows_of_today(desk)
    host = desk.host if desk else PluginHost.discover(asked.without)
    typed = " ".join(words)
    if typed == QUIZ:
        _ask(host, as_json=as_json)
        return
    found = open_page(host, typed)
    if with_cases and found is None:
        message = _("Name one page or rule to see its cases. Pages are listed by: supervisor-tui library")
        raise click.UsageError(message)
    pages = (found.page,) if found else find_pages(host, typed)
    if not pages:
        message = _("No page of the guidance says {words}. Pages are listed by: supervisor-tui library")
        raise click.UsageError(message.format(words=typed))
    held = (*due_here(desk, found), *held_by_checks(desk, found, lambda _n, _of: True)) if desk and found else None
    if as_json:
        print_json(library_answer(host, pages, held))
    else:
        print_lines(_page(found, held) if found else _shelves(pages_by_step(pages)) if by_step else _list(pages))


def _list(pages: Iterable[Page]) -> Iterable[str]:
    return (f"{page_name(one)}  {one.title}  ({one.source})" for one in pages)


def _shelves(shelves: Iterable[Shelf]) -> Iterable[str]:
    for shelf in shelves:
        yield shelf.title
        yield from (f"  {line}" for line in _list(shelf.pages))


def _page(found: OpenPage, held: Iterable[HeldUp] | None) -> Iterable[str]:
    page = found.page
    yield page.title
    yield from page.read_first.splitlines()
    yield _("Source: {source}").format(source=page.source)
    for rule in found.rules:
        yield f"  {rule.id}  {rule.kind.label}  {rule.title}"
    for one in held or ():
        yield f"{one.case}  {one.what}  {one.how}"


def _ask(host: PluginHost, *, as_json: bool) -> None:
    """Ask every question; the answers are kept nowhere."""
    pages = tuple(page for page in host.pages if page.questions)
    if as_json:
        print_json(library_answer(host, pages))
        return
    for page in pages:
        for number, question in enumerate(page.questions, start=1):
            _ask_one(page, number, question)


def _ask_one(page: Page, number: int, question: Question) -> None:
    letters = [letter(place) for place in range(len(question.choices))]
    print_lines([_("{n} of {of}: {asks}").format(n=number, of=len(page.questions), asks=question.asks)])
    print_lines(f"  {one}  {choice}" for one, choice in zip(letters, question.choices, strict=True))
    said = click.prompt(_("Your answer"), type=click.Choice(letters), show_choices=False, err=True)
    right = letters[question.right]
    words = _("Yes, {letter}.") if said == right else _("Not quite: {letter} is right.")
    print_lines([words.format(letter=right), f"{question.why}  ({page.set}/{question.page})", ""])
