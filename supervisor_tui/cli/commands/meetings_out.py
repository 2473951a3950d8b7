"""What leaves a meeting before it is held: the entry for a calendar, the presentation sheets, the papers."""

from pathlib import Path

import click

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.calendar_entry import meeting_calendar
from supervisor_tui.casework.meetings.paper_kit import kit_for, meeting_kit
from supervisor_tui.casework.meetings.presentation import presentation
from supervisor_tui.casework.meetings.sheets_on_paper import sheets_on_paper
from supervisor_tui.cli.answers.of_sheets import sheets_answer
from supervisor_tui.cli.opening import as_json, with_desk
from supervisor_tui.cli.papers import hand_out, on_paper
from supervisor_tui.cli.printing import print_json, say
from supervisor_tui.domain.ids import CaseCode, MeetingId, ParticipantId
from supervisor_tui.exchange.paper.paper_file import write_new_file
from supervisor_tui.wording import _

__all__ = ["GOING_OUT"]


for_whom = click.option("--to", help=_("For one of those invited: their number, as `meeting people` lists it."))


@click.command(name="calendar")
@click.argument("number")
@for_whom
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help=_("A file instead of the terminal."))
@click.option("--series", "whole_series", is_flag=True, help=_("The whole series, from this meeting on."))
@with_desk
def calendar(desk: Desk, number: str, to: str | None, out: Path | None, *, whole_series: bool) -> None:
    """Print a meeting as an .ics file to send or to open in a calendar, codes only."""
    content = meeting_calendar(desk, MeetingId(number), whole_series=whole_series, to=_number(to))
    if out is None:
        click.echo(content.decode(), nl=False)
        return
    write_new_file(out, content)
    say(_("Written: {file}").format(file=out))


@click.command(name="sheet")
@click.argument("number")
@click.argument("code", required=False)
@for_whom
@on_paper
@as_json
@with_desk
def sheet(
    desk: Desk, number: str, code: str | None, to: str | None, form: str | None, out: Path | None, *, as_json: bool
) -> None:
    """Print the presentation sheet of each case of a meeting, or of one, codes only."""
    meeting = MeetingId(number)
    sheets = presentation(desk, meeting, CaseCode(code) if code else None, _number(to))
    if as_json:
        print_json(sheets_answer(meeting, sheets, desk.as_of))
        return
    hand_out(sheets_on_paper(meeting, sheets), form, out)


@click.command(name="kit")
@click.argument("number")
@click.option("--only-family", is_flag=True, help=_("Only what the family takes home."))
@for_whom
@on_paper
@with_desk
def kit(desk: Desk, number: str, to: str | None, form: str | None, out: Path | None, *, only_family: bool) -> None:
    """Print the papers of a meeting: agenda, signatures, a page for decisions, what the family takes home."""
    meeting, whom = MeetingId(number), _number(to)
    paper = meeting_kit(desk, meeting, only_family=only_family) if whom is None else kit_for(desk, meeting, whom)
    hand_out(paper, form, out)


def _number(typed: str | None) -> ParticipantId | None:
    return ParticipantId(typed.strip().upper()) if typed else None


GOING_OUT = (calendar, sheet, kit)
