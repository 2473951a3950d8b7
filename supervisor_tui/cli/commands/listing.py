"""`due`, `caseload` and `indicators`: the same lines as Today and Caseload, in the same order."""

from collections.abc import Iterable
from datetime import date

import click

from supervisor_tui.casework.caseload import CaseLine, caseload, filtered
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.due_list import DueLine, due_lines, lateness
from supervisor_tui.casework.indicators import indicators_of
from supervisor_tui.casework.keeping_current import bring_up_to_date, out_of_date
from supervisor_tui.casework.meetings.meetings_due import meetings_due
from supervisor_tui.casework.waiting_for_me import ForMe, waiting_for_me
from supervisor_tui.cli.answers.listing import (
    Indicator,
    IndicatorsAnswer,
    caseload_answer,
    figure_answer,
)
from supervisor_tui.cli.answers.of_due import due_answer
from supervisor_tui.cli.commands.meetings_checked import meeting_due_line
from supervisor_tui.cli.opening import as_json, with_desk
from supervisor_tui.cli.options import DAY
from supervisor_tui.cli.printing import print_json, print_lines, say
from supervisor_tui.domain.ids import PersonCode, ProgrammeId
from supervisor_tui.domain.records.steps import Step
from supervisor_tui.domain.status import Status
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.wording import _, ngettext

MOST_BROUGHT_UP_TO_DATE = 2000


@click.command()
@click.option("--until", type=DAY, help=_("Also what falls due until this day; a week ahead unless said."))
@click.option("--worker", help=_("Only one caseworker, by code or short name."))
@as_json
@with_desk
def due(desk: Desk, until: date | None, worker: str | None, *, as_json: bool) -> None:
    """List what is late, due and coming, the first line the one to act on."""
    with_rows_of_today(desk)
    carrier = None if worker is None else _carrier(desk, worker)
    lines = tuple(line for line in due_lines(desk, until) if carrier is None or line.row.worker == carrier)
    of_meetings = meetings_due(desk, until) if carrier is None else ()
    waiting = waiting_for_me(desk) if carrier is None else None
    if as_json:
        print_json(due_answer(lines, desk.host, desk.as_of, of_meetings, waiting))
    else:
        print_lines(due_line(desk, line) for line in lines)
        print_lines(_waiting_lines(waiting or ForMe()))
        print_lines(meeting_due_line(line) for line in of_meetings)


def _waiting_lines(waiting: ForMe) -> Iterable[str]:
    """Return what waits for the person who asks, what is to be signed first, as on Today."""
    asked = _("closing to sign, asked for {day}")
    yield from (_waiting_line(line, asked.format(day=line.summary.closing)) for line in waiting.closings)
    sign, go_on = _("hand-over to {agency} to sign"), _("hand-over to {agency}: {step}")
    for words, found in ((sign, waiting.to_sign), (go_on, waiting.hand_overs)):
        yield from (_waiting_line(one.line, words.format(agency=one.agency, step=one.step.label)) for one in found)


def _waiting_line(line: CaseLine, what: str) -> str:
    parts = (line.summary.risk_letter, line.summary.case, what, line.worker_name, _("for you"))
    return "  ".join(part for part in parts if part)


def _carrier(desk: Desk, typed: str) -> PersonCode:
    """Return who is meant; a code that carries nothing and that nobody has is a mistyped one, not an empty list."""
    for person in desk.store.people.all():
        if typed.casefold() in {person.code.casefold(), person.short_name.casefold()}:
            return person.code
    if any(summary.worker == typed for summary in desk.store.summaries.all()):
        return PersonCode(typed)
    message = _("Nobody here has the code {code}. List them with: supervisor-tui people list")
    raise click.UsageError(message.format(code=typed))


def with_rows_of_today(desk: Desk) -> None:
    """Bring the stored rows up to this day first, where that takes seconds; say so where it would take longer."""
    old = () if desk.asks_about_the_past else out_of_date(desk)
    if len(old) > MOST_BROUGHT_UP_TO_DATE:
        words = _("{n} cases were last worked out on another day. Open the application to bring them up to date.")
        say(words.format(n=len(old)))
    elif old:
        bring_up_to_date(desk, old)


def due_line(desk: Desk, line: DueLine) -> str:
    """Return a duty as one plain line."""
    what = line.row.item.unknown or line.row.item.title
    who = desk.short_name(line.row.worker) or _("nobody yet")
    advised = _("advised") if line.row.advisory else ""
    until = line.row.postponed_until
    put_off = _("put off until {day}").format(day=until.isoformat()) if until and until > desk.as_of else ""
    parts = (line.summary.risk_letter, line.row.case, what, who, lateness(line), advised, put_off)
    return "  ".join(part for part in parts if part)


@click.command(name="caseload")
@click.option("--filter", "typed", default="", help=_("Words, or field:start, as on the screen: risk:h amos late"))
@as_json
@with_desk
def caseload_command(desk: Desk, typed: str, *, as_json: bool) -> None:
    """List who carries what: a line a case."""
    with_rows_of_today(desk)
    lines = tuple(filtered(caseload(desk), typed))
    if as_json:
        print_json(caseload_answer(lines, desk.as_of))
    else:
        print_lines(_case_line(line) for line in lines)


def _case_line(line: CaseLine) -> str:
    summary = line.summary
    contact = (
        _("no contact recorded")
        if line.silent_days is None
        else ngettext("contact {n} day ago", "contact {n} days ago", line.silent_days).format(n=line.silent_days)
    )
    late = ngettext("{n} late", "{n} late", line.late).format(n=line.late) if line.late else ""
    parts = (
        summary.case,
        summary.risk_letter,
        Status(summary.status).label,
        Step(summary.step).label,
        line.worker_name or _("nobody yet"),
        contact,
        f"{summary.next_what} {summary.next_due.isoformat()}" if summary.next_due else "",
        late,
    )
    return "  ".join(part for part in parts if part)


@click.command()
@click.option("--programme", help=_("Only one programme, by its id."))
@click.option("--figure", default="", help=_("Only figures that say these words, each with the codes of its cases."))
@as_json
@with_desk
def indicators(desk: Desk, programme: str | None, figure: str, *, as_json: bool) -> None:
    """Print figures on the caseload, the product's own first; `--figure` also names the cases behind them."""
    with_rows_of_today(desk)
    if programme is not None and desk.store.programmes.get(programme) is None:
        message = _("There is no programme {programme}. List them with: supervisor-tui programme list")
        raise click.UsageError(message.format(programme=programme))
    groups = indicators_of(desk, ProgrammeId(programme) if programme else None)
    found = [(group.title, [figure_answer(one) for one in group.figures if _says(one, figure)]) for group in groups]
    if as_json:
        print_json(IndicatorsAnswer(desk.as_of, tuple(one for _title, figures in found for one in figures)))
        return
    if not any(figures for _title, figures in found):
        say(_("No figure says “{words}”.").format(words=figure))
    for title, figures in found:
        lines = [line for one in figures for line in _figure_lines(one, with_cases=bool(figure))]
        print_lines([title.upper(), *lines] if lines else ())


def _says(figure: Figure, words: str) -> bool:
    """Say whether a figure's words hold all that were typed, in any order."""
    return all(word in figure.title.casefold() for word in words.casefold().split())


def _figure_lines(figure: Indicator, *, with_cases: bool) -> Iterable[str]:
    value = f"{figure.value:6d}" if figure.value is not None else f"{'?':>6}"
    parts = (value, figure.title, figure.unit, figure.programme or "", figure.unknown or figure.question)
    yield "  ".join(part for part in parts if part)
    if with_cases:
        yield from (f"        {code}" for code in figure.cases)
