"""`hand-on` and `reopen`: to another caseworker here, and a closed case opened again."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.due_list import case_due_lines
from supervisor_tui.casework.handing_on import HandingOn, hand_on, handing_on_paper
from supervisor_tui.casework.meetings.who import code_if_known
from supervisor_tui.casework.opening_files import open_file
from supervisor_tui.casework.reopening import ReopeningView, came_back_words, reopen, reopening_view
from supervisor_tui.cli.answers.of_reopening import reopening_answer
from supervisor_tui.cli.commands.listing import due_line
from supervisor_tui.cli.opening import as_json, with_desk
from supervisor_tui.cli.options import DAY
from supervisor_tui.cli.papers import handing_out, on_paper
from supervisor_tui.cli.printing import print_json, print_lines, say
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.wording import _


@click.command(name="hand-on")
@click.argument("codes", nargs=-1, required=True)
@click.option("--to", "worker", required=True, help=_("The caseworker who takes the cases, by code or short name."))
@click.option("--reason", required=True, help=_("Why the caseworker changes."))
@click.option("--told-by", "told_by", required=True, help=_("Who tells the child: a person's code or a role."))
@click.option("--on", type=DAY, help=_("From which day; today unless said."))
@on_paper
@with_desk
def hand_on_command(
    desk: Desk,
    codes: tuple[str, ...],
    worker: str,
    reason: str,
    told_by: str,
    on: date | None,
    form: str | None,
    out: Path | None,
) -> None:
    """Give cases to another caseworker here, and print what is open in each."""
    to = PersonCode(code_if_known(desk, worker))
    handing = HandingOn(to, on or desk.clock().date(), reason, code_if_known(desk, told_by))
    cases = [CaseCode(code) for code in codes]
    with handing_out(handing_on_paper(desk, cases, handing), form, out):
        hand_on(desk, cases, handing)


@click.command(name="reopen")
@click.argument("code")
@click.option("--reason", help=_("Why the case is opened again; without it, nothing is written and only shown."))
@click.option("--on", type=DAY, help=_("The day; today unless said."))
@as_json
@with_desk
def reopen_command(desk: Desk, code: str, reason: str | None, on: date | None, *, as_json: bool) -> None:
    """Open a closed case again as a new episode, and print what is asked for first."""
    case = open_file(desk, CaseCode(code)).code
    if reason is not None:
        reopen(desk, case, reason, on)
    view = reopening_view(desk, desk.case(case))
    due = case_due_lines(desk, view.case)
    if as_json:
        print_json(reopening_answer(view, due, desk.host, desk.as_of))
        return
    if view.back is None:
        say(_("{case} is not closed.").format(case=code))
    else:
        words = _("{code}: to be opened again {words}.") if view.is_closed else _("{code}: opened again {words}.")
        say(words.format(code=code, words=came_back_words(view.back)))
    print_lines(due_line(desk, line) for line in due)
    print_lines(_asked_lines(view))


def _asked_lines(view: ReopeningView) -> Iterable[str]:
    """Return what each set asks for and is not in order, then the reasons that sets name."""
    for found in view.asked:
        open_parts = [one for one in found.checks if one.answer.result in {Result.FAIL, Result.UNKNOWN}]
        yield from (f"{one.rule.title}  {one.answer.reason}  ({found.set.short_title})" for one in open_parts)
    yield from (_("Reason: {reason} ({key})").format(reason=one.title, key=one.key) for one in view.reasons)
