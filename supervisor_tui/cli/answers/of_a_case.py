"""The answer about one case file."""

from datetime import date, datetime
from typing import Any

import msgspec

from supervisor_tui.casework.case_view import CaseView, StoryLine
from supervisor_tui.cli.answers.of_due import DueAnswerItem, due_answer
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.guidance.reviews import CheckAnswer, SetFindings


class FactAnswer(msgspec.Struct, frozen=True):
    """Something an answer rests on, with the record it stands in and how that is known."""

    text: str
    on: date | None
    record: str | None
    how_known: str


class CheckAnswerLine(msgspec.Struct, frozen=True):
    """One check. earliest: the first day on which it can pass, where that is known.

    missing_record, missing_field: what to record so that it can be told; missing_who: who can; missing_setting: what
    the agency must decide.
    """

    rule: str
    result: str
    strength: str
    title: str
    reason: str
    facts: tuple[FactAnswer, ...]
    earliest: date | None
    source: str
    alternative: str | None
    missing_setting: str | None
    missing_record: str | None
    missing_field: str | None
    missing_who: str | None


class FindingsAnswer(msgspec.Struct, frozen=True):
    """What one set in force says of the case file as it stands, each check by itself."""

    set: str
    version: str
    in_force: str
    checks: tuple[CheckAnswerLine, ...]


class RecordAnswer(msgspec.Struct, frozen=True):
    """One record as it is kept."""

    id: str
    kind: str
    kind_version: int
    title: str
    on: date
    entered_on: datetime
    by: str
    how_known: str
    told_by: str | None
    source: str | None
    amends: str | None
    body: dict[str, Any]


class GoalAnswer(msgspec.Struct, frozen=True):
    """A goal of the plan and what became of it."""

    goal: str
    text: str
    status: str
    target_on: date | None


class ActionAnswer(msgspec.Struct, frozen=True):
    """An action of the plan, with the meeting that decided it where there was one."""

    action: str
    text: str
    owner: str | None
    due_on: date | None
    status: str
    need: str | None
    meeting: str | None


class CaseAnswer(msgspec.Struct, frozen=True):
    """One case file.

    danger: registered as in danger, and nobody has acted or assessed since. opened_by: how many people opened it in the
    last thirty days.
    """

    case: str
    as_of: date
    status: str
    yet_to_agree: tuple[str, ...]
    danger: bool
    step: str
    risk: str | None
    risk_since: date | None
    worker: str | None
    programme: str
    context: str
    age_band: str | None
    in_force: dict[str, str]
    goals: tuple[GoalAnswer, ...]
    actions: tuple[ActionAnswer, ...]
    due: tuple[DueAnswerItem, ...]
    findings: tuple[FindingsAnswer, ...]
    records: tuple[RecordAnswer, ...]
    opened_by: int


def case_answer(view: CaseView, host: PluginHost, as_of: date) -> CaseAnswer:
    """Return a case file as JSON gives it."""
    return CaseAnswer(
        case=view.case.code,
        as_of=as_of,
        status=view.status.value,
        yet_to_agree=tuple(one.value for one in view.yet_to_agree),
        danger=view.in_danger,
        step=view.step.value,
        risk=view.risk.entry.body.level if view.risk else None,
        risk_since=view.risk.since if view.risk else None,
        worker=view.worker,
        programme=view.case.programme.id,
        context=view.context,
        age_band=view.age_band or None,
        in_force={found.set: found.standing.value for found in view.standings},
        goals=tuple(
            GoalAnswer(one.goal.goal, one.goal.text, one.status.value, one.goal.target_on) for one in view.goals
        ),
        actions=tuple(
            ActionAnswer(
                one.action.action,
                one.action.text,
                one.action.owner or None,
                one.action.due_on,
                one.status.value,
                one.action.need or None,
                one.meeting,
            )
            for one in view.actions
        ),
        due=due_answer(view.due, host, as_of).items,
        findings=tuple(_findings(found) for found in view.findings),
        records=tuple(_record(line) for line in view.story),
        opened_by=view.opened_by,
    )


def _record(line: StoryLine) -> RecordAnswer:
    record = line.record
    return RecordAnswer(
        id=record.id,
        kind=record.kind,
        kind_version=record.kind_version,
        title=line.title,
        on=record.on,
        entered_on=record.entered_on,
        by=record.by,
        how_known=record.how_known.value,
        told_by=record.told_by,
        source=record.source,
        amends=record.amends,
        body=msgspec.json.decode(record.body, type=dict[str, Any]),
    )


def _findings(found: SetFindings) -> FindingsAnswer:
    return FindingsAnswer(
        found.set.id,
        found.set.version,
        found.standing.standing.value,
        tuple(check_line(check) for check in found.checks),
    )


def check_line(check: CheckAnswer) -> CheckAnswerLine:
    """Return one check as JSON gives it."""
    answer = check.answer
    return CheckAnswerLine(
        rule=check.rule.id,
        result=answer.result.value,
        strength=check.rule.strength.value,
        title=check.rule.title,
        reason=answer.reason,
        facts=tuple(FactAnswer(fact.text, fact.on, fact.record, fact.how_known.value) for fact in answer.facts),
        earliest=answer.earliest,
        source=check.rule.source,
        alternative=check.rule.alternative or None,
        missing_setting=answer.missing.setting if answer.missing else None,
        missing_record=answer.missing.record if answer.missing else None,
        missing_field=answer.missing.field if answer.missing else None,
        missing_who=answer.missing.who if answer.missing else None,
    )
