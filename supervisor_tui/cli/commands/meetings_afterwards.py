"""`meeting approve|correct|copies|copy|sent|minutes-in|template`: what is done with minutes after a meeting."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.approving import approve
from supervisor_tui.casework.meetings.copies import (
    CopyLine,
    copies_of,
    copy_on_paper,
    note_not_sent,
    note_sent,
    noted_in_words,
)
from supervisor_tui.casework.meetings.corrected_as_typed import WrongFieldError, as_corrected
from supervisor_tui.casework.meetings.correcting import correct
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.minutes import minutes
from supervisor_tui.casework.meetings.minutes_out import minutes_on_paper
from supervisor_tui.casework.meetings.reading_in import WhatCame, read_in
from supervisor_tui.casework.names_typed import findings_on_names
from supervisor_tui.cli.answers.of_copies import copies_answer
from supervisor_tui.cli.commands.recording import say_warnings
from supervisor_tui.cli.days_held import say_day_held
from supervisor_tui.cli.opening import as_json, with_desk
from supervisor_tui.cli.options import DAY
from supervisor_tui.cli.papers import hand_out, on_paper
from supervisor_tui.cli.printing import print_json, print_lines, say
from supervisor_tui.domain.ids import MeetingId, ParticipantId
from supervisor_tui.domain.meetings.corrections import differing
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine, WhatWasSaid
from supervisor_tui.exchange.minutes.attributes import label_of
from supervisor_tui.wording import _, ngettext

__all__ = ["AFTERWARDS"]


only_decisions = click.option(
    "--decisions",
    "only_decisions",
    is_flag=True,
    help=_("Decisions and actions alone, which go round before the minutes."),
)


@click.command(name="approve")
@click.argument("number")
@with_desk
def approve_command(desk: Desk, number: str) -> None:
    """Approve the minutes of a meeting that is over, as its chair; afterwards they are corrected, never rewritten."""
    approved = approve(desk, MeetingId(number)).value
    words = _("{number}: minutes approved by {who}")
    print_lines([words.format(number=approved.id, who=approved.approved_by)])


@click.command(name="correct")
@click.argument("number")
@click.argument("line")
@click.argument("words", nargs=-1)
@click.option("--who", "owner", help=_("Who is to do it, dissents or leads, as it is to read."))
@click.option("--until", "due_on", help=_("Until when, as it is to read: 2026-11-30, wed, +3d."))
@click.option("--need", help=_("The need, as it is to read."))
@click.option("--reason", help=_("The reason given in the meeting, as it is to read."))
@click.option("--outcome", help=_("What the decision means for the case, as it is to read."))
@click.option("--for", "effects_for", help=_("What speaks for an option, as it is to read."))
@click.option("--against", "effects_against", help=_("What speaks against an option, as it is to read."))
@click.option("--best", "best_interests", help=_("Whether it is best for the child, as it is to read."))
@click.option("--view", help=_("Whether a view was given, as it is to read."))
@click.option("--on", help=_("The day of a view or a next date, as it is to read."))
@click.option("--because", required=True, help=_("Why the line was wrong."))
@with_desk
def correct_command(
    desk: Desk, /, number: str, line: str, words: tuple[str, ...], because: str, **changed: str | None
) -> None:
    """Correct a line of approved minutes; LINE is its place in them, from 1, or its id. "" takes a field out.

    Without WORDS the words stay, and what is given beside them is corrected.
    """
    wrong = _line_meant(minutes(desk, MeetingId(number)), line)
    typed = {name: value for name, value in changed.items() if value is not None}
    try:
        reads = as_corrected(desk, wrong, typed | ({"text": " ".join(words)} if words else {}))
    except WrongFieldError as error:
        raise click.UsageError(f"{label_of(error.field)}: {error}") from error
    said = WhatWasSaid(kind=LineKind.NOTE, text=" ".join((*words, *typed.values())), reason=because)
    say_warnings(findings_on_names(desk, said))
    corrected = correct(desk, MeetingId(number), reads, because)
    say_warnings(corrected.findings)
    one = corrected.line
    print_lines(["  ".join((str(one.correction), one.id, *(_reads(one, name) for name in differing(wrong, one))))])


def _line_meant(standing: tuple[MinutesLine, ...], line: str) -> MinutesLine:
    place = int(line) if line.isdecimal() and len(line) <= len(str(len(standing))) else 0
    for number, one in enumerate(standing, 1):
        if place == number or one.id == line:
            return one
    words = _("No line {line} stands in the minutes. They have {n}, counted from 1.")
    raise click.UsageError(words.format(line=line, n=len(standing)))


def _reads(line: MinutesLine, name: str) -> str:
    return line.text if name == "text" else f"{label_of(name)}: {getattr(line, name) or _('taken out')}"


@click.command(name="copies")
@click.argument("number")
@as_json
@with_desk
def copies(desk: Desk, number: str, *, as_json: bool) -> None:
    """List who gets which copy of the minutes and why, and what was sent already."""
    found = copies_of(desk, MeetingId(number))
    if as_json:
        print_json(copies_answer(MeetingId(number), found))
    else:
        print_lines(_copy_line(one) for one in found)


def _copy_line(one: CopyLine) -> str:
    parts = (one.participant.label, one.participant.role.label, one.participant.agency)
    who = " ".join(part for part in parts if part)
    kind = one.kind.label if one.kind else _("no copy")
    sent = ", ".join(noted_in_words(copy, copy.sent_on.isoformat()) for copy in one.sent)
    return "  ".join(part for part in (one.participant.id, who, kind, one.why, sent) if part)


@click.command(name="copy")
@click.argument("number")
@click.option("--to", required=True, help=_("The participant's number, as `meeting copies` lists it."))
@only_decisions
@on_paper
@with_desk
def copy(desk: Desk, number: str, to: str, form: str | None, out: Path | None, *, only_decisions: bool) -> None:
    """Print somebody's copy of the minutes, or write it into a file: codes only."""
    hand_out(copy_on_paper(desk, MeetingId(number), ParticipantId(to), only_decisions=only_decisions), form, out)


@click.command(name="sent")
@click.argument("number")
@click.option("--to", required=True, help=_("The participant's number, as `meeting copies` lists it."))
@click.option("--on", type=DAY, help=_("The day; today unless said."))
@click.option("--not-because", help=_("It is not sent, and why."))
@only_decisions
@with_desk
def sent(desk: Desk, number: str, to: str, on: date | None, not_because: str | None, *, only_decisions: bool) -> None:
    """Note that somebody's copy of the minutes was sent, or why it is not."""
    meeting, whose = MeetingId(number), ParticipantId(to)
    if not_because is None:
        noted = note_sent(desk, meeting, whose, on, only_decisions=only_decisions)
    else:
        noted = note_not_sent(desk, meeting, whose, not_because)
    print_lines([f"{noted.to}  {noted.kind.label}  {noted_in_words(noted, noted.sent_on.isoformat())}"])


@click.command(name="template")
@click.argument("number")
@on_paper
@with_desk
def template(desk: Desk, number: str, form: str | None, out: Path | None) -> None:
    """Print the minutes with every heading, to be typed in an editor and read back with minutes-in."""
    hand_out(minutes_on_paper(desk, MeetingId(number)), form, out)


@click.command(name="minutes-in")
@click.argument("number")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--dry-run", is_flag=True, help=_("Say what would be written, and write nothing."))
@with_desk
def minutes_in(desk: Desk, number: str, file: Path, *, dry_run: bool) -> None:
    """Read minutes that were typed in an editor; only what is new is added, and nothing where a line is wrong."""
    try:
        markdown = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.UsageError(_("{file} is no text in UTF-8. Save it as UTF-8.").format(file=file)) from error
    before = seen(desk, MeetingId(number)).value
    found = read_in(desk, before.id, markdown, dry_run=dry_run)
    if found.problems:
        for problem in found.problems:
            say(f"{file}, {problem}")
        click.get_current_context().exit(1 if dry_run else 2)
    say_day_held(before, seen(desk, before.id).value)
    for line in found.added:
        say_warnings(findings_on_names(desk, line))
    for change in found.changes:
        say_warnings(findings_on_names(desk, WhatWasSaid(kind=LineKind.NOTE, text=change.reads)))
    print_lines(_what_came(found, dry_run=dry_run))


def _what_came(found: WhatCame, *, dry_run: bool) -> Iterator[str]:
    added = len(found.added)
    words = ngettext("{n} line added", "{n} lines added", added)
    if dry_run:
        words = ngettext("{n} line would be added", "{n} lines would be added", added)
    yield words.format(n=added)
    yield _("{n} were here already").format(n=found.known)
    for change in found.changes:
        was = _("{what}: {was} → {reads}") if change.was else _("{what}: {reads}")
        yield was.format(what=change.what, was=change.was, reads=change.reads)
    if found.lacking:
        yield _("{n} stand here and not in the file; they stay").format(n=len(found.lacking))
    for one in found.left_out:
        yield _("{what}: stands here and not in the file; it stays").format(what=one)


AFTERWARDS = (approve_command, correct_command, copies, copy, sent, template, minutes_in)
