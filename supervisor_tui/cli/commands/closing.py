"""`closing …`: the work of closing a case, and the report of it."""

import click

from supervisor_tui.cli.commands.closing_report import COMMANDS


@click.group()
def closing() -> None:
    """Close a case step by step, and read on what it was closed."""


for command in COMMANDS:
    closing.add_command(command)
