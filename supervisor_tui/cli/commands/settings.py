"""`settings`: the numbers and words that guidance leaves to the agency."""

from datetime import date

import click

from supervisor_tui.casework.days_as_typed import NotADayError
from supervisor_tui.casework.deciding import Agreed, decide, declared_setting, expected, value_typed
from supervisor_tui.casework.deciding import agreed_on as day_agreed
from supervisor_tui.casework.desk import Desk
from supervisor_tui.cli.answers.of_the_agency import SettingAnswer, settings_answer
from supervisor_tui.cli.opening import as_json, with_desk
from supervisor_tui.cli.options import Day
from supervisor_tui.cli.printing import print_json, print_lines, say
from supervisor_tui.domain.ids import ProgrammeId
from supervisor_tui.wording import _, ngettext


@click.group()
def settings() -> None:
    """List what the agency decides, and decide it."""


@settings.command(name="list")
@as_json
@with_desk
def list_settings(desk: Desk, *, as_json: bool) -> None:
    """List the settings; what nobody decided stands first."""
    answer = settings_answer(desk)
    if as_json:
        print_json(answer)
    else:
        print_lines(_line(one) for one in sorted(answer.settings, key=lambda one: one.value is not None))


def _line(one: SettingAnswer) -> str:
    value = _("not decided") if one.value is None else f"{one.value} {one.unit}".strip()
    where = one.source
    if one.agreed_by is not None and one.agreed_on is not None:
        words = _("agreed by {who}, {day}: {why}")
        where = words.format(who=one.agreed_by, day=one.agreed_on.isoformat(), why=one.reason)
    parts = (one.setting, value, one.title, one.programme or "", f"({where})", _waiting(one))
    return "  ".join(part for part in parts if part)


def _waiting(one: SettingAnswer) -> str:
    """Say what waits for the number, where anything does."""
    if not one.waits_for_it:
        return ""
    of = ngettext("{n} case waits", "{n} cases wait", one.cases_waiting).format(n=one.cases_waiting)
    return ": ".join((of if one.cases_waiting else _("waiting"), ", ".join(one.waits_for_it)))


@settings.command(name="decide")
@click.argument("setting", metavar="SET.KEY")
@click.argument("value")
@click.option("--reason", required=True, help=_("Why; it is printed beside the value."))
@click.option("--agreed-by", default="", help=_("A person, a board, or the agencies that agreed it; you if left out."))
@click.option("--agreed-on", type=Day(), help=_("The day on which it was agreed; today if left out."))
@click.option("--programme", help=_("For one programme alone, by its id."))
@with_desk
def decide_setting(
    desk: Desk, setting: str, value: str, reason: str, agreed_by: str, agreed_on: date | None, programme: str | None
) -> None:
    """Write down the agency's own value; earlier decisions stay readable."""
    found = declared_setting(desk, setting)
    if found is None:
        message = _("There is no setting {setting}. List them with: supervisor-tui settings list")
        raise click.UsageError(message.format(setting=setting))
    if programme is not None and desk.store.programmes.get(programme) is None:
        message = _("There is no programme {programme}. List them with: supervisor-tui programme list")
        raise click.UsageError(message.format(programme=programme))
    if not reason.strip():
        raise click.UsageError(_("A reason is needed: it is printed beside the value."))
    set_id, declared = found
    read = value_typed(declared, value)
    if read is None:
        raise click.UsageError(f"{setting}: {expected(declared)}")
    agreed = Agreed(reason.strip(), agreed_by.strip(), _past(desk, agreed_on))
    decide(desk, set_id, declared.key, read, agreed, ProgrammeId(programme) if programme else None)
    say(_("Decided: {setting} is {value}.").format(setting=setting, value=read))


def _past(desk: Desk, day: date | None) -> date | None:
    try:
        return day_agreed(desk, day.isoformat() if day else "")
    except NotADayError as problem:
        raise click.UsageError(str(problem)) from problem
