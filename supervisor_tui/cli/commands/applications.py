"""Opening the application: on the agency's own store, or on the demo agency in a store thrown away afterwards."""

import click

from supervisor_tui.cli.opening import Asked
from supervisor_tui.wording import _


def open_application(asked: Asked) -> int:
    """Open the application, which asks for the passphrase unless it was given, and return its exit code."""
    from supervisor_tui.tui.application import run_application

    return run_application(
        asked.folder,
        person=asked.person,
        passphrase=asked.passphrase_given(),
        day=asked.day,
        known_at=asked.known_at,
        without=asked.without,
    )


@click.command()
@click.option("--store-only", is_flag=True, help=_("Make the demo store in the --store folder and leave it there."))
@click.pass_obj
def demo(asked: Asked, *, store_only: bool) -> int:
    """Open the application on the demo agency, in a store thrown away afterwards. Nobody in it exists."""
    from supervisor_tui.casework.demo_store import DEMO_PASSPHRASE, make_demo_store, throw_away_store
    from supervisor_tui.cli.printing import print_lines, say
    from supervisor_tui.office import desk_at, local_now

    if store_only:
        store = make_demo_store(asked.folder, local_now())
        name = desk_at(store).person.short_name
        store.close()
        say(_("Open it as {name}; the passphrase is:").format(name=name))
        print_lines([DEMO_PASSPHRASE])
        return 0
    from supervisor_tui.tui.application import run_at_desk

    with throw_away_store(local_now(), local_now) as store:
        return run_at_desk(desk_at(store, day=asked.day, known_at=asked.known_at, without=asked.without))
