"""Who read a file of the demo agency that is not theirs: a supervisor who stood in, and a colleague who was let in."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.need_to_know import Because, LetIn
from supervisor_tui.domain.people import Person, Role

READ = CaseCode("C-0117")
"""A case of the first supervisor's team with much going on."""


def let_in(people: tuple[Person, ...], carried_by: PersonCode, now: datetime) -> Iterator[LetIn]:
    """Return the other supervisor's reason of an hour ago, and a colleague who stands in this week."""
    first, other = [one for one in people if Role.SUPERVISOR in one.roles][:2]
    before = now - timedelta(hours=1)
    yield LetIn(
        READ, other.code, other.code, before, before.date(), Because.STANDS_IN, f"{first.code} was not here yet"
    )
    colleague = next(one for one in people if one.supervisor == first.code and one.code != carried_by)
    yield LetIn(READ, colleague.code, first.code, before, now.date() + timedelta(days=5), Because.STANDS_IN)
