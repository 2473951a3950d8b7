"""How a guidance set introduces itself."""

import msgspec

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import SetId
from supervisor_tui.wording import _


class Combines(Choice):
    """How the checks of a set become one answer."""

    ALL = "all", _("every check that applies must be in order")
    ANY_ALTERNATIVE = "any_alternative", _("one way out whose checks are in order is enough")


class GuidanceSet(msgspec.Struct, frozen=True):
    """A guidance set's name, source and way of answering.

    id: the entry point's name. title, short_title: as read on screen, the short one for columns (up to 14 letters).
    source: the document that it restates. closure_checks: how many closure checks the whole guidance has that stand in
    the way; while fewer are built, the set's answer is at best *not known*. combines: how they become one answer.
    ready: the words for a positive answer, where the guidance has its own ("exit may be discussed").
    differences: how this guidance answers the questions on which guidance differs, by question
    (`prerana_exit_and_closure` §7 of the rulebook); shown side by side, never merged.
    """

    id: SetId
    title: str
    short_title: str
    version: str
    source: str
    closure_checks: int
    combines: Combines = Combines.ALL
    ready: str = _("ready")
    differences: tuple["Difference", ...] = ()


class Question(Choice):
    """The questions on which bodies of guidance are known to differ."""

    GOALS = "goals", _("Goals")
    RISK = "risk", _("Risk")
    WISH_TO_STOP = "wish_to_stop", _("Wish to stop")
    DEATH = "death", _("Death")
    AFTER_CLOSING = "after_closing", _("Contact after closing")
    WHO_DECIDES = "who_decides", _("Who decides")
    RETENTION = "retention", _("Keeping the file")


class Difference(msgspec.Struct, frozen=True):
    """One guidance's answer to one of the questions, in a few words, and its source."""

    question: Question
    answer: str
    source: str
