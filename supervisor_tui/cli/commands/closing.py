"""`closing …`: the work of closing a case, and the report of it."""

import click

from supervisor_tui.cli.commands import closing_report, closing_work


@click.group()
def closing() -> None:
    """Close a case step by step, and read on what it was closed."""


for command in (*closing_work.COMMANDS, *closing_report.COMMANDS):
    closing.add_command(command)
