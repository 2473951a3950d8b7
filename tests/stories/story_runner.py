"""Runs a story through the installed guidance sets and says in a sentence where an answer differs."""

from collections.abc import Iterator
from datetime import date
from functools import cache

import msgspec

from supervisor_tui.domain.answers import Answer
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem, DueState, days_late, due_state
from supervisor_tui.domain.ids import PersonCode, SetId
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.settings import AgencyValue
from supervisor_tui.guidance.discovery import installed
from supervisor_tui.guidance.forms import FieldProblem, filled_in
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.guidance.reviews import SetReview
from supervisor_tui.guidance.rules import RuleKind
from supervisor_tui.testing import LONG_AGO, a_case, a_programme, written
from tests.stories.as_on_screen import every_field, kind_called, rule_called, set_called, setting_called
from tests.story_values import (
    AnswerOf,
    Expectation,
    Expected,
    NotAskedFor,
    NothingDue,
    Story,
    StoryError,
    StoryRecord,
    StorySetting,
    VerdictOf,
)


class Answered(msgspec.Struct, frozen=True):
    """Everything that the sets answer on one day."""

    day: date
    items: tuple[DueItem, ...]
    reviews: tuple[SetReview, ...]

    def duties(self, rule: str, slot: str) -> tuple[DueItem, ...]:
        """Return the duties of a rule, those of one slot if it is named."""
        return tuple(item for item in self.items if item.rule == rule and slot in {"", item.slot})

    def check(self, rule: str) -> Answer | None:
        """Return the answer of a closure check, or None if no set has it."""
        answers = (check.answer for review in self.reviews for check in review.checks if check.rule.id == rule)
        return next(answers, None)


def differences(story: Story) -> Iterator[str]:
    """Give a sentence for each line of the story that the product answers otherwise.

    Raises StoryError for a record that cannot be made.
    """
    host = host_of(story)
    records = tuple(as_recorded(story, host, row) for row in story.records)
    for expectation in story.expectations:
        answered = _answered(story, host, records, expectation.day)
        found = _compared(_by_id(story, host, expectation), answered)
        if found:
            yield f"{story.path.name}, line {expectation.line}: {_told(expectation)}, but {found}"


def host_of(story: Story) -> PluginHost:
    """Return a host of the sets that the story names; StoryError for one that is not installed or does not load."""
    everything = _everything()
    named = {set_called(everything, name) for name in story.guidance}
    candidates = [(name, loader) for name, loader in installed() if name in named]
    values = tuple(_decided(story, everything, one) for one in story.settings)
    host = PluginHost.discover(candidates=candidates, agency_values=values)
    for name in named:
        if host.set(SetId(name)) is None:
            raise StoryError(story.path, 1, f"the guidance set {name} is not installed or does not load")
    return host


@cache
def _everything() -> PluginHost:
    return PluginHost.discover()


def _decided(story: Story, host: PluginHost, one: StorySetting) -> AgencyValue:
    called = setting_called(host, one.name)
    if called is None:
        raise StoryError(story.path, 1, f"no setting is called “{one.name}”")
    return AgencyValue(*called, one.value, PersonCode("W-21"), LONG_AGO, "the story says so")


def _by_id(story: Story, host: PluginHost, expectation: Expectation) -> Expected:
    """Return what is expected, of the rule or the set that the story calls by its title."""
    expected = expectation.expected
    if isinstance(expected, VerdictOf):
        return msgspec.structs.replace(expected, set=set_called(host, expected.set))
    if isinstance(expected, NothingDue):
        return expected
    called = rule_called(host, expected.rule)
    if called is None:
        raise StoryError(story.path, expectation.line, f"no duty and no check before closing is called {expected.rule}")
    return msgspec.structs.replace(expected, rule=called.rule, kinds=called.kinds)


def _answered(story: Story, host: PluginHost, records: tuple[Record, ...], day: date) -> Answered:
    case = case_on(story, records, day)
    items = tuple(item for found in host.due_items(case, day) for item in found.items)
    return Answered(day, items, host.review_closing(case, day))


def case_on(story: Story, records: tuple[Record, ...], day: date) -> CaseFile:
    """Return the case file of the story as it stood on a day."""
    sets = (set_called(_everything(), name) for name in story.guidance)
    programme = a_programme(*sets, context=story.context)
    return a_case(records, code=story.case, programme=programme, as_of=day.isoformat())


def as_recorded(story: Story, host: PluginHost, row: StoryRecord) -> Record:
    """Return the record of a row; StoryError where it cannot be made."""
    kind = kind_called(host, row.kind)
    if kind is None:
        raise StoryError(story.path, row.line, f"there is no kind of record “{row.kind}”")
    body = filled_in(kind, every_field(host, kind, row.fields))
    if isinstance(body, FieldProblem):
        raise StoryError(story.path, row.line, f"{row.kind}, field “{body.field}”: {body.message}")
    return written(
        body,
        row.on.isoformat(),
        entered_on=row.entered_on,
        id=row.id,
        amends=row.corrects,
        case=story.case,
    )


def _compared(expected: Expected, answered: Answered) -> str:
    match expected:
        case NothingDue():
            return _something_due(answered)
        case NotAskedFor(rule=rule, slot=slot):
            return "it is asked for" if answered.duties(rule, slot) else ""
        case VerdictOf(set=set_id, result=result):
            verdict = next((one.verdict for one in answered.reviews if one.set.id == set_id), None)
            return "" if verdict is result else f"it is “{verdict.label if verdict else 'not answered'}”"
        case AnswerOf():
            return _rule_compared(expected, answered)


def _something_due(answered: Answered) -> str:
    waiting = [
        item
        for item in answered.items
        if not item.advisory and due_state(item, answered.day) in {DueState.DUE, DueState.OVERDUE}
    ]
    return "; ".join(f"{item.rule} {item.slot} is {due_state(item, answered.day).label}" for item in waiting)


def _rule_compared(expected: AnswerOf, answered: Answered) -> str:
    items = answered.duties(expected.rule, expected.slot) if RuleKind.SCHEDULE in expected.kinds else ()
    if len(items) > 1:
        return f"the rule has several duties; name one of {', '.join(item.slot for item in items)} in bold"
    if items:
        return _duty_compared(expected, items[0], answered.day)
    answer = answered.check(expected.rule)
    if answer is None or expected.slot:
        return "no installed guidance set answers this"
    if answer.result is not expected.result:
        return f"it is “{answer.result.label}”: {answer.reason}"
    if expected.earliest is not None and answer.earliest != expected.earliest:
        return f"it can be in order from {answer.earliest}"
    return ""


def _duty_compared(expected: AnswerOf, item: DueItem, day: date) -> str:
    state = due_state(item, day)
    found = {"state": state, "late": days_late(item, day), "due": item.due, "done": item.done}
    wanted = {"state": expected.state, "late": expected.late, "due": expected.due, "done": expected.done}
    wrong = [name for name, value in wanted.items() if value is not None and found[name] != value]
    if not wrong and expected.state is not None:
        return ""
    late = found["late"]
    return f"it is “{state.label}”, {late} days late, due {item.due}, done {item.done or 'never'}"


def _told(expectation: Expectation) -> str:
    return f"the story says on {expectation.day}: {expectation.said}"
