"""`keys`: every key of every screen, from the same declarations as the footer and the help."""

import click

from supervisor_tui.cli.printing import print_lines
from supervisor_tui.wording import _


@click.command()
def keys() -> None:
    """List the keys of every screen."""
    from supervisor_tui.tui.all_keys import keys_by_screen

    for screen, lines in keys_by_screen():
        print_lines([screen])
        print_lines(f"  {key:12}  {title}: {what}" for key, title, what in lines)
    print_lines([_("Every task also has a command: supervisor-tui --help")])
