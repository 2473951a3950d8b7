"""The commands by name, each loaded when it is asked for: opening the application must not wait for all of them."""

import inspect
from pkgutil import resolve_name

import click

from supervisor_tui.wording import _

__all__ = ["CommandsByName"]

_PLACES = {
    "applications": ("demo",),
    "changing_hands": ("hand_on_command", "reopen_command"),
    "closing": ("closing",),
    "closings": ("closings_command",),
    "guidance": ("plugins", "rules", "schema"),
    "identity": ("audit", "identity"),
    "importing": ("import_file",),
    "keys": ("keys",),
    "library": ("library",),
    "listing": ("caseload_command", "due", "indicators"),
    "meetings": ("meeting",),
    "of_a_case": ("case_command",),
    "closure": ("closure",),
    "people": ("key", "people"),
    "programmes": ("programme",),
    "reading": ("readers_command",),
    "recording": ("record", "told"),
    "registering": ("register",),
    "settings": ("settings",),
    "steps": ("steps",),
    "store": ("backup", "export", "init", "recover", "restore", "verify"),
    "transfers": ("transfer",),
}
_NAMES = {
    "caseload_command": "caseload",
    "closings_command": "closings",
    "case_command": "case",
    "hand_on_command": "hand-on",
    "import_file": "import",
    "readers_command": "readers",
    "reopen_command": "reopen",
}
"""The commands that are called otherwise than the function is, whose name Python or another function has."""

_PATHS = {
    _NAMES.get(function, function): f"supervisor_tui.cli.commands.{module}:{function}"
    for module, functions in _PLACES.items()
    for function in functions
}


class CommandsByName(click.Group):
    """A group whose commands are loaded by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        """Return the names in their order."""
        return sorted(_PATHS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's
        """Return the command of that name, or None."""
        path = _PATHS.get(cmd_name)
        command = resolve_name(path) if path else None
        assert command is None or isinstance(command, click.Command)
        return _translated(command) if command is not None else None


def _translated(command: click.Command) -> click.Command:
    """Put what the help says of a command, and of those below it, into the reader's language."""
    command.help = _(inspect.cleandoc(command.help)) if command.help else None
    for below in command.commands.values() if isinstance(command, click.Group) else ():
        _translated(below)
    return command
