"""The answers that list: caseload, plugins, rules, indicators."""

from datetime import date

import msgspec

from supervisor_tui.casework.caseload import CaseLine
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.guidance.guard import Fault
from supervisor_tui.guidance.host import PluginReport
from supervisor_tui.guidance.rules import Rule


class CaseloadAnswerLine(msgspec.Struct, frozen=True):
    """One case. overdue: how many of its duties are late."""

    case: str
    worker: str | None
    status: str
    risk: str | None
    step: str
    overdue: int
    next_due: date | None
    next_what: str
    programme: str
    last_contact: date | None
    closing: str | None


class CaseloadAnswer(msgspec.Struct, frozen=True):
    """Who carries what."""

    as_of: date
    cases: tuple[CaseloadAnswerLine, ...]


class FaultAnswer(msgspec.Struct, frozen=True):
    """Something that went wrong in a set: the hook or rule, the kind of error, and the place in its code."""

    where: str
    what: str
    place: str


class PluginAnswerLine(msgspec.Struct, frozen=True):
    """One guidance set."""

    id: str
    version: str
    kind: str
    rules: int
    faults: tuple[FaultAnswer, ...]
    title: str


class PluginsAnswer(msgspec.Struct, frozen=True):
    """The guidance sets found here."""

    plugins: tuple[PluginAnswerLine, ...]


class RuleAnswerLine(msgspec.Struct, frozen=True):
    """One rule."""

    rule: str
    set: str
    kind: str
    title: str
    strength: str
    source: str
    statement: str


class RulesAnswer(msgspec.Struct, frozen=True):
    """The rules registered here."""

    rules: tuple[RuleAnswerLine, ...]


class Indicator(msgspec.Struct, frozen=True):
    """A figure on the caseload, with the codes of the cases behind it.

    value: null where it cannot be told, see unknown. set, rule: null for the product's own figures. programme: null for
    a count over all programmes. question: what to ask about it, "" where it only tells.
    """

    id: str
    title: str
    value: int | None
    cases: tuple[str, ...]
    unit: str = ""
    question: str = ""
    unknown: str = ""
    set: str | None = None
    rule: str | None = None
    programme: str | None = None
    missing_setting: str | None = None


class IndicatorsAnswer(msgspec.Struct, frozen=True):
    """Figures on the caseload."""

    as_of: date
    indicators: tuple[Indicator, ...]


def caseload_answer(lines: tuple[CaseLine, ...], as_of: date) -> CaseloadAnswer:
    """Return the caseload as JSON gives it."""
    return CaseloadAnswer(
        as_of,
        tuple(
            CaseloadAnswerLine(
                case=line.summary.case,
                worker=line.summary.worker,
                status=line.summary.status,
                risk=line.summary.risk or None,
                step=line.summary.step,
                overdue=line.late,
                next_due=line.summary.next_due,
                next_what=line.summary.next_what,
                programme=line.summary.programme,
                last_contact=line.summary.last_contact,
                closing=line.summary.closing or None,
            )
            for line in lines
        ),
    )


def figure_answer(figure: Figure) -> Indicator:
    """Return a figure of a guidance set as JSON gives it; its id is that of the rule and the slot, if it has one."""
    return Indicator(
        id=".".join(part for part in (figure.rule if figure.set else "", figure.slot) if part),
        title=figure.title,
        value=figure.value,
        cases=figure.cases,
        unit=figure.unit,
        question=figure.question,
        unknown=figure.unknown,
        set=figure.set or None,
        rule=figure.rule or None,
        programme=figure.programme,
        missing_setting=figure.missing.setting if figure.missing else None,
    )


def plugins_answer(reports: tuple[PluginReport, ...]) -> PluginsAnswer:
    """Return the guidance sets as JSON gives them."""
    return PluginsAnswer(
        tuple(
            PluginAnswerLine(one.id, one.version, one.kind, one.rules, _faults(one.faults), one.title)
            for one in reports
        )
    )


def _faults(faults: tuple[Fault, ...]) -> tuple[FaultAnswer, ...]:
    return tuple(FaultAnswer(fault.where, fault.what, fault.place) for fault in faults)


def rules_answer(rules: tuple[Rule, ...]) -> RulesAnswer:
    """Return rules as JSON gives them."""
    return RulesAnswer(
        tuple(
            RuleAnswerLine(
                rule.id, rule.set, rule.kind.value, rule.title, rule.strength.value, rule.source, rule.statement
            )
            for rule in rules
        )
    )
