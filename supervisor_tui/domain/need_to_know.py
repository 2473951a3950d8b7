"""Who reads a case file without being asked why: whoever carries it, who answers for them, and whom they named.

Source: 004 §1.3 (need to know; IAG-PRIN-06, IAG-DP-04). The list of reasons is ours.
"""

from collections.abc import Collection, Iterable
from datetime import date, datetime

import msgspec

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.people import Person, Role
from supervisor_tui.wording import _

__all__ = ["Because", "LetIn", "has_no_need_to_say_why", "let_in_on"]


class Because(Choice):
    """Why somebody needs to read a file that is not theirs."""

    STANDS_IN = "stands_in", _("stands in for the caseworker")
    CHILD_IN_DANGER = "child_in_danger", _("the child may be in danger now")
    ADVICE = "advice", _("asked for advice on this case")
    TAKES_OVER = "takes_over", _("is to take the case over")
    COMPLAINT = "complaint", _("looks into a complaint or an incident")
    CHECKS_FILES = "checks_files", _("checks case files for quality")
    OTHER = "other", _("another reason, told in words")


class LetIn(msgspec.Struct, frozen=True):
    """Somebody may read a case file until the end of a day.

    by: who let them in; the reader themselves where they said why and nobody was asked. words: codes and roles, no
    names. A later one about the same person takes the place of the earlier; one whose last day is past ends it.
    """

    case: CaseCode
    person: PersonCode
    by: PersonCode
    at: datetime
    until: date
    because: Because
    words: str = ""

    @property
    def says_so_themselves(self) -> bool:
        """Whether the reader gave the reason, and nobody who answers for the case."""
        return self.person == self.by


def let_in_on(given: Iterable[LetIn], day: date) -> tuple[LetIn, ...]:
    """Return who is let in on a day: of each person what was said last, while it holds."""
    last = {one.person: one for one in sorted(given, key=lambda one: one.at)}
    return tuple(one for one in last.values() if day <= one.until)


def has_no_need_to_say_why(
    person: Person,
    *,
    carried_by: PersonCode | None,
    registered_by: PersonCode | None,
    others_answer_for: Collection[PersonCode],
) -> bool:
    """Say whether a case is theirs by what they do here.

    others_answer_for: caseworkers whom another supervisor answers for. A case that nobody carries is every
    supervisor's, and that of whoever registered it.
    """
    if carried_by == person.code:
        return True
    if Role.SUPERVISOR in person.roles and carried_by not in others_answer_for:
        return True
    return carried_by is None and registered_by == person.code
