"""The fields beside the words of a line: which belong to which kind, what they are called, what may stand in them."""

import msgspec

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.meetings.kinds import CaseOutcome
from supervisor_tui.domain.meetings.minutes import Audience, LineKind, ViewGiven
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.wording import _

__all__ = ["FIELDS", "FIELDS_OF", "EntryField", "fields_of"]


class EntryField(msgspec.Struct, frozen=True):
    """A field of the line. `name` is its name in `TypedLine`; `width` 0 takes its share of what is left over.

    choices: what may stand in it, offered while it is typed. placeholder: what holds while nothing is typed.
    """

    name: str
    label: str
    width: int = 0
    placeholder: str = ""
    choices: type[Choice] | None = None

    @property
    def holds_words(self) -> bool:
        """Whether sentences stand in it: those are never marked as a whole, so that typing on does not replace them."""
        return self.choices is None and self.name not in {"owner", "until"}


FIELDS = (
    EntryField("owner", _("who"), 16),
    EntryField("until", _("until"), 12, _("wed, +3d")),
    EntryField("need", _("need"), 18),
    EntryField("effects_for", _("for it")),
    EntryField("effects_against", _("against it")),
    EntryField("outcome", _("the case"), 22, _("stays open"), choices=CaseOutcome),
    EntryField("best", _("best for the child?"), 8, choices=YesNo),
    EntryField("readers", _("who may read it"), 20, choices=Audience),
    EntryField("given", _("given?"), 22, _("given"), choices=ViewGiven),
    EntryField("why", _("why")),
)
FIELDS_OF: dict[LineKind, tuple[str, ...]] = {
    LineKind.ACTION: ("owner", "until", "need"),
    LineKind.FOLLOW_UP: ("owner",),
    LineKind.DECISION: ("outcome", "best", "why"),
    LineKind.OPTION: ("effects_for", "effects_against", "best"),
    LineKind.DISSENT: ("owner", "why"),
    LineKind.CHILD_VIEW: ("readers", "given", "why"),
    LineKind.CAREGIVER_VIEW: ("readers", "given", "why"),
    LineKind.RISK: ("why",),
    LineKind.REASSESS: ("until", "why"),
    LineKind.PLAN_CHANGE: ("why",),
    LineKind.CORE_GROUP: ("owner",),
    LineKind.NEXT_DATE: ("until",),
    LineKind.PUT_OFF: ("why",),
}


def fields_of(kind: LineKind) -> tuple[str, ...]:
    """Return the names of the fields that belong to a kind of line, in the order in which Tab reaches them."""
    return FIELDS_OF.get(kind, ())
