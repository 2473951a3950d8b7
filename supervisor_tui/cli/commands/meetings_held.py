"""`meeting …` while it is held: opened on the screen, who is there, the round, and its end."""

import click

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.attendance import attended, family_in_or_out, promised, stepped_out, told
from supervisor_tui.casework.meetings.going_through import the_round
from supervisor_tui.casework.meetings.holding import ApprovedAlreadyError, ended, opened_again, seen
from supervisor_tui.cli.answers.of_meetings import CaseLeft, RoundAnswer
from supervisor_tui.cli.days_held import say_day_held
from supervisor_tui.cli.opening import Asked, as_json, with_desk
from supervisor_tui.cli.participants import participant_meant
from supervisor_tui.cli.printing import print_json, print_lines
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.meetings.family import family_in_the_room
from supervisor_tui.domain.meetings.participants import Attendance, Confidentiality
from supervisor_tui.wording import _

__all__ = ["COMMANDS", "participant_meant"]


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
    try:
        after = (opened_again if again else ended)(desk, before)
    except ApprovedAlreadyError as problem:
        raise click.UsageError(str(problem)) from problem
    say_day_held(before.value, after.value)
    print_lines([f"{after.value.id}  {after.value.state.label}"])


_ATTENDANCE = {
    "here": Attendance.PRESENT,
    "apologies": Attendance.APOLOGIES,
    "absent": Attendance.ABSENT,
    "excluded": Attendance.EXCLUDED,
}
_PROMISES = {
    "signed": Confidentiality.SIGNED,
    "declined": Confidentiality.DECLINED,
    "exempt": Confidentiality.EXEMPT,
}


@click.command(name="attend")
@click.argument("number")
@click.argument("who")
@click.argument("what", type=click.Choice([*_ATTENDANCE, *_PROMISES, "out", "told"]))
@with_desk
def attend(desk: Desk, number: str, who: str, what: str) -> None:
    """Note who is there, who signed and who steps out; WHO is a number as P1, a code or a role.

    Signing and stepping out are taken back by saying them once more. Who was told before keeps the day; another is
    given with `meeting invitee --told`.
    """
    before = seen(desk, MeetingId(number))
    participant = participant_meant(before.value, who)
    if what in _ATTENDANCE:
        after = attended(desk, before, participant, _ATTENDANCE[what])
    elif what in _PROMISES:
        after = promised(desk, before, participant, _PROMISES[what])
    else:
        after = (stepped_out if what == "out" else told)(desk, before, participant)
    print_lines(
        "  ".join((one.id, one.label, one.role.label, one.attendance.label, one.confidentiality.label))
        + ("  " + _("stepped out") if one.stepped_out else "")
        for one in after.value.participants
    )


@click.command(name="family")
@click.argument("number")
@with_desk
def family(desk: Desk, number: str) -> None:
    """Note that the family comes in, or goes out; what is said while they are out is the closed part."""
    after = family_in_or_out(desk, seen(desk, MeetingId(number)))
    is_in = family_in_the_room(after.value.participants)
    print_lines([_("the family is in the room") if is_in else _("the family is not in the room")])


COMMANDS = (open_meeting, round_of_meeting, attend, family, close_meeting)
