"""`meeting beside` and `meeting overview`: meetings compared, and what they come to over time."""

from collections.abc import Iterable

import click

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.beside import OneConference, beside
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.over_time import meeting_figures
from supervisor_tui.cli.answers.listing import IndicatorsAnswer, figure_answer
from supervisor_tui.cli.answers.of_meetings_beside import beside_answer
from supervisor_tui.cli.opening import as_json, with_desk
from supervisor_tui.cli.printing import print_json, print_lines
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.wording import _

__all__ = ["OVER_TIME"]


@click.command(name="beside")
@click.argument("number")
@click.argument("code", required=False)
@as_json
@with_desk
def beside_command(desk: Desk, number: str, code: str | None, *, as_json: bool) -> None:
    """Show a meeting about a case beside the one of its kind before: decided then, become of it, new."""
    meeting = seen(desk, MeetingId(number)).value
    case = CaseCode(code) if code else (meeting.cases[0] if len(meeting.cases) == 1 else None)
    if case is None or case not in meeting.cases:
        known = ", ".join(meeting.cases) or _("none")
        message = _("Name a case of {number}. Its cases are: {known}.")
        raise click.UsageError(message.format(number=meeting.id, known=known))
    found = beside(desk, meeting, case)
    desk.store.saw(case)
    if as_json:
        print_json(beside_answer(found))
        return
    if found.before is None:
        print_lines([_("No meeting of this kind took up {case} before.").format(case=case)])
    else:
        print_lines(_one(_("BEFORE"), found.before))
    print_lines(_one(_("PRESENT"), found.present))


def _one(heading: str, found: OneConference) -> Iterable[str]:
    came = ", ".join(found.came) or _("nobody noted who came")
    yield f"{heading}  {found.meeting.id}  {found.on.isoformat()}  {_('risk {letter}').format(letter=found.risk)}"
    yield f"  {came}"
    yield from (f"  {one.kind.label}: {one.text}" for one in found.views)
    yield from (_("  decided: {text}").format(text=text) for text in found.decisions)
    if not found.decisions:
        yield _("  nothing decided")
    for one in found.actions:
        until = one.action.due_on.isoformat() if one.action.due_on else _("no day set")
        yield f"  {one.action.action}  {one.action.text}  {one.action.owner}  {until}  {one.status.label}"
    if found.next_on is not None:
        yield _("  next: {day}").format(day=found.next_on.isoformat())


@click.command(name="overview")
@as_json
@with_desk
def overview(desk: Desk, *, as_json: bool) -> None:
    """Count over all meetings: how long actions take, conferences without a decision, cases without movement."""
    figures = tuple(figure_answer(one) for one in meeting_figures(desk, desk.cases()))
    if as_json:
        print_json(IndicatorsAnswer(desk.as_of, figures))
        return
    for one in figures:
        parts = (f"{one.value:6d}" if one.value is not None else "     ?", one.title, one.unit, one.question)
        print_lines(["  ".join(part for part in parts if part)])


OVER_TIME = (beside_command, overview)
