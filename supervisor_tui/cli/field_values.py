"""What is typed as field=value, or stands in a file as one JSON object."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from supervisor_tui.wording import _

__all__ = ["fields_given"]


def fields_given(pairs: Iterable[str], file: Path | None = None) -> dict[str, Any]:
    """Return the fields by name; what is typed comes before what the file says."""
    given = _object_in(file) if file is not None else {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            message = _("{typed} is not field=value. For example: child_seen=yes")
            raise click.UsageError(message.format(typed=pair))
        given[name] = value
    return given


def _object_in(file: Path) -> dict[str, Any]:
    try:
        read = json.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        message = _("{file} is not a JSON file that can be read. It should hold one object with the fields.")
        raise click.UsageError(message.format(file=file.name)) from error
    if not isinstance(read, dict):
        raise click.UsageError(_("{file} should hold one JSON object with the fields.").format(file=file.name))
    return read
