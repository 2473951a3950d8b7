"""Printing: results to standard output, one JSON document or plain lines; sentences about trouble to standard error."""

import sys
from collections.abc import Iterable

import click
import msgspec

from supervisor_tui.domain.shown_text import shown


def use_utf8() -> None:
    """Write UTF-8 whatever the terminal's code page, so that a script on Windows reads what a script on Linux reads."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def print_json(answer: msgspec.Struct) -> None:
    """Print one JSON document and nothing else."""
    click.echo(msgspec.json.format(msgspec.json.encode(answer), indent=2))


def print_lines(lines: Iterable[str]) -> None:
    """Print plain lines, a line each; what comes from data cannot reach the terminal as an escape sequence."""
    for line in lines:
        click.echo(shown(line))


def say(sentence: str) -> None:
    """Say something about the work, beside the results."""
    click.echo(shown(sentence), err=True)
