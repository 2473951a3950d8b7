"""Which commands can be used at this moment: those of the list or field in use, of the screen, of the application."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec import Struct
from textual.dom import DOMNode
from textual.screen import Screen

from supervisor_tui.kit.command import Command, Commanded, commands_of
from supervisor_tui.kit.key_names import key_name

__all__ = ["ActiveCommand", "HelpGroup", "HelpLine", "active_commands", "help_groups"]


ResultT = TypeVar("ResultT")


class ActiveCommand(Struct, frozen=True):
    """A command, the screen or widget that answers it, and the keys it has here (a person's own keymap included).

    One that is not `enabled` is shown, but does nothing at the moment.
    """

    command: type[Command]
    node: DOMNode
    keys: tuple[str, ...]
    enabled: bool = True


class HelpLine(Struct, frozen=True):
    """A line of the help screen."""

    keys: tuple[str, ...]
    title: str
    help: str


class HelpGroup(Struct, frozen=True):
    """Lines of the help screen below their heading."""

    title: str
    lines: tuple[HelpLine, ...]


def active_commands(screen: Screen[ResultT]) -> tuple[ActiveCommand, ...]:
    """Return what can be done on a screen now: what is the screen's own first, then the list in use, the application.

    A modal screen hides the commands of the application.
    """
    found: list[ActiveCommand] = []
    for node in _nodes(screen):
        for command in commands_of(type(node)):
            state = node.check_action(command.name(), ())
            if state is not False:
                found.append(ActiveCommand(command, node, _keys_here(screen, node, command), bool(state)))
    return tuple(found)


def help_groups(commands: Iterable[ActiveCommand]) -> tuple[HelpGroup, ...]:
    """Return the help of a screen: groups in the order of their first command; without keys last in their group."""
    groups: dict[str, list[HelpLine]] = {}
    for active in commands:
        command = active.command
        groups.setdefault(command.group(), []).append(HelpLine(active.keys, command.title(), command.help()))
    return tuple(
        HelpGroup(title, tuple(sorted(lines, key=lambda line: not line.keys))) for title, lines in groups.items()
    )


def _nodes(screen: Screen[ResultT]) -> Iterator[DOMNode]:
    """Give whatever answers keys: the screen, what has the focus and what is around it, the application."""
    around = (screen.focused or screen).ancestors_with_self
    inside = around[: around.index(screen)]
    nodes: tuple[DOMNode, ...] = (screen, *inside, *(() if screen.is_modal else (screen.app,)))
    yield from (node for node in nodes if isinstance(node, Commanded))


def _keys_here(screen: Screen[ResultT], node: DOMNode, command: type[Command]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            key_name(active.binding.key)
            for active in screen.active_bindings.values()
            if active.node is node and active.binding.action == command.name()
        )
    )
