"""`settings`: the numbers and words that guidance leaves to the agency."""

import click

from supervisor_tui.casework.deciding import decide, declared_setting, expected, value_typed
from supervisor_tui.casework.desk import Desk
from supervisor_tui.cli.answers.of_the_agency import SettingAnswer, settings_answer
from supervisor_tui.cli.opening import as_json, with_desk
from supervisor_tui.cli.printing import print_json, print_lines, say
from supervisor_tui.domain.ids import ProgrammeId
from supervisor_tui.wording import _


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
    if one.decided_by is not None and one.decided_on is not None:
        words = _("{who}, {day}: {why}")
        where = words.format(who=one.decided_by, day=one.decided_on.isoformat(), why=one.reason)
    return "  ".join(part for part in (one.setting, value, one.title, one.programme or "", f"({where})") if part)


@settings.command(name="decide")
@click.argument("setting", metavar="SET.KEY")
@click.argument("value")
@click.option("--reason", required=True, help=_("Who agreed it, and where; it is printed beside the value."))
@click.option("--programme", help=_("For one programme alone, by its id."))
@with_desk
def decide_setting(desk: Desk, setting: str, value: str, reason: str, programme: str | None) -> None:
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
    decide(desk, set_id, declared.key, read, reason.strip(), ProgrammeId(programme) if programme else None)
    say(_("Decided: {setting} is {value}.").format(setting=setting, value=read))
