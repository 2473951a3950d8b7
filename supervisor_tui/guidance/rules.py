"""Rules: small pure functions with an id, a title, a source and a strength, collected in a set's rulebook.

    rules = RuleBook(SET)

    @rules.closure_check("IAG-CLS-13", title=_("A manager authorised the closing"), source="004 §3.6")
    def a_manager_signed(case: CaseFile, as_of: date, settings: Settings) -> Answer:
        \"\"\"Nobody closes a case alone: somebody with a manager's role, who does not carry it, must agree.\"\"\"

The docstring is the sentence that the supervisor reads in the evidence view.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeVar

import msgspec

from supervisor_tui.domain.answers import Answer
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.ids import RuleId, SetId
from supervisor_tui.domain.meetings.meeting import AgendaLine
from supervisor_tui.domain.meetings.meeting_file import MeetingDiary, MeetingFile
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.guidance.findings import Finding
from supervisor_tui.guidance.flows import Flow, FlowPart
from supervisor_tui.wording import _

ClosureCheck = Callable[[CaseFile, date, Settings], Answer]
CaseCheck = Callable[[CaseFile, date, Settings], Answer]
ScheduleRule = Callable[[CaseFile, date, Settings], Iterable[DueItem]]
Validator = Callable[[CaseFile, RecordBody, date, Settings], Iterable[Finding]]
AgendaRule = Callable[[MeetingFile, date, Settings], Iterable[AgendaLine]]
MeetingCheck = Callable[[MeetingFile, date, Settings], Answer]
MeetingSchedule = Callable[[MeetingDiary, date, Settings], Iterable[DueItem]]
IndicatorRule = Callable[[tuple[CaseFile, ...], date, Settings], Iterable[Figure]]
RuleFunction = TypeVar("RuleFunction", bound=Callable[..., object])


class RuleKind(Choice):
    """What a rule answers."""

    CLOSURE_CHECK = "closure-check", _("closure check")
    SCHEDULE = "schedule", _("schedule")
    CASE_CHECK = "case-check", _("check of the case file")
    VALIDATOR = "validator", _("check on saving")
    MEETING_RULE = "meeting-rule", _("agenda of a meeting")
    MEETING_CHECK = "meeting-check", _("check of a meeting")
    MEETING_SCHEDULE = "meeting-schedule", _("schedule of meetings")
    INDICATOR = "dashboard-indicator", _("figure on the caseload")
    FLOW_PART = "flow-part", _("part of closing, handing over or reopening")
    FORM = "form", _("field of a form")
    CHECKLIST = "checklist", _("item of a checklist")
    CONTENT = "content", _("page of the library")

    @property
    def is_computed(self) -> bool:
        """Whether a rule of this kind is a function; the others are fields, items and pages."""
        return self not in {RuleKind.FORM, RuleKind.CHECKLIST, RuleKind.CONTENT}


class Strength(Choice):
    """Whether a rule stands in the way or advises."""

    BLOCKS = "blocks", _("stands in the way")
    WARNS = "warns", _("advises")


class Rule(msgspec.Struct, frozen=True):
    """A registered rule.

    statement: the sentence the supervisor reads. source: seed and place ("004 §3.6"). alternative: the pathway a
    closure check belongs to, of which one is enough; "" for a check that stands by itself. order: its place in the
    set's own order. function: what computes it; None for a rule that is a field or a page. flow, part: for a part of a
    flow, which flow it belongs to and what it is there. in_the_room: for a check of a meeting, whether it is about who
    is there, so that its answer stands at the head of the meeting as people arrive.
    """

    id: RuleId
    set: SetId
    kind: RuleKind
    title: str
    statement: str
    source: str
    strength: Strength
    order: int
    alternative: str = ""
    function: Callable[..., object] | None = None
    flow: Flow | None = None
    part: FlowPart | None = None
    in_the_room: bool = False


class RuleBook:
    """The rules of one guidance set, in the order in which they are declared.

    One id may be registered once of each kind: a row that asks for a task and checks at the end whether it was done is
    a schedule rule and a closure check of the same id.
    """

    def __init__(self, set_id: SetId) -> None:
        """Start an empty rulebook for a set."""
        self.set = set_id
        self._rules: dict[tuple[RuleId, RuleKind], Rule] = {}

    def __iter__(self) -> Iterator[Rule]:
        """Go through the rules in order."""
        return iter(self._rules.values())

    def all(self) -> tuple[Rule, ...]:
        """Return the rules in order."""
        return tuple(self._rules.values())

    def closure_check(
        self,
        rule: str,
        *,
        title: str,
        source: str,
        strength: Strength = Strength.BLOCKS,
        alternative: str = "",
    ) -> Callable[[ClosureCheck], ClosureCheck]:
        """Register a function that says whether one condition for closing holds."""
        return self._registering(RuleKind.CLOSURE_CHECK, rule, title, source, strength, alternative)

    def schedule_rule(
        self, rule: str, *, title: str, source: str, strength: Strength = Strength.BLOCKS
    ) -> Callable[[ScheduleRule], ScheduleRule]:
        """Register a function that returns the due items which one rule asks for."""
        return self._registering(RuleKind.SCHEDULE, rule, title, source, strength)

    def case_check(
        self, rule: str, *, title: str, source: str, strength: Strength = Strength.BLOCKS
    ) -> Callable[[CaseCheck], CaseCheck]:
        """Register a function that says whether one thing in a case file is in order, apart from saving and closing."""
        return self._registering(RuleKind.CASE_CHECK, rule, title, source, strength)

    def validator(
        self, rule: str, *, title: str, source: str, strength: Strength = Strength.WARNS
    ) -> Callable[[Validator], Validator]:
        """Register a function that looks at a record about to be saved."""
        return self._registering(RuleKind.VALIDATOR, rule, title, source, strength)

    def agenda_rule(
        self, rule: str, *, title: str, source: str, strength: Strength = Strength.WARNS
    ) -> Callable[[AgendaRule], AgendaRule]:
        """Register a function that proposes lines for a meeting's agenda."""
        return self._registering(RuleKind.MEETING_RULE, rule, title, source, strength)

    def meeting_check(
        self, rule: str, *, title: str, source: str, strength: Strength = Strength.BLOCKS, in_the_room: bool = False
    ) -> Callable[[MeetingCheck], MeetingCheck]:
        """Register a function that says whether one thing about a meeting is in order; it does not apply to others.

        in_the_room: it is about who is there (quorum, roles) and is told while people arrive.
        """

        def register(function: MeetingCheck) -> MeetingCheck:
            self._registering(RuleKind.MEETING_CHECK, rule, title, source, strength)(function)
            key = (RuleId(rule), RuleKind.MEETING_CHECK)
            self._rules[key] = msgspec.structs.replace(self._rules[key], in_the_room=in_the_room)
            return function

        return register

    def meeting_schedule(
        self, rule: str, *, title: str, source: str, strength: Strength = Strength.BLOCKS
    ) -> Callable[[MeetingSchedule], MeetingSchedule]:
        """Register a function that returns what falls due about the meetings of one programme."""
        return self._registering(RuleKind.MEETING_SCHEDULE, rule, title, source, strength)

    def indicator(
        self, rule: str, *, title: str, source: str, strength: Strength = Strength.WARNS
    ) -> Callable[[IndicatorRule], IndicatorRule]:
        """Register a function that returns figures on the cases of one programme, each with the cases behind it."""
        return self._registering(RuleKind.INDICATOR, rule, title, source, strength)

    def flow_part(
        self, rule: str, *, flow: Flow, part: FlowPart, title: str, source: str, strength: Strength = Strength.BLOCKS
    ) -> Callable[[CaseCheck], CaseCheck]:
        """Register a function that says how one part of closing, handing over or reopening stands.

        In order is done, not yet is open, does not apply is not asked. The set proposes; people do it.
        """

        def register(function: CaseCheck) -> CaseCheck:
            self._registering(RuleKind.FLOW_PART, rule, title, source, strength)(function)
            key = (RuleId(rule), RuleKind.FLOW_PART)
            self._rules[key] = msgspec.structs.replace(self._rules[key], flow=flow, part=part)
            return function

        return register

    def declared(
        self, rule: str, *, kind: RuleKind, title: str, source: str, strength: Strength = Strength.WARNS
    ) -> None:
        """Register a rule that is a field, an item of a checklist or a page, so that it is listed with the others.

        Raises ValueError for a kind that has to be computed: it would never be asked.
        """
        if kind.is_computed:
            raise ValueError(f"rule {rule} is a {kind.value}, which needs a function")
        self._add(RuleId(rule), kind, title, "", source, strength, "", None)

    def _registering(
        self, kind: RuleKind, rule: str, title: str, source: str, strength: Strength, alternative: str = ""
    ) -> Callable[[RuleFunction], RuleFunction]:
        def register(function: RuleFunction) -> RuleFunction:
            statement = inspect.getdoc(function) or ""
            self._add(RuleId(rule), kind, title, statement, source, strength, alternative, function)
            return function

        return register

    def _add(
        self,
        rule: RuleId,
        kind: RuleKind,
        title: str,
        statement: str,
        source: str,
        strength: Strength,
        alternative: str,
        function: Callable[..., object] | None,
    ) -> None:
        if (rule, kind) in self._rules:
            raise ValueError(f"rule {rule} is registered twice as {kind.value} in {self.set}")
        if function is not None and not statement:
            raise ValueError(f"rule {rule} has no docstring for the supervisor to read")
        self._rules[rule, kind] = Rule(
            rule, self.set, kind, title, statement, source, strength, len(self._rules), alternative, function
        )
