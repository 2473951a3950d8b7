"""`readers`: who reads a case file, saying why one needs to, and letting somebody else read it."""

from collections.abc import Iterable
from datetime import date

import click

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.who import code_if_known
from supervisor_tui.casework.names_typed import words_of_names
from supervisor_tui.casework.opening_files import (
    NotTheirsError,
    ReadersView,
    let_in,
    let_in_words,
    opened_lately,
    readers,
    say_why,
)
from supervisor_tui.cli.answers.of_readers import readers_answer, with_reason_answer
from supervisor_tui.cli.opening import as_json, with_desk
from supervisor_tui.cli.options import DAY_AHEAD
from supervisor_tui.cli.printing import print_json, print_lines, say
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.need_to_know import Because
from supervisor_tui.wording import _, ngettext

BECAUSE = click.Choice([one.value for one in Because])


@click.command(name="readers")
@click.argument("code", required=False)
@click.option("--because", type=BECAUSE, help=_("Why you need to read the file, or why somebody else does."))
@click.option("--words", default="", help=_("The reason in a few words; codes and roles, no names."))
@click.option("--let-in", "person", help=_("Somebody else who may read it, by code or short name."))
@click.option("--until", type=DAY_AHEAD, help=_("Until which day somebody else may read it; a day gone by ends it."))
@as_json
@with_desk
def readers_command(
    desk: Desk,
    code: str | None,
    because: str | None,
    words: str,
    person: str | None,
    until: date | None,
    *,
    as_json: bool,
) -> None:
    """Show who reads a case file, or say why you need to; without a code, which files others opened with a reason."""
    if code is None:
        _show_lately(desk, as_json=as_json)
        return
    case = CaseCode(code)
    if because is not None:
        _write(desk, case, (person, until), Because(because), words)
    elif person is not None or until is not None or words:
        raise click.UsageError(_("Say why as well: --because {reasons}.").format(reasons="|".join(BECAUSE.choices)))
    view = readers(desk, case)
    if as_json:
        print_json(readers_answer(view))
    else:
        print_lines(_lines(desk, view))


def _write(desk: Desk, case: CaseCode, whom: tuple[str | None, date | None], because: Because, words: str) -> None:
    person, until = whom
    names = words_of_names(desk, words)
    if names:
        raise click.UsageError(_("{words} looks like somebody's name. Write the code.").format(words=", ".join(names)))
    try:
        if person is None and until is None:
            say_why(desk, case, because, words)
        elif person is None or until is None:
            raise click.UsageError(_("Letting somebody else in takes both: --let-in and --until."))
        else:
            let_in(desk, case, PersonCode(code_if_known(desk, person)), until, because, words)
    except NotTheirsError as problem:
        raise click.UsageError(str(problem)) from problem
    say(_("Written down, and noted in the audit log."))


def _show_lately(desk: Desk, *, as_json: bool) -> None:
    found = [one.let_in for one in opened_lately(desk)]
    if as_json:
        print_json(with_reason_answer(found))
    else:
        print_lines(f"{one.case}  {let_in_words(desk, one)}" for one in found)
        if not found:
            say(_("Nobody else opened a file of your team in the last 30 days."))


def _lines(desk: Desk, view: ReadersView) -> Iterable[str]:
    nobody = _("nobody yet")
    yield _("{case}: carried by {who}").format(case=view.case, who=desk.short_name(view.carried_by) or nobody)
    if view.answers:
        yield _("answers for them: {who}").format(who=desk.short_name(view.answers))
    if view.let_in:
        yield _("May read it as well:")
        yield from (f"  {let_in_words(desk, one)}" for one in view.let_in)
    if view.before:
        yield _("Might read it before:")
        yield from (f"  {let_in_words(desk, one)}" for one in view.before)
    words = ngettext("Opened by {n} person in 30 days:", "Opened by {n} people in 30 days:", len(view.opened))
    yield words.format(n=len(view.opened))
    yield from (
        f"  {desk.short_name(one.person)}  {one.at.isoformat(sep=' ', timespec='minutes')}" for one in view.opened
    )
