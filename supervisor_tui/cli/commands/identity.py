"""`identity` and `audit`: who a code stands for, and who asked."""

import click
import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.identity import who_is, write_down
from supervisor_tui.cli.answers.of_the_log import audit_answer
from supervisor_tui.cli.opening import as_json, with_desk
from supervisor_tui.cli.printing import print_json, print_lines
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.wording import _


@click.command()
@click.argument("code")
@click.option("--name", "names", multiple=True, help=_("The child's name; again for another one."))
@click.option("--relative", "relatives", multiple=True, help=_("The name of somebody close to the child."))
@click.option("--address", help=_("Where the child can be found."))
@click.option("--contact", "contacts", multiple=True, help=_("How the child can be reached."))
@with_desk
def identity(
    desk: Desk,
    code: str,
    names: tuple[str, ...],
    relatives: tuple[str, ...],
    address: str | None,
    contacts: tuple[str, ...],
) -> None:
    """Show who a case is about, or write it down. It is kept in the identities file, and the audit log says so."""
    before = who_is(desk, CaseCode(code))
    if names or relatives or address is not None or contacts:
        before = write_down(
            desk,
            before,
            names=names or before.names,
            relatives=relatives or before.relatives,
            address=before.address if address is None else address,
            contacts=contacts or before.contacts,
        )
    print_lines(f"{_('name')}  {name}" for name in before.names)
    print_lines(f"{_('close to the child')}  {name}" for name in before.relatives)
    print_lines([f"{_('address')}  {before.address}"] if before.address else [])
    print_lines(f"{_('contact')}  {contact}" for contact in before.contacts)
    if before == msgspec.structs.replace(before, names=(), relatives=(), address="", contacts=()):
        print_lines([_("Nobody has written down who this is.")])


@click.command()
@click.option("--case", "code", help=_("Only what was done in one case."))
@click.option(
    "--most",
    type=click.IntRange(1, 1_000_000),
    default=200,
    show_default=True,
    help=_("How many entries, the newest first."),
)
@as_json
@with_desk
def audit(desk: Desk, code: str | None, most: int, *, as_json: bool) -> None:
    """Print who saw or changed what and when, the newest first; no names stand in it."""
    answer = audit_answer(desk.store.audit.entries(CaseCode(code) if code else None, most))
    if as_json:
        print_json(answer)
        return
    print_lines(
        f"{entry.at.isoformat()}  {entry.by}  {entry.act}  {entry.case}  {entry.record}" for entry in answer.entries
    )
