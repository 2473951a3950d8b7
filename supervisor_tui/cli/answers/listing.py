"""The answers that list: due, caseload, plugins, rules, indicators."""

from collections.abc import Mapping
from datetime import date

import msgspec

from supervisor_tui.casework.caseload import CaseLine
from supervisor_tui.casework.due_list import DueLine
from supervisor_tui.casework.meetings.meetings_due import MeetingDue
from supervisor_tui.domain.due import DueItem, DueState
from supervisor_tui.domain.ids import RuleId
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.guidance.guard import Fault
from supervisor_tui.guidance.host import PluginHost, PluginReport
from supervisor_tui.guidance.rules import Rule


class DueAnswerItem(msgspec.Struct, frozen=True):
    """One duty. case: null for a duty about the team's meetings, which `meeting` names where it is about one.

    due: an ISO day, or an ISO moment with its offset where hours count; null where it cannot be told, see reason.
    advisory: asked for, not demanded; it is not counted as late. postponed_until: the day to which it was put off.
    """

    rule: str
    case: str | None
    set: str
    title: str
    due: str | None
    state: str
    worker: str | None
    source: str
    slot: str
    days_late: int
    reason: str
    advisory: bool
    postponed_until: date | None
    meeting: str | None = None


class DueAnswer(msgspec.Struct, frozen=True):
    """What is late, due and coming, worst first."""

    as_of: date
    items: tuple[DueAnswerItem, ...]


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


def due_answer(
    lines: tuple[DueLine, ...], host: PluginHost, as_of: date, of_meetings: tuple[MeetingDue, ...] = ()
) -> DueAnswer:
    """Return the due list as JSON gives it, what falls due about meetings after the duties of cases."""
    sources = {rule.id: rule.source for rule in host.rules()}
    cases = tuple(_duty_of_case(line, sources) for line in lines)
    return DueAnswer(as_of, cases + tuple(_duty_of_meetings(line, sources) for line in of_meetings))


def _duty_of_case(line: DueLine, sources: Mapping[RuleId, str]) -> DueAnswerItem:
    return DueAnswerItem(
        rule=line.row.rule,
        case=line.row.case,
        set=line.row.set,
        title=line.row.item.title,
        due=_iso(line.row.item),
        state=line.state.value,
        worker=line.row.worker,
        source=sources.get(line.row.rule, ""),
        slot=line.row.slot,
        days_late=line.late_days,
        reason=line.row.item.unknown,
        advisory=line.row.advisory,
        postponed_until=line.row.postponed_until,
        meeting=line.row.item.meeting,
    )


def _duty_of_meetings(line: MeetingDue, sources: Mapping[RuleId, str]) -> DueAnswerItem:
    return DueAnswerItem(
        rule=line.item.rule,
        case=None,
        set=line.set,
        title=line.item.title,
        due=_iso(line.item),
        state=line.state.value,
        worker=None,
        source=sources.get(line.item.rule, ""),
        slot=line.item.slot,
        days_late=line.late_days if line.state is DueState.OVERDUE else 0,
        reason=line.item.unknown,
        advisory=line.item.advisory,
        postponed_until=None,
        meeting=line.item.meeting,
    )


def _iso(item: DueItem) -> str | None:
    return item.due.isoformat() if item.due is not None else None


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
