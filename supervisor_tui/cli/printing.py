"""Printing: results to standard output, one JSON document or plain lines; sentences about trouble to standard error."""

import re
import sys
from collections.abc import Iterable

import click
import msgspec

from supervisor_tui.domain.shown_text import said, shown

_ACTS = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""What JSON lets stand as it is and a terminal obeys: control characters, and those that turn a line around."""


def use_utf8() -> None:
    """Write UTF-8 whatever the terminal's code page, so that a script on Windows reads what a script on Linux reads."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def print_json(answer: msgspec.Struct) -> None:
    """Print one JSON document and nothing else."""
    print_json_text(msgspec.json.format(msgspec.json.encode(answer), indent=2))


def print_json_text(document: bytes) -> None:
    """Print a JSON document; a character that acts on a terminal is written as JSON writes it, and is not lost."""
    click.echo(_ACTS.sub(lambda found: f"\\u{ord(found[0]):04x}", document.decode()))


def print_lines(lines: Iterable[str]) -> None:
    """Print plain lines, a line each; what comes from data cannot reach the terminal as an escape sequence."""
    for line in lines:
        click.echo(shown(line))


def say(sentence: str) -> None:
    """Say something about the work, beside the results; what was typed is repeated in it no longer than can be read."""
    click.echo(said(sentence), err=True)
