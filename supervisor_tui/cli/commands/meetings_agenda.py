"""`meeting agenda`: the agenda printed, and put right by hand."""

from collections.abc import Iterable

import click

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.agenda_by_hand import (
    AgendaProblemError,
    agenda_ready,
    change_taken_back,
    point_added,
    point_moved,
    point_struck,
    point_timed,
)
from supervisor_tui.casework.meetings.holding import ApprovedAlreadyError, seen
from supervisor_tui.casework.meetings.minutes import minutes
from supervisor_tui.casework.names_typed import words_of_names
from supervisor_tui.cli.answers.of_meetings import meeting_answer
from supervisor_tui.cli.days_held import held_in_words
from supervisor_tui.cli.opening import as_json, with_desk
from supervisor_tui.cli.printing import print_json, print_lines, say
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.agenda import time_in_words
from supervisor_tui.domain.meetings.meeting import AgendaLine, Meeting
from supervisor_tui.store.revised import Revised
from supervisor_tui.wording import _

__all__ = ["AGENDA"]


@click.command(name="agenda")
@click.argument("number")
@click.option("--move", nargs=2, type=int, metavar="FROM TO", help=_("Move a point to another place."))
@click.option(
    "--minutes", "timed", nargs=2, type=int, metavar="POINT N", help=_("How long a point may take; 0: blank.")
)
@click.option("--add", help=_("A point more, in codes and roles."))
@click.option("--case", "code", help=_("With --add: the case that it is about."))
@click.option("--strike", type=int, metavar="POINT", help=_("Take a point off."))
@click.option("--ready", is_flag=True, help=_("The agenda is ready since today; once more takes it back."))
@click.option("--undo", is_flag=True, help=_("Take back your last change of this agenda."))
@as_json
@with_desk
def agenda(
    desk: Desk,
    /,
    number: str,
    move: tuple[int, int] | None,
    timed: tuple[int, int] | None,
    add: str | None,
    code: str | None,
    strike: int | None,
    *,
    ready: bool,
    undo: bool,
    as_json: bool,
) -> None:
    """Print a meeting's agenda, codes only; or put it right by hand, one change at a time."""
    given = [one for one in (move, timed, add, strike, ready or None, undo or None) if one is not None]
    if len(given) > 1:
        raise click.UsageError(_("One change at a time: the places of the points change with each."))
    before = seen(desk, MeetingId(number))
    try:
        found = _changed(desk, before, move, timed, add, code, strike, ready=ready, undo=undo).value
    except (AgendaProblemError, ApprovedAlreadyError) as problem:
        raise click.UsageError(str(problem)) from problem
    if as_json:
        print_json(meeting_answer(found, minutes(desk, found.id)))
    else:
        print_lines(_lines(found))


def _changed(
    desk: Desk,
    before: Revised[Meeting],
    move: tuple[int, int] | None,
    timed: tuple[int, int] | None,
    add: str | None,
    code: str | None,
    strike: int | None,
    *,
    ready: bool,
    undo: bool,
) -> Revised[Meeting]:
    """Return the meeting with the one change that is asked for, or as it was."""
    if move is not None:
        return point_moved(desk, before, *move)
    if timed is not None:
        return point_timed(desk, before, timed[0], timed[1] or None)
    if add is not None:
        if named := words_of_names(desk, add):
            say(_("Is {words} somebody's name? Strike the point and write the code.").format(words=", ".join(named)))
        return point_added(desk, before, add, CaseCode(code) if code else None)
    if strike is not None:
        return point_struck(desk, before, strike)
    if undo:
        return change_taken_back(desk, before)
    return agenda_ready(desk, before) if ready else before


def _lines(meeting: Meeting) -> Iterable[str]:
    """Yield the meeting, its points with their places, and how long they take."""
    head = (
        meeting.id,
        meeting.starts.isoformat(timespec="minutes"),
        meeting.kind.label,
        meeting.state.label,
        *held_in_words(meeting),
    )
    yield "  ".join((*head, *meeting.cases))
    yield from (_point(place, line) for place, line in enumerate(meeting.agenda, 1))
    ready = _("ready since {day}").format(day=meeting.agenda_on.isoformat()) if meeting.agenda_on else ""
    time = time_in_words(meeting.agenda, meeting.planned_minutes)
    yield from [" · ".join(part for part in (time, ready) if part)] if time or ready else []


def _point(place: int, line: AgendaLine) -> str:
    length = _("({minutes} min)").format(minutes=line.minutes) if line.minutes else ""
    parts = (f"{place:3d}", line.by or "", line.case or "", line.text, length)
    return "  ".join(part for part in parts if part)


AGENDA = (agenda,)
