"""Figures on a caseload: what an indicator counts or measures, and the cases behind it.

A figure asks a question; it is never a verdict on a case or on a person.
"""

from collections.abc import Iterable

import msgspec

from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.ids import CaseCode, ProgrammeId, RuleId, SetId


class Figure(msgspec.Struct, frozen=True):
    """One figure.

    cases: the codes of the cases behind it, so that it can be opened. measured: the value of a figure that is not a
    count of these cases (days, a median); None for a count. unit: of a measured value, in words.
    slot: what tells the figures of one indicator apart ("pathway.self"); stable over time.
    question: what to ask about it, in a sentence; "" where the figure only tells.
    unknown: why it cannot be told, in a sentence; missing: what to record or decide so that it can.
    rule, set and programme are filled in by the host; programme is None for a count over all programmes.
    """

    title: str
    cases: tuple[CaseCode, ...] = ()
    measured: int | None = None
    unit: str = ""
    slot: str = ""
    question: str = ""
    unknown: str = ""
    missing: Missing | None = None
    rule: RuleId = RuleId("")
    set: SetId = SetId("")
    programme: ProgrammeId | None = None

    @property
    def value(self) -> int | None:
        """The number to show, or None where it cannot be told."""
        if self.unknown:
            return None
        return len(self.cases) if self.measured is None else self.measured


def together(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Join the counts of several programmes, and what is open in all of them; a measured figure stays that of its own.

    Settings may differ between programmes, so each is asked by itself; counts of the same cases can be added up. A
    figure with no case behind it asks nothing.
    """
    joined: dict[tuple[str, str, str, str, str], Figure] = {}
    for figure in figures:
        adds_up = figure.measured is None
        key = (figure.rule, figure.slot, figure.title, figure.unknown, "" if adds_up else str(figure.programme))
        held = joined.get(key)
        if held is None:
            joined[key] = msgspec.structs.replace(figure, programme=None) if adds_up else figure
        else:
            question = held.question or figure.question
            joined[key] = msgspec.structs.replace(held, cases=held.cases + figure.cases, question=question)
    return tuple(msgspec.structs.replace(one, question=one.question if one.cases else "") for one in joined.values())
