"""`meeting …`: called, printed and minuted from the command line."""

from pathlib import Path

import click
import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.minutes import Said, enter, minutes
from supervisor_tui.casework.meetings.minutes_out import minutes_on_paper
from supervisor_tui.casework.meetings.proposing import proposals
from supervisor_tui.casework.meetings.who import code_if_known
from supervisor_tui.casework.meetings.whose import led_by
from supervisor_tui.casework.names_typed import findings_on_names
from supervisor_tui.cli.answers.of_meetings import MeetingsAnswer, meeting_answer
from supervisor_tui.cli.answers.of_proposals import proposals_answer
from supervisor_tui.cli.commands.meetings_afterwards import AFTERWARDS
from supervisor_tui.cli.commands.meetings_agenda import AGENDA
from supervisor_tui.cli.commands.meetings_called import CALLED
from supervisor_tui.cli.commands.meetings_checked import CHECKS
from supervisor_tui.cli.commands.meetings_held import COMMANDS
from supervisor_tui.cli.commands.meetings_invited import INVITED
from supervisor_tui.cli.commands.meetings_out import GOING_OUT
from supervisor_tui.cli.commands.meetings_over_time import OVER_TIME
from supervisor_tui.cli.commands.meetings_standing import STANDING
from supervisor_tui.cli.commands.recording import say_warnings
from supervisor_tui.cli.days_held import held_in_words, say_day_held
from supervisor_tui.cli.opening import as_json, with_desk
from supervisor_tui.cli.options import DAY_AHEAD
from supervisor_tui.cli.papers import hand_out, on_paper
from supervisor_tui.cli.printing import print_json, print_lines
from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.kinds import CaseOutcome
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import Audience, LineKind, ViewGiven
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.wording import _


@click.group()
def meeting() -> None:
    """Prepare meetings, take minutes, print them."""


@meeting.command(name="list")
@as_json
@with_desk
def list_meetings(desk: Desk, *, as_json: bool) -> None:
    """List the meetings, the latest first."""
    held = sorted(desk.store.meetings.all(), key=lambda one: one.starts, reverse=True)
    if as_json:
        answers = tuple(meeting_answer(one, minutes(desk, one.id)) for one in held)
        print_json(MeetingsAnswer(desk.as_of, answers))
        return
    print_lines(_meeting_line(desk, one) for one in held)


def _meeting_line(desk: Desk, one: Meeting) -> str:
    return "  ".join(
        (
            one.id,
            one.starts.isoformat(timespec="minutes"),
            one.kind.label,
            *filter(None, (led_by(desk, one),)),
            one.state.label,
            *held_in_words(one),
            *one.cases,
        )
    )


@meeting.command(name="propose")
@as_json
@with_desk
def propose(desk: Desk, *, as_json: bool) -> None:
    """Propose cases for the next meeting, the most urgent first, each with its reasons."""
    found = proposals(desk)
    if as_json:
        print_json(proposals_answer(found, desk.as_of))
    else:
        print_lines(f"{one.case}  {one.reason}" for one in found)


def _one_of(choices: type[Choice]) -> click.Choice[str]:
    return click.Choice([one.value for one in choices])


@meeting.command(name="record")
@click.argument("number")
@click.argument("kind", type=click.Choice([one.value for one in LineKind if one is not LineKind.RETRACTED]))
@click.argument("words", nargs=-1)
@click.option("--case", "code", help=_("The case it is about; needless where the meeting has one."))
@click.option("--who", "owner", default="", help=_("For an action: a person's code, a role, or a number as P1."))
@click.option("--until", "due_on", type=DAY_AHEAD, help=_("For an action: 2026-11-30, wed, +3d."))
@click.option("--need", default="", help=_("For an action: the need that it answers."))
@click.option("--reason", default="", help=_("Why: for a decision, a dissent, a view that was not given."))
@click.option("--on", type=DAY_AHEAD, help=_("For a view, the day it was given; for a next date, the day."))
@click.option("--view", type=_one_of(ViewGiven), help=_("For a view: whether it was given."))
@click.option("--readers", "audience", type=_one_of(Audience), help=_("Who may read it."))
@click.option("--for", "effects_for", default="", help=_("For an option: what speaks for it."))
@click.option("--against", "effects_against", default="", help=_("For an option: what speaks against it."))
@click.option("--best", "best_interests", type=_one_of(YesNo), help=_("Is it best for the child?"))
@click.option("--outcome", type=_one_of(CaseOutcome), help=_("For a decision: what it means for the case."))
@with_desk
def record_line(
    desk: Desk, /, number: str, kind: str, words: tuple[str, ...], code: str | None, owner: str, **more: object
) -> None:
    """Save one line of minutes; an action joins the case plan at once."""
    found = _found(desk, number)
    case = CaseCode(code) if code else (found.cases[0] if len(found.cases) == 1 else None)
    if case is not None and case not in found.cases:
        message = _("{code} does not stand on the agenda of {number}.")
        raise click.UsageError(message.format(code=case, number=found.id))
    given = {"kind": kind, "text": " ".join(words), "case": case, "owner": code_if_known(desk, owner, found), **more}
    said = msgspec.convert(given, Said)
    say_warnings(findings_on_names(desk, said))
    line = enter(desk, found, said)
    say_day_held(found, _found(desk, number))
    print_lines([f"{line.id}  {line.kind.label}  {line.text}"])


@meeting.command(name="minutes")
@click.argument("number")
@on_paper
@as_json
@with_desk
def print_minutes(desk: Desk, number: str, form: str | None, out: Path | None, *, as_json: bool) -> None:
    """Print the minutes as Markdown, as a page of HTML, for Word or as PDF, codes only."""
    found = _found(desk, number)
    if as_json:
        print_json(meeting_answer(found, minutes(desk, found.id)))
        return
    hand_out(minutes_on_paper(desk, found.id), form, out)


def _found(desk: Desk, number: str) -> Meeting:
    return seen(desk, MeetingId(number)).value


for held in (*CALLED, *AGENDA, *COMMANDS, *INVITED, *CHECKS, *GOING_OUT, *OVER_TIME, *STANDING, *AFTERWARDS):
    meeting.add_command(held)
