"""Records as a file would have them, before it is known what stands here already."""

from collections.abc import Mapping
from datetime import date

import msgspec

from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.exchange.incoming.cell_values import FieldValue
from supervisor_tui.exchange.mapping.targets import TargetGroup, all_targets
from supervisor_tui.exchange.problems import ImportProblem, Place
from supervisor_tui.guidance.forms import FieldProblem, filled_in
from supervisor_tui.wording import _

__all__ = ["Draft", "Drafted", "draft_of", "kept_locked_text"]


class Draft(msgspec.Struct, frozen=True):
    """One record of a case. `key` tells it from the others of its kind, at every import alike."""

    kind: type[RecordBody]
    key: str
    on: date
    body: RecordBody
    changed_on: date | None = None
    """For what a file knows only as it stands (risk level, caseworker): the day from which another value counts.

    None for what happened once; a difference there is a correction.
    """
    said: frozenset[str] | None = None
    """The fields of which the file speaks, None for all: of the others it says nothing, not that they are blank."""


class Drafted(msgspec.Struct, frozen=True):
    """The records of a case, and what in its rows cannot become one."""

    drafts: tuple[Draft, ...] = ()
    refused: tuple[ImportProblem, ...] = ()

    def __add__(self, other: "Drafted") -> "Drafted":
        return Drafted(self.drafts + other.drafts, self.refused + other.refused)


def draft_of(
    group: TargetGroup,
    fields: Mapping[str, FieldValue],
    where: Place,
    key: str,
    on: date | None,
    changed_on: date | None = None,
) -> Drafted:
    """Return the record that a group's fields make, or why they make none; the row stays kept either way."""
    if on is None:
        return _refused(group, where, _("the day is missing"))
    body = filled_in(
        group.kind, dict(group.presets) | {name: _plain(of) for name, of in fields.items() if name != "on"}
    )
    if isinstance(body, FieldProblem):
        target = all_targets().get(f"{group.name}.{body.field}")
        title = target.title if target is not None else body.field
        return _refused(group, where, _("“{title}” is missing or does not fit").format(title=title))
    return Drafted((Draft(group.kind, key, on, body, changed_on, frozenset(fields) | dict(group.presets).keys()),))


def kept_locked_text(number: int) -> str:
    """Return what stands in a plan's line whose own words are kept locked."""
    return _("line {number} of the imported plan (its text is kept locked)").format(number=number)


def _refused(group: TargetGroup, where: Place, why: str) -> Drafted:
    what = _("no record “{title}” was made: {why}").format(title=group.kind.TITLE, why=why)
    return Drafted(
        refused=(ImportProblem(what, where, _("It is kept locked; add it in the file, or record it here.")),)
    )


def _plain(value: FieldValue) -> object:
    return msgspec.to_builtins(value)
