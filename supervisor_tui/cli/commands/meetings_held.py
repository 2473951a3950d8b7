"""`meeting …` while it is held: opened on the screen, who is there, the round, and its end."""

import click

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.going_through import the_round
from supervisor_tui.casework.meetings.holding import ended, opened_again, seen
from supervisor_tui.cli.answers.of_meetings import CaseLeft, RoundAnswer
from supervisor_tui.cli.opening import Asked, as_json, with_desk
from supervisor_tui.cli.printing import print_json, print_lines
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.wording import _

__all__ = ["COMMANDS"]


@click.command(name="open")
@click.argument("number")
@click.option("--present", is_flag=True, help=_("Show it to others: nothing else can be opened until it is left."))
@click.pass_obj
def open_meeting(asked: Asked, number: str, *, present: bool) -> int:
    """Open a meeting on the screen, where it was left."""
    from supervisor_tui.tui import main_screens
    from supervisor_tui.tui.application import run_at_desk

    desk = asked.desk()
    found = seen(desk, MeetingId(number)).value
    start = main_screens.SHOWN_MEETING if present else main_screens.MEETINGS
    return run_at_desk(desk, start=start, meeting=found.id)


@click.command(name="round")
@click.argument("number")
@as_json
@with_desk
def round_of_meeting(desk: Desk, number: str, *, as_json: bool) -> None:
    """List the open cases of the team that nobody spoke about in this meeting yet."""
    found = seen(desk, MeetingId(number)).value
    left = the_round(desk, found.id)
    if as_json:
        print_json(
            RoundAnswer(
                found.id,
                tuple(
                    CaseLeft(one.summary.case, one.summary.worker, one.summary.risk, one.late, one.silent_days)
                    for one in left
                ),
            )
        )
        return
    print_lines(
        "  ".join((one.summary.case, one.summary.risk_letter or "?", one.worker_name, one.summary.next_what))
        for one in left
    )


@click.command(name="close")
@click.argument("number")
@click.option("--again", is_flag=True, help=_("Open one again that is over."))
@with_desk
def close_meeting(desk: Desk, number: str, *, again: bool) -> None:
    """Say that a meeting is over; its lines stay, its actions stay in the plans."""
    before = seen(desk, MeetingId(number))
    after = (opened_again if again else ended)(desk, before)
    print_lines([f"{after.value.id}  {after.value.state.label}"])


COMMANDS = (open_meeting, round_of_meeting, close_meeting)
