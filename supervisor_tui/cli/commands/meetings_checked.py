"""`meeting check` and `meeting due`: what a meeting still needs, and what falls due around meetings."""

import click

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.due_list import lateness_of
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.meeting_needs import Need, meeting_needs
from supervisor_tui.casework.meetings.meetings_due import MeetingDue, meetings_due
from supervisor_tui.cli.answers.of_meeting_checks import meeting_check_answer, meetings_due_answer
from supervisor_tui.cli.meeting_commands import how_to_record
from supervisor_tui.cli.opening import as_json, with_desk
from supervisor_tui.cli.printing import print_json, print_lines
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.wording import _, ngettext

__all__ = ["CHECKS"]


@click.command(name="check")
@click.argument("number")
@as_json
@with_desk
def check_meeting(desk: Desk, number: str, *, as_json: bool) -> None:
    """Say what a meeting still needs by the guidance in force, what is open first, and what to type for it."""
    meeting = seen(desk, MeetingId(number)).value
    needs = meeting_needs(desk, meeting)
    if as_json:
        print_json(meeting_check_answer(meeting, needs, desk.as_of))
        return
    print_lines(_need_line(one, meeting) for one in needs.open)
    in_order = ngettext("{n} in order", "{n} in order", len(needs.in_order)).format(n=len(needs.in_order))
    print_lines([_("{in_order}, {n} do not apply").format(in_order=in_order, n=needs.not_asked)])


@click.command(name="due")
@as_json
@with_desk
def due_of_meetings(desk: Desk, *, as_json: bool) -> None:
    """List what falls due about the team's meetings: the next one, minutes to approve, decisions to send round."""
    lines = meetings_due(desk)
    if as_json:
        print_json(meetings_due_answer(lines, desk.host, desk.as_of))
        return
    print_lines(meeting_due_line(line) for line in lines)


def _need_line(need: Need, meeting: Meeting) -> str:
    check = need.check
    how = how_to_record(meeting, check.answer.missing)
    parts = (check.answer.result.label, check.rule.title, check.answer.reason, f"({need.set.short_title})", how)
    return "  ".join(part for part in parts if part)


def meeting_due_line(line: MeetingDue) -> str:
    """Return a duty about meetings as one plain line."""
    advised = _("advised") if line.item.advisory else ""
    late = lateness_of(line.item, line.state, line.late_days)
    case = line.cases[0] if len(line.cases) == 1 else ""
    for_you = _("for you") if line.for_me else ""
    parts = (case, line.item.unknown or line.item.title, line.programme.title, late, advised, for_you)
    return "  ".join(part for part in parts if part)


CHECKS = (check_meeting, due_of_meetings)
