"""`closings`: the caseload as it stands towards closing, and what comes after it."""

from collections.abc import Callable, Iterable

import click

from supervisor_tui.casework.closing_place import Place
from supervisor_tui.casework.closings import ClosingLine, Closings, by_turn, closings, reason_words
from supervisor_tui.casework.desk import Desk
from supervisor_tui.cli.answers.of_closings import closings_answer
from supervisor_tui.cli.commands.listing import with_rows_of_today
from supervisor_tui.cli.opening import as_json, with_desk
from supervisor_tui.cli.printing import print_json, print_lines
from supervisor_tui.domain.answers import Result
from supervisor_tui.store.rows import SetVerdict
from supervisor_tui.wording import _, ngettext


@click.command(name="closings")
@as_json
@with_desk
def closings_command(desk: Desk, *, as_json: bool) -> None:
    """List who is ready to close, who nearly, whom the others wait for, and what is due after closing."""
    with_rows_of_today(desk)
    view = closings(desk)
    if as_json:
        print_json(closings_answer(view))
    else:
        print_lines(_lines(desk, view))


def _lines(desk: Desk, view: Closings) -> Iterable[str]:
    yield from _group(desk, Place.READY.label, view.ready)
    yield from _group(desk, Place.ONE_AWAY.label, view.one_away)
    for _key, title, lines in by_turn(view.waiting):
        yield from _group(desk, _("Asked for: {turn}").format(turn=title), lines)
    yield from _group(desk, Place.MOVING.label, view.moving)
    yield from _group(desk, Place.VISIT.label, view.visit)
    who = ", ".join(desk.short_name(person.code) for person in view.deciders)
    decided = _("Kept until a day that has come; to be decided by {who}").format(who=who)
    yield from _group(desk, decided, view.to_decide, _kept_until)
    yield from _group(desk, Place.HELD.label, view.held, _kept_until)
    yield ngettext("{n} open case not near closing", "{n} open cases not near closing", view.far).format(n=view.far)
    yield ngettext("{n} closed case", "{n} closed cases", view.closed).format(n=view.closed)


def _group(
    desk: Desk, title: str, lines: Iterable[ClosingLine], when: Callable[[ClosingLine], str] | None = None
) -> Iterable[str]:
    held = list(lines)
    if held:
        yield f"{title.upper()}  {len(held)}"
        yield from (_line(desk, line, (when or _day)(line)) for line in held)


def _line(desk: Desk, line: ClosingLine, when: str) -> str:
    row = line.row
    parts = (
        f"  {row.case}",
        row.risk_letter,
        line.what,
        line.waits_on or line.worker_name,
        when,
        *(_verdict(desk, one) for one in row.verdicts),
    )
    return "  ".join(part for part in parts if part)


def _day(line: ClosingLine) -> str:
    row = line.row
    if row.closed_on is None:
        return f"{reason_words(row)} {row.asked_on.isoformat()}" if row.asked_on else ""
    if row.after_due is not None:
        return _("due {day}").format(day=row.after_due.isoformat())
    return _("no day set")


def _kept_until(line: ClosingLine) -> str:
    until = line.row.kept_until
    return _("kept until {day}").format(day=until.isoformat()) if until else ""


_LETTERS = {Result.PASS: "v", Result.FAIL: "x", Result.UNKNOWN: "?", Result.NA: "-"}


def _verdict(desk: Desk, one: SetVerdict) -> str:
    guidance = desk.host.set(one.set)
    count = f" {one.in_the_way}" if one.in_the_way else ""
    return f"({guidance.short_title if guidance else one.set}: {_LETTERS[Result(one.verdict)]}{count})"
