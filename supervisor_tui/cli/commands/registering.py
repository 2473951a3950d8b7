"""`register`: a new case."""

from datetime import date

import click

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.intake import next_code, open_case
from supervisor_tui.casework.recording import Draft, check
from supervisor_tui.cli.commands.recording import say_warnings
from supervisor_tui.cli.field_values import fields_given
from supervisor_tui.cli.opening import with_desk
from supervisor_tui.cli.options import DAY
from supervisor_tui.cli.printing import print_lines
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.guidance.forms import FieldProblem, filled_in
from supervisor_tui.wording import _


@click.command()
@click.argument("values", nargs=-1, metavar="[FIELD=VALUE]...")
@click.option("--code", help=_("The case's code; the next free one unless said."))
@click.option("--programme", help=_("The programme, by its id; needless where there is one only."))
@click.option("--worker", help=_("The caseworker who takes it, by code; nobody yet unless said."))
@click.option("--on", type=DAY, help=_("The day of registration; today unless said."))
@with_desk
def register(
    desk: Desk, values: tuple[str, ...], code: str | None, programme: str | None, worker: str | None, on: date | None
) -> None:
    """Register a new case and print its code. No name, address or phone number belongs here.

    For example: supervisor-tui register sex=female age_years=12 urgent=no --programme north --worker W-04
    """
    fields = fields_given(values)
    programmes = desk.store.programmes.all()
    only = programmes[0].id if len(programmes) == 1 else None
    if chosen := programme or only:
        fields["programme"] = chosen
    if on is None:
        fields.setdefault("at", desk.clock().replace(second=0, microsecond=0).isoformat())
    if worker is not None and desk.store.people.get(worker) is None:
        message = _("Nobody here has the code {code}. List them with: supervisor-tui people list")
        raise click.UsageError(message.format(code=worker))
    body = filled_in(Registration, fields)
    if isinstance(body, FieldProblem):
        problem = _("field {field}: {problem}").format(field=body.field or "?", problem=body.message)
        raise click.UsageError(problem)
    assert isinstance(body, Registration)
    day, given = on or desk.clock().date(), CaseCode(code or next_code(desk))
    if not desk.store.records.has(given):
        say_warnings(check(desk, given, Draft(body, day)))
    print_lines([open_case(desk, given, body, day, PersonCode(worker) if worker else None)])
