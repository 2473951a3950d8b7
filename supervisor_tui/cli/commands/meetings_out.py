"""What leaves a meeting before it is held: the entry for a calendar."""

from pathlib import Path

import click

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.calendar_entry import meeting_calendar
from supervisor_tui.cli.opening import with_desk
from supervisor_tui.cli.printing import say
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.exchange.paper.paper_file import write_new_file
from supervisor_tui.wording import _

__all__ = ["GOING_OUT"]


@click.command(name="calendar")
@click.argument("number")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help=_("A file instead of the terminal."))
@click.option("--series", "whole_series", is_flag=True, help=_("The whole series, from this meeting on."))
@with_desk
def calendar(desk: Desk, number: str, out: Path | None, *, whole_series: bool) -> None:
    """Print a meeting as an .ics file to send or to open in a calendar, codes only."""
    content = meeting_calendar(desk, MeetingId(number), whole_series=whole_series)
    if out is None:
        click.echo(content.decode(), nl=False)
        return
    write_new_file(out, content)
    say(_("Written: {file}").format(file=out))


GOING_OUT = (calendar,)
