"""`closing report` and `closing compare`: on what a case was closed, and what the guidance would answer now."""

from collections.abc import Iterable
from pathlib import Path

import click

from supervisor_tui.casework.closing_report.comparing import ComparedSet, Comparison, compared
from supervisor_tui.casework.closing_report.comparison_on_paper import result_words, versions_of
from supervisor_tui.casework.closing_report.on_paper import report_on_paper
from supervisor_tui.casework.closing_report.report import closing_report
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.opening_files import open_file
from supervisor_tui.cli.answers.of_closing_report import comparison_answer, report_answer
from supervisor_tui.cli.opening import as_json, with_desk
from supervisor_tui.cli.papers import hand_out, on_paper
from supervisor_tui.cli.printing import print_json, print_lines
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.wording import _, ngettext

__all__ = ["COMMANDS"]


@click.command(name="report")
@click.argument("code")
@click.option("--compare", is_flag=True, help=_("Add what the guidance would answer now."))
@on_paper
@as_json
@with_desk
def report(desk: Desk, code: str, form: str | None, out: Path | None, *, compare: bool, as_json: bool) -> None:
    """Print on what a case was closed: answers as they stood, versions, numbers, approvals, overrides; codes only."""
    found = closing_report(desk, open_file(desk, CaseCode(code)))
    if as_json:
        print_json(report_answer(found))
        return
    hand_out(report_on_paper(found, compared(desk, found) if compare else None), form, out)


@click.command(name="compare")
@click.argument("code")
@as_json
@with_desk
def compare(desk: Desk, code: str, *, as_json: bool) -> None:
    """Say what the guidance would answer now, beside what was kept when the closing was signed."""
    held = closing_report(desk, open_file(desk, CaseCode(code)))
    found = compared(desk, held)
    if as_json:
        print_json(comparison_answer(held.case.code, found))
    else:
        print_lines(_lines(found))


COMMANDS = (report, compare)


def _lines(found: Comparison) -> Iterable[str]:
    yield _("Answers of {day}: {basis}").format(day=found.signed_on.isoformat(), basis=found.basis.label)
    for one in found.sets:
        yield from _set_lines(one)
    for check in found.changed:
        answers = " → ".join(map(result_words, (check.then, check.same_day, check.today)))
        yield "  ".join(part for part in (f"  {check.rule}", check.title, answers, check.reason_today) if part)
    yield ngettext("{n} check answers as it did.", "{n} checks answer as they did.", found.same).format(n=found.same)


def _set_lines(one: ComparedSet) -> Iterable[str]:
    yield f"{one.title} ({versions_of(one)})"
    for title, standing, words in (
        (_("then"), one.standing_then, one.words_then),
        (_("the same day, asked again"), "", one.words_same_day),
        (_("today"), one.standing_today, one.words_today),
    ):
        said = "  ".join(part for part in (standing, words) if part)
        yield f"  {title}: {said or _('nothing: not in force or not installed')}"
    for number in one.numbers:
        values = f"{number.then or _('not decided')} → {number.today or _('not decided')}"
        yield f"  {number.title}: {values}"
