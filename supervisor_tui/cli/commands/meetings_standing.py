"""`meeting series`, `next`, `raise` and `put`: the standing meeting of a team, and what it should take up."""

import click

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.on_agenda import put_on_agenda
from supervisor_tui.casework.meetings.proposing import raise_in_meeting
from supervisor_tui.casework.meetings.series import (
    SeriesProblemError,
    held_today,
    keep_series,
    next_meeting,
    team_series,
)
from supervisor_tui.cli.answers.of_proposals import SeriesAnswer
from supervisor_tui.cli.opening import as_json, with_desk
from supervisor_tui.cli.printing import print_json, print_lines, say
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.series import Weekday
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.wording import _

__all__ = ["STANDING"]


@click.command(name="series")
@click.option("--weekday", type=click.Choice([one.value for one in Weekday]), help=_("On which day of the week."))
@click.option("--at", help=_("At which hour, as 09:00."))
@click.option("--every", "every_days", type=int, help=_("Every how many days; 7 is every week."))
@click.option("--place", help=_("Where; no address of a family."))
@click.option(
    "--confidential",
    type=click.Choice([one.value for one in YesNo]),
    help=_("Whether nobody else can listen in there."),
)
@as_json
@with_desk
def series(
    desk: Desk,
    weekday: str | None,
    at: str | None,
    every_days: int | None,
    place: str | None,
    confidential: str | None,
    *,
    as_json: bool,
) -> None:
    """Show your team's standing meeting, or make and change it with the options."""
    found = team_series(desk)
    if any(one is not None for one in (weekday, at, every_days, place, confidential)):
        try:
            found = keep_series(
                desk,
                weekday=Weekday(weekday) if weekday else None,
                at=at,
                every_days=every_days,
                place=place,
                place_confidential=YesNo(confidential) if confidential else None,
            )
        except SeriesProblemError as problem:
            raise click.UsageError(str(problem)) from problem
    if as_json:
        print_json(SeriesAnswer(found))
    elif found is None:
        print_lines([_("Your team has no standing meeting yet. Make one with --weekday monday --at 09:00.")])
    else:
        words = _("{id}  {title}  every {n} days, {weekday} {at}  {place}")
        weekday_name = found.weekday.label
        line = words.format(
            id=found.id, title=found.title, n=found.every_days, weekday=weekday_name, at=found.at, place=found.place
        )
        print_lines([line.rstrip()])


@click.command(name="next")
@with_desk
def next_command(desk: Desk) -> None:
    """Print your team's next standing meeting; it is made, with the proposed cases, where it is not there."""
    over = held_today(desk)
    if over is not None:
        words = _("{number} of today is over; this is the next one. meeting close {number} --again opens it again.")
        say(words.format(number=over.id))
    found = next_meeting(desk)
    print_lines([f"{found.id}  {found.starts.isoformat(timespec='minutes')}  {' '.join(found.cases)}"])


@click.command(name="raise")
@click.argument("code")
@click.argument("words", nargs=-1)
@with_desk
def raise_command(desk: Desk, code: str, words: tuple[str, ...]) -> None:
    """Ask for a case to be taken up in the next meeting; the words say why, codes and roles only."""
    try:
        raise_in_meeting(desk, CaseCode(code), " ".join(words))
    except ValueError as problem:
        raise click.UsageError(str(problem)) from problem
    print_lines([_("{code} is proposed for the next meeting.").format(code=code)])


@click.command(name="put")
@click.argument("codes", nargs=-1, required=True)
@click.option("--on", "number", help=_("On which meeting, by its number; your team's standing one unless said."))
@with_desk
def put_command(desk: Desk, codes: tuple[str, ...], number: str | None) -> None:
    """Put cases on the agenda of your team's next standing meeting, or of another one that comes."""
    meant = [CaseCode(code.upper()) for code in codes]
    found = put_on_agenda(desk, MeetingId(number) if number else None, meant)
    print_lines([f"{found.id}  {found.starts.isoformat(timespec='minutes')}  {' '.join(found.cases)}"])


STANDING = (series, next_command, raise_command, put_command)
