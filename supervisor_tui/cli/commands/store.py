"""`init`, `backup`, `restore`, `verify` and `export`: the store itself."""

from pathlib import Path

import click

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.exporting import everything_as_json
from supervisor_tui.cli.opening import Asked, with_desk
from supervisor_tui.cli.printing import print_json_text, print_lines, say
from supervisor_tui.domain.ids import PersonCode, is_code
from supervisor_tui.domain.people import Person, Role
from supervisor_tui.exchange.paper.paper_file import write_new_file
from supervisor_tui.store.audit import Act
from supervisor_tui.store.open_store import create_store, is_store, unlock_with_recovery_key
from supervisor_tui.store.open_store import restore as put_back
from supervisor_tui.wording import _

NOT_YET = _(
    "Not yet for real children: until its figures of trust are published, use it with invented cases or beside the"
    " system you have."
)


@click.command()
@click.option("--identities", type=click.Path(path_type=Path, file_okay=False), help=_("Another disk for the names."))
@click.option("--code", help=_("Your code, such as S-01."))
@click.option("--name", "short_name", help=_("Your short name, as the agency calls you."))
@click.option(
    "--role",
    "roles",
    multiple=True,
    type=click.Choice([role.value for role in Role]),
    default=(Role.SUPERVISOR.value,),
    show_default=True,
    help=_("What you do there."),
)
@click.pass_obj
def init(
    asked: Asked, identities: Path | None, code: str | None, short_name: str | None, roles: tuple[str, ...]
) -> None:
    """Make a store, with you as its first person; prints the recovery key once.

    Programmes and people come next: supervisor-tui programme add, supervisor-tui people add.
    """
    if is_store(asked.folder):
        raise click.UsageError(_("A store is there already: {folder}").format(folder=asked.folder))
    code = (code or str(click.prompt(_("Your code, such as S-01"), err=True, type=str))).strip().upper()
    if not is_code(code):
        message = _("{code} cannot be a code. Use capital letters, digits and hyphens, such as S-01.")
        raise click.UsageError(message.format(code=code))
    short_name = " ".join((asked.who() if short_name is None else short_name).split())
    if not short_name:
        raise click.UsageError(_("A short name is needed, as the agency calls you."))
    person = Person(PersonCode(code), short_name, tuple(Role(role) for role in roles))
    store, recovery_key = create_store(asked.folder, identities, person, asked.new_passphrase())
    store.close()
    if identities is None:
        say(_("The names lie in the same folder as the cases. Another disk is safer: --identities FOLDER"))
    say(NOT_YET)
    say(_("Write this recovery key down and keep it locked away. It opens the store when a passphrase is lost:"))
    print_lines([recovery_key])


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@with_desk
def backup(desk: Desk, folder: Path) -> None:
    """Write a backup below FOLDER, open it again and compare it."""
    made = desk.store.backup(folder)
    print_lines([str(made.folder)])


@click.command()
@click.argument("backup_folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option("--identities", type=click.Path(path_type=Path, file_okay=False), help=_("Where the names go."))
@click.pass_obj
def restore(asked: Asked, backup_folder: Path, identities: Path | None) -> None:
    """Put a backup back; the files that were there are set aside, not deleted."""
    store, aside = put_back(backup_folder, asked.folder, asked.who(), asked.passphrase(), identities_folder=identities)
    store.close()
    if aside is not None:
        say(_("The files that were there are in {folder}.").format(folder=aside))
    print_lines([str(asked.folder)])


@click.command()
@click.option("--code", required=True, help=_("Your code, such as W-21."))
@click.pass_obj
def recover(asked: Asked, code: str) -> None:
    """Open the store with the printed recovery key, and give yourself a new passphrase; the audit log says so."""
    store = unlock_with_recovery_key(asked.folder, asked.recovery_key(), PersonCode(code))
    try:
        person = store.people.get(code)
        if person is None:
            message = _("Nobody here has the code {code}.")
            raise click.UsageError(message.format(code=code))
        if store.has_key(person):
            store.take_key(person)
        store.give_key(person, asked.new_passphrase(), identities=True)
    finally:
        store.close()
    say(_("You have a new passphrase. The recovery key still opens the store; keep it locked away."))


@click.command()
@click.pass_context
def verify(context: click.Context) -> None:
    """Check that the store is whole: every page, every document, the audit log. Exit 1 if it is not."""
    desk = context.obj.desk()
    found = desk.store.verify()
    print_lines(found)
    if found:
        context.exit(1)
    say(_("The store is whole."))


@click.command()
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help=_("A file instead of the terminal."))
@with_desk
def export(desk: Desk, out: Path | None) -> None:
    """Write every case file and meeting as one JSON document, codes only."""
    text = everything_as_json(desk)
    desk.store.audit.note(desk.person.code, Act.EXPORTED)
    if out is None:
        print_json_text(text)
    else:
        write_new_file(out, text)
