"""How the items and steps of one way out become one answer.

Items stand in the way. Steps the worker *may* take: a step that was neither taken nor left out with a written reason
is itself *not yet*, and makes the whole way *not known*, never in order.
"""

from datetime import date

import msgspec

from prerana_exit.guidance import RULES
from supervisor_tui.domain.answers import Answer, Fact, Result, combined_within_alternative
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import RuleId
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import Rule, RuleKind, Strength
from supervisor_tui.wording import _


class Pathway(msgspec.Struct, frozen=True):
    """A way out: its number in the guidance and the rule that answers for the whole of it."""

    name: str
    line: RuleId


class Asked(msgspec.Struct, frozen=True):
    """One item or step of a way out, with its answer."""

    rule: Rule
    answer: Answer

    @property
    def counts_as(self) -> Result:
        """What it counts for in the whole: an advisory step that is not taken leaves the way not known."""
        advises = self.rule.strength is Strength.WARNS
        return Result.UNKNOWN if advises and self.answer.result is Result.FAIL else self.answer.result


def rule_of(pathway: Pathway) -> Rule:
    """Return the rule that answers for the whole way."""
    return next(rule for rule in RULES if rule.id == pathway.line and rule.kind is RuleKind.CLOSURE_CHECK)


def parts(pathway: Pathway, case: CaseFile, as_of: date, settings: Settings) -> tuple[Asked, ...]:
    """Ask every item and step of a way out, in the order of their ids."""
    return tuple(
        Asked(rule, ask(rule, case, as_of, settings))
        for rule in sorted(RULES, key=lambda rule: rule.id)
        if rule.alternative == pathway.name and rule.id != pathway.line
    )


def whole(asked: tuple[Asked, ...]) -> Answer:
    """Return the answer of a way out as a whole, resting on the parts that decide it.

    `earliest` is the last day for which any of them waits: before it the way cannot be open.
    """
    result = combined_within_alternative(part.counts_as for part in asked)
    deciding = [part for part in asked if part.counts_as is result]
    waits = [part.answer.earliest for part in asked if part.counts_as is Result.FAIL and part.answer.earliest]
    return Answer(
        result,
        _reason(result, deciding, asked),
        tuple(dict.fromkeys(fact for part in deciding for fact in part.answer.facts)) + _left_out(asked),
        max(waits, default=None),
        next((part.answer.missing for part in deciding if part.answer.missing), None),
    )


def ask(rule: Rule, case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """Return what a closure check of this set answers."""
    assert rule.function is not None
    answer = rule.function(case, as_of, settings)
    assert isinstance(answer, Answer)
    return answer


def _reason(result: Result, deciding: list[Asked], asked: tuple[Asked, ...]) -> str:
    titles = "; ".join(part.rule.title for part in deciding)
    match result:
        case Result.PASS:
            return _("Everything asked for on this way is in order.")
        case Result.FAIL:
            return _("Not yet: {items}.").format(items=titles)
        case Result.UNKNOWN:
            return _("Not known: {items}.").format(items=titles)
        case Result.NA:
            return asked[0].answer.reason


def _left_out(asked: tuple[Asked, ...]) -> tuple[Fact, ...]:
    """Return the written reasons of steps left out, so that they are printed with the answer."""
    steps = [part for part in asked if part.rule.strength is Strength.WARNS and part.answer.result is Result.NA]
    return tuple(fact for part in steps for fact in part.answer.facts)
