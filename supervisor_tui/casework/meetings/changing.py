"""What is said of a meeting or of one who takes part in it, field by field: from a form, or from the command line."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec

from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import Participant
from supervisor_tui.guidance.forms import FieldProblem, fields_of, filled_in

__all__ = ["as_said"]

SaidT = TypeVar("SaidT", Meeting, Participant)


def as_said(before: SaidT, said: Mapping[str, object], names: Iterable[str]) -> SaidT | FieldProblem:
    """Return what was known with the fields called `names` as they are said; one that is blank is blank from then on.

    said: plain values by field name. The other fields stay as they were.
    """
    plain: dict[str, object] = msgspec.to_builtins(before)
    needed = {field.name: plain[field.name] for field in fields_of(type(before)) if field.required}
    filled = filled_in(type(before), {**needed, **said})
    if isinstance(filled, FieldProblem):
        return filled
    return msgspec.structs.replace(before, **{name: getattr(filled, name) for name in names})
