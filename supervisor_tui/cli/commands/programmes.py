"""`programme`: the programmes of the agency, their context, and the guidance in force in each."""

from datetime import date

import click

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.programmes import new_programme, said_of
from supervisor_tui.cli.answers.of_the_agency import ProgrammeAnswer, programmes_answer
from supervisor_tui.cli.opening import as_json, with_desk
from supervisor_tui.cli.options import DAY
from supervisor_tui.cli.printing import print_json, print_lines
from supervisor_tui.domain.ids import SetId
from supervisor_tui.domain.programme import Context, Standing
from supervisor_tui.wording import _

CONTEXT = click.Choice([context.value for context in Context])
SINCE = click.option("--since", type=DAY, help=_("From which day on; today unless said."))
DECIDES = click.option("--decides", multiple=True, metavar="SET", help=_("A set that decides here."))
INFORMS = click.option("--informs", multiple=True, metavar="SET", help=_("A set that only informs."))
REASON = click.option("--reason", default="", help=_("Why: who agreed it, and where."))


@click.group()
def programme() -> None:
    """List, add and change programmes."""


@programme.command(name="list")
@as_json
@with_desk
def list_programmes(desk: Desk, *, as_json: bool) -> None:
    """List the programmes with what holds in each."""
    answer = programmes_answer(desk)
    if as_json:
        print_json(answer)
    else:
        print_lines(_line(one) for one in answer.programmes)


def _line(one: ProgrammeAnswer) -> str:
    context = Context(one.context).label if one.context else _("context not set")
    held = (f"{set_id} {Standing(standing).label}" for set_id, standing in one.in_force.items())
    return "  ".join((one.programme, one.title, context, *held))


@programme.command(name="add")
@click.argument("title")
@click.option(
    "--context", type=CONTEXT, default=Context.DEVELOPMENT.value, show_default=True, help=_("Which time frames hold.")
)
@SINCE
@DECIDES
@INFORMS
@REASON
@with_desk
def add_programme(
    desk: Desk,
    title: str,
    context: str,
    since: date | None,
    decides: tuple[str, ...],
    informs: tuple[str, ...],
    reason: str,
) -> None:
    """Add a programme, and print its id.

    For example: supervisor-tui programme add North --decides iag_core --reason "board of 20 Nov"
    """
    empty = new_programme(" ".join(title.split()))
    if not empty.title:
        raise click.UsageError(_("A programme needs a name."))
    if desk.store.programmes.get(empty.id) is not None:
        raise click.UsageError(_("There is a programme {programme} already.").format(programme=empty.id))
    standings = _standings(desk, decides, informs, ())
    day = since or desk.clock().date()
    desk.store.programmes.add(said_of(empty, day, Context(context), standings, reason), desk.person.code)
    print_lines([empty.id])


@programme.command(name="change")
@click.argument("programme_id", metavar="PROGRAMME")
@click.option("--context", type=CONTEXT, help=_("Which time frames hold."))
@SINCE
@DECIDES
@INFORMS
@click.option("--off", multiple=True, metavar="SET", help=_("A set that is no longer in force."))
@REASON
@with_desk
def change_programme(
    desk: Desk,
    programme_id: str,
    context: str | None,
    since: date | None,
    decides: tuple[str, ...],
    informs: tuple[str, ...],
    off: tuple[str, ...],
    reason: str,
) -> None:
    """Say what holds in a programme from a day on; earlier words stay readable, what is not named stays."""
    seen = desk.store.programmes.seen(programme_id)
    if seen is None:
        message = _("There is no programme {programme}. List them with: supervisor-tui programme list")
        raise click.UsageError(message.format(programme=programme_id))
    standings = _standings(desk, decides, informs, off)
    if standings and not reason.strip():
        raise click.UsageError(_("A reason is needed: --reason. It is shown beside the guidance."))
    day = since or desk.clock().date()
    after = said_of(seen.value, day, Context(context) if context else None, standings, reason.strip())
    desk.store.programmes.replace(seen, after, desk.person.code)
    print_lines(_line(one) for one in programmes_answer(desk).programmes if one.programme == programme_id)


def _standings(
    desk: Desk, decides: tuple[str, ...], informs: tuple[str, ...], off: tuple[str, ...]
) -> dict[SetId, Standing]:
    said = [(one, Standing.DECIDES) for one in decides]
    said += [(one, Standing.INFORMS) for one in informs]
    said += [(one, Standing.OFF) for one in off]
    for set_id, standing in said:
        if standing is not Standing.OFF and desk.host.set(SetId(set_id)) is None:
            message = _("There is no guidance set {set}. List them with: supervisor-tui plugins")
            raise click.UsageError(message.format(set=set_id))
    if len({set_id for set_id, _standing in said}) < len(said):
        raise click.UsageError(_("A set can be named once only: it decides, informs, or is off."))
    return {SetId(set_id): standing for set_id, standing in said}
