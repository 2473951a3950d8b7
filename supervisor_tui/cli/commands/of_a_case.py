"""`case`: one case file."""

from collections.abc import Iterable

import click

from supervisor_tui.casework.case_view import CaseView, StoryLine, case_view
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.opening_files import open_file
from supervisor_tui.cli.answers.of_a_case import case_answer
from supervisor_tui.cli.commands.listing import due_line
from supervisor_tui.cli.opening import as_json, with_desk
from supervisor_tui.cli.printing import print_json, print_lines
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _, ngettext


@click.command(name="case")
@click.argument("code")
@as_json
@with_desk
def case_command(desk: Desk, code: str, *, as_json: bool) -> None:
    """Show where one case stands: head, due, plan, and the story newest first."""
    view = case_view(desk, open_file(desk, CaseCode(code)))
    if as_json:
        print_json(case_answer(view, desk.host, desk.as_of))
    else:
        print_lines(_case_lines(desk, view))


def _case_lines(desk: Desk, view: CaseView) -> Iterable[str]:
    level = view.risk.level if view.risk else None
    risk = level.title if level else _("risk level not recorded")
    yield "  ".join(part for part in (view.case.code, view.age_band, view.case.programme.title, view.context) if part)
    danger = (_("DANGER NOW"),) if view.in_danger else ()
    who = desk.short_name(view.worker) or _("nobody yet")
    yield "  ".join((*danger, view.status_words, view.step.label, risk, who))
    words = ngettext("opened by {n} person in 30 days", "opened by {n} people in 30 days", view.opened_by)
    yield "  " + words.format(n=view.opened_by)
    for found in view.standings:
        guidance = desk.host.set(found.set)
        yield f"  {guidance.title if guidance else found.set}: {found.standing.label}, {found.reason}"
    if view.due:
        yield _("Due:")
        yield from (f"  {due_line(desk, line)}" for line in view.due)
    if view.goals or view.actions:
        yield _("Plan:")
        yield from (f"  {one.goal.goal}  {one.goal.text}  {one.status.label}" for one in view.goals)
        for one in view.actions:
            until = one.action.due_on.isoformat() if one.action.due_on else _("no day set")
            owner = desk.short_name(PersonCode(one.action.owner)) or _("nobody named")
            came = _("from {meeting}").format(meeting=one.meeting) if one.meeting else ""
            yield f"  {one.action.action}  {one.action.text}  {owner}  {until}  {one.status.label}  {came}".rstrip()
    yield from _findings(view)
    yield from _story(view)


def _story(view: CaseView) -> Iterable[str]:
    """Give the story; a case that was opened again tells each stretch of work by itself."""
    if len(view.episodes) < 2:
        yield _("Story, newest first:")
        yield from (_story_line(line) for line in view.story)
        return
    by_record = {line.record.id: line for line in view.story}
    for one in view.episodes:
        spell = one.episode
        since, until = spell.opened_on.isoformat(), spell.closed_on.isoformat() if spell.closed_on else ""
        words = _("Episode {n}, newest first: {since} {until}").format(n=spell.number, since=since, until=until)
        yield "  ".join(part for part in (words.rstrip(), one.back) if part)
        yield from (_story_line(by_record[record.id]) for record in one.records if record.id in by_record)


def _story_line(line: StoryLine) -> str:
    known = "" if line.record.how_known.value == "recorded" else f"({line.record.how_known.label}) "
    told = f"{known}{line.summary}".strip()
    return f"  {line.record.on.isoformat()}  {line.title}{': ' if told else ''}{told}"


def _findings(view: CaseView) -> Iterable[str]:
    """Give what is not in order on file, what stands in the way of good work first; the rest as counts."""
    for found in view.findings:
        by_result = {result: [check for check in found.checks if check.answer.result is result] for result in Result}
        failing = sorted(by_result[Result.FAIL], key=lambda check: check.rule.strength is Strength.WARNS)
        if found.checks:
            words = _("On file ({set}): {fail} not in order, {unknown} not known, {passed} in order")
            counts = {"fail": len(failing), "unknown": len(by_result[Result.UNKNOWN])}
            yield words.format(set=found.set.short_title, passed=len(by_result[Result.PASS]), **counts)
            yield from (f"  {check.rule.title}: {check.answer.reason}" for check in failing)
