"""The conditions for closing in the order in which they are shown, and which of them can stand in the way.

Eighteen lines, and seventeen can keep a case open. The fourth cannot: missed and late visits want an explanation. The
ninth does where a referral brought no benefit and nobody followed it up.
"""

from collections.abc import Iterable

import msgspec

from supervisor_tui.guidance.rules import Rule, RuleKind


class ClosureLine(msgspec.Struct, frozen=True):
    """One condition: the rules that it stands on, and whether it can keep the case open."""

    rules: tuple[str, ...]
    can_block: bool = True


CLOSURE_LINES = (
    ClosureLine(("RB-ST-02",)),
    ClosureLine(("RB-SOP06-05", "RB-SOP06-08")),
    ClosureLine(("RB-SOP11-05",)),
    ClosureLine(("RB-SOP11-02", "RB-SOP11-03", "RB-SOP11-04"), can_block=False),
    ClosureLine(("RB-BM-02", "RB-SOP12-06")),
    ClosureLine(("RB-BM-14", "RB-BM-15", "RB-SOP13-02")),
    ClosureLine(("RB-SOP12-07",)),
    ClosureLine(("RB-SOP12-12",)),
    ClosureLine(("RB-SOP09-12",)),
    ClosureLine(("RB-SOP12-11",)),
    ClosureLine(("RB-CC-03", "RB-CC-06", "RB-CC-08", "RB-CC-13", "RB-SOP13-03")),
    ClosureLine(("RB-SOP13-04", "RB-SOP13-05", "RB-SOP13-06")),
    ClosureLine(("RB-SOP13-07",)),
    ClosureLine(("RB-SOP13-09",)),
    ClosureLine(("RB-SOP13-11", "RB-SOP13-12", "RB-SOP13-13")),
    ClosureLine(("RB-SOP13-14",)),
    ClosureLine(("RB-SOP13-15",)),
    ClosureLine(("RB-SOP13-17",)),
)


CONFERENCE = "RB-CC-"
"""How the rules of the case conference begin."""


def in_order(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return the rules of the set in its own order: what is due by its id, closing, the conference."""
    places = {rule: place for place, line in enumerate(CLOSURE_LINES) for rule in line.rules}

    def place(rule: Rule) -> tuple[int, str]:
        if rule.kind is RuleKind.CLOSURE_CHECK:
            return (places[rule.id], rule.id)
        return (len(CLOSURE_LINES) if rule.id.startswith(CONFERENCE) else -1, rule.id)

    ordered = sorted(rules, key=place)
    return tuple(msgspec.structs.replace(rule, order=number) for number, rule in enumerate(ordered))
