"""The headings under which lines of minutes stand, in the order in which minutes of several countries go."""

import msgspec

from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.wording import _

__all__ = [
    "AGENDA",
    "CASE",
    "CLOSED_CASE",
    "CLOSED_WHOLE",
    "FACTS",
    "HEADING_OF",
    "NOTHING_RECORDED",
    "NO_CHANGE",
    "SECTIONS",
    "SO_FAR",
    "TOOK_PART",
    "WHOLE",
    "Section",
    "blank",
    "no_words",
]

TOOK_PART = _("Who took part")
AGENDA = _("Agenda")

CASE = _("Case {code}")
WHOLE = _("The meeting as a whole")
CLOSED_CASE = _("Closed part: case {code}")
CLOSED_WHOLE = _("Closed part: the meeting as a whole")
NO_CHANGE = _("No change")
"""In a management meeting: the codes of the cases of which no more was said."""

NOTHING_RECORDED = _("Nothing recorded.")
"""In place of headings, where nobody said anything about a case."""

FACTS = _("Key facts")
SO_FAR = _("Actions so far, and what came of them")


class Section(msgspec.Struct, frozen=True):
    """A heading below a case, and the kind of line that stands under it.

    always: the heading stands there even where nothing was recorded, for a conference or a planning meeting must ask.
    numbered: its lines are counted, so that people can speak of the second decision.
    """

    kind: LineKind
    heading: str
    always: bool = False
    numbered: bool = False

    def stands_empty(self, kind: MeetingKind) -> bool:
        """Say whether minutes of this kind of meeting show the heading without a line."""
        return self.always and kind is not MeetingKind.MANAGEMENT


SECTIONS = (
    Section(LineKind.REPORT, _("Reports and papers received")),
    Section(LineKind.SITUATION, _("Situation"), always=True),
    Section(LineKind.NOTE, _("What was said")),
    Section(LineKind.STRENGTH, _("Strengths and what protects"), always=True),
    Section(LineKind.GAP, _("Risks and gaps"), always=True),
    Section(LineKind.CHILD_VIEW, _("Views and wishes of the child"), always=True),
    Section(LineKind.CAREGIVER_VIEW, _("Views and wishes of the caregiver"), always=True),
    Section(LineKind.OPTION, _("Options"), numbered=True),
    Section(LineKind.DECISION, _("Decisions and reasons"), always=True, numbered=True),
    Section(LineKind.ACTION, _("Actions"), always=True, numbered=True),
    Section(LineKind.RISK, _("Change of risk")),
    Section(LineKind.DISSENT, _("Dissent")),
    Section(LineKind.FOLLOW_UP, _("Follow-up as told")),
    Section(LineKind.REASSESS, _("To be assessed again")),
    Section(LineKind.PLAN_CHANGE, _("Change of the plan")),
    Section(LineKind.CORE_GROUP, _("Lead person and core group")),
    Section(LineKind.CONTINGENCY, _("If the plan does not work")),
    Section(LineKind.READINESS, _("Readiness for the return")),
    Section(LineKind.NEXT_DATE, _("Follow-up and next dates"), always=True),
    Section(LineKind.NO_CHANGE, _("No change")),
    Section(LineKind.PUT_OFF, _("Put off")),
)

HEADING_OF = {section.kind: section.heading for section in SECTIONS}


def blank() -> str:
    """Return what stands where nobody recorded anything."""
    return "*" + _("not recorded") + "*"


def no_words() -> str:
    """Return what stands where a heading says all, as “no change” does."""
    return "*" + _("nothing more was said") + "*"
