"""Translators are given every text: what `_` marks, and the docstrings by which commands are explained."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import click
from babel.messages.extract import DEFAULT_KEYWORDS

from supervisor_tui.cli.main import supervisor_tui
from supervisor_tui.kit.command import Command
from supervisor_tui.tui.all_keys import keys_by_screen
from translating.docstrings import with_docstrings

ROOT = Path(__file__).parents[2]


@cache
def extracted() -> frozenset[str]:
    """Return every text of the product and its sets."""
    files = [path for folder in ("supervisor_tui", "plugins") for path in (ROOT / folder).rglob("*.py")]
    return frozenset(text for path in files for text in texts_of(path.read_bytes()))


def texts_of(written: bytes) -> Iterator[str]:
    """Give the texts of one file."""
    found = with_docstrings(BytesIO(written), {**DEFAULT_KEYWORDS, "N_": None}, (), {})
    for _line, _function, message, _comments in found:
        yield from (message,) if isinstance(message, str) else (part for part in message or () if part)


def commands(of: type[Command]) -> Iterator[type[Command]]:
    """Give every command that is declared below a class and has a key or a title."""
    for one in of.__subclasses__():
        if one.__module__.startswith("supervisor_tui") and (one.BINDING_KEY or one.TITLE):
            yield one
        yield from commands(one)


def typed(group: click.Group) -> Iterator[click.Command]:
    """Give every command of the command line, those below a group among them."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield command
        if isinstance(command, click.Group):
            yield from typed(command)


def test_every_key_is_explained_in_a_text_that_translators_see() -> None:
    assert keys_by_screen()

    assert [one.__name__ for one in commands(Command) if one.help() not in extracted()] == []


def test_every_typed_command_is_explained_in_a_text_that_translators_see() -> None:
    assert [one.name for one in typed(supervisor_tui) if one.help not in extracted()] == []


def test_docstrings_that_nobody_is_shown_are_left_out() -> None:
    written = b'''
class Quit(Command):
    """Lock the store
    and leave."""

    BINDING_KEY = "q"


class Screen:
    """A screen."""


@click.command()
def due():
    """List what is late."""


@cache
def other():
    """Return it."""
'''

    assert list(texts_of(written)) == ["Lock the store\nand leave.", "List what is late."]
