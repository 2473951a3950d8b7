"""`people` and `key`: who works here, and who can open the store."""

from pathlib import Path

import click
import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.people import person_problem, save_person
from supervisor_tui.cli.answers.of_the_agency import people_answer
from supervisor_tui.cli.opening import another_passphrase, as_json, with_desk
from supervisor_tui.cli.printing import print_json, print_lines, say
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.people import Person, Role
from supervisor_tui.store.revised import Revised
from supervisor_tui.wording import _

ROLE = click.Choice([role.value for role in Role])


@click.group()
def people() -> None:
    """List, add and change the people of the agency."""


@people.command(name="list")
@as_json
@with_desk
def list_people(desk: Desk, *, as_json: bool) -> None:
    """List who works here, and who left."""
    if as_json:
        print_json(people_answer(desk))
        return
    for one in desk.store.people.all():
        parts = (
            one.code,
            one.short_name,
            ", ".join(role.label for role in one.roles),
            _("supervisor: {code}").format(code=one.supervisor) if one.supervisor else "",
            _("has a key") if desk.store.has_key(one) else "",
            "" if one.active else _("left"),
        )
        print_lines(["  ".join(part for part in parts if part)])


@people.command(name="add")
@click.argument("code")
@click.option("--name", "short_name", required=True, help=_("What the agency calls them; it stands on screens only."))
@click.option(
    "--role",
    "roles",
    multiple=True,
    type=ROLE,
    default=(Role.CASEWORKER.value,),
    show_default=True,
    help=_("What they do here; can be given more than once."),
)
@click.option("--supervisor", help=_("The code of who answers for them; you, if you are a supervisor."))
@with_desk
def add_person(desk: Desk, code: str, short_name: str, roles: tuple[str, ...], supervisor: str | None) -> None:
    """Add somebody. Who works on paper needs no key.

    For example: supervisor-tui people add W-04 --name Amos
    """
    mine = desk.person.code if Role.SUPERVISOR in desk.person.roles else None
    answers_for = PersonCode(supervisor) if supervisor else mine
    _save(desk, None, Person(PersonCode(code), _one_line(short_name), tuple(map(Role, roles)), answers_for))


@people.command(name="change")
@click.argument("code")
@click.option("--name", "short_name", help=_("What the agency calls them."))
@click.option("--role", "roles", multiple=True, type=ROLE, help=_("What they do here; all of it."))
@click.option("--supervisor", help=_("The code of who answers for them."))
@click.option(
    "--left/--works-here", "left", default=None, help=_("Whether they left; their cases stay to be given on.")
)
@with_desk
def change_person(
    desk: Desk,
    code: str,
    short_name: str | None,
    roles: tuple[str, ...],
    supervisor: str | None,
    *,
    left: bool | None,
) -> None:
    """Change what is said of somebody; what is not named stays."""
    seen = desk.store.people.seen(code)
    if seen is None:
        raise click.UsageError(_nobody(code))
    before = seen.value
    after = msgspec.structs.replace(
        before,
        short_name=before.short_name if short_name is None else _one_line(short_name),
        roles=tuple(map(Role, roles)) or before.roles,
        supervisor=PersonCode(supervisor) if supervisor else before.supervisor,
        active=before.active if left is None else not left,
    )
    _save(desk, seen, after)


@click.group()
def key() -> None:
    """Give and take keys to the store. Each person has their own passphrase."""


@key.command(name="give")
@click.argument("code")
@click.option("--names/--no-names", default=False, help=_("Whether they may open the file with the names."))
@click.option(
    "--their-passphrase-file",
    "file",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help=_("A file that holds their passphrase; otherwise they type it."),
)
@with_desk
def give_key(desk: Desk, code: str, file: Path | None, *, names: bool) -> None:
    """Give somebody a key of their own; they type a passphrase that nobody else needs to know."""
    person = _known(desk, code)
    if desk.store.has_key(person):
        raise click.UsageError(_("{code} has a key already.").format(code=code))
    desk.store.give_key(person, another_passphrase(code, file), identities=names)
    say(_("{code} has a key.").format(code=code))


@key.command(name="take")
@click.argument("code")
@with_desk
def take_key(desk: Desk, code: str) -> None:
    """Take somebody's key away. Copies of the store that they made before stay open to them."""
    person = _known(desk, code)
    if person.code == desk.person.code:
        raise click.UsageError(_("This is your own key. Somebody else has to take it."))
    if not desk.store.has_key(person):
        raise click.UsageError(_("{code} has no key.").format(code=code))
    desk.store.take_key(person)
    say(_("{code} has no key any more.").format(code=code))


def _save(desk: Desk, seen: Revised[Person] | None, after: Person) -> None:
    problem = person_problem(desk, seen.value if seen else None, after)
    if problem is not None:
        raise click.UsageError(problem.message)
    save_person(desk, seen, after)
    print_lines([after.code])


def _known(desk: Desk, code: str) -> Person:
    person = desk.store.people.get(code)
    if person is None:
        raise click.UsageError(_nobody(code))
    return person


def _nobody(code: str) -> str:
    return _("Nobody here has the code {code}. List them with: supervisor-tui people list").format(code=code)


def _one_line(typed: str) -> str:
    return " ".join(typed.split())
