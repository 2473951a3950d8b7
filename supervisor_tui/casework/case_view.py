"""Where one case stands: its head, its story newest first, its plan, and what is due next."""

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.due_list import DueLine, case_due_lines
from supervisor_tui.casework.episodes import EpisodeView, episode_views
from supervisor_tui.casework.opening_files import opened_in_30_days
from supervisor_tui.casework.working_out import age_band
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.danger import in_danger
from supervisor_tui.domain.ids import PersonCode, SetId
from supervisor_tui.domain.intake import is_waiting_for_agreement, yet_to_agree
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.plan import ActionStanding, GoalStanding, actions, goals
from supervisor_tui.domain.programme import SetInForce, Standing
from supervisor_tui.domain.records.consent import ConsentGiver
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import RecordBody, YesNo
from supervisor_tui.domain.records.note import MeetingDecision
from supervisor_tui.domain.records.plan import ActionAdded
from supervisor_tui.domain.records.steps import Step
from supervisor_tui.domain.risk import RiskPeriod, risk
from supervisor_tui.domain.standing import context_on, standing_of
from supervisor_tui.domain.status import Status, registration, status, step, worker
from supervisor_tui.guidance.forms import FieldType, as_plain, fields_of
from supervisor_tui.guidance.reviews import SetFindings
from supervisor_tui.store.confidential_marks import ConfidentialMark
from supervisor_tui.wording import _


class FieldLine(msgspec.Struct, frozen=True):
    """One field of a record as it is read: its title and its value in words.

    answers: for a question that can be answered with yes, the stored value ("yes", "no", "part").
    """

    title: str
    value: str
    rule: str = ""
    answers: str = ""


class StoryLine(msgspec.Struct, frozen=True):
    """One record of the story: what it is, the day, a line of what it says, and whether it could be read."""

    record: Record
    title: str
    summary: str
    fields: tuple[FieldLine, ...]
    readable: bool = True


class CaseView(msgspec.Struct, frozen=True):
    """Everything the case file's screen and the `case` command show.

    meetings: those in which an action or a decision of this case was agreed. confidential: that strictly confidential
    sections exist, and who may open them; never what they say. yet_to_agree: who has not agreed on record, where the
    case is an intake for want of it. in_danger: registered as in danger, and nobody has acted or assessed since, as the
    lists say it. episodes: the stretches of work, the present one first. opened_by: how many people opened the
    file in the last thirty days.
    """

    case: CaseFile
    status: Status
    yet_to_agree: tuple[ConsentGiver, ...]
    in_danger: bool
    step: Step
    risk: RiskPeriod | None
    worker: PersonCode | None
    age_band: str
    context: str
    standings: tuple[SetInForce, ...]
    story: tuple[StoryLine, ...]
    goals: tuple[GoalStanding, ...]
    actions: tuple[ActionStanding, ...]
    due: tuple[DueLine, ...]
    findings: tuple[SetFindings, ...]
    meetings: tuple[Meeting, ...]
    confidential: tuple[ConfidentialMark, ...]
    episodes: tuple[EpisodeView, ...]
    opened_by: int

    @property
    def status_words(self) -> str:
        """Where the case stands, and for an intake who has not agreed on record."""
        if not self.yet_to_agree:
            return self.status.label
        who = ", ".join(one.label for one in self.yet_to_agree)
        return _("{status}: not agreed on record: {who}").format(status=self.status.label, who=who)


def case_view(desk: Desk, case: CaseFile) -> CaseView:
    """Return the view of a case file."""
    opening = registration(case)
    context = context_on(case, desk.as_of)
    return CaseView(
        case=case,
        status=status(case),
        yet_to_agree=yet_to_agree(case) if is_waiting_for_agreement(case) and status(case) is Status.INTAKE else (),
        in_danger=in_danger(case),
        step=step(case),
        risk=risk(case),
        worker=worker(case),
        age_band=age_band(opening.body, opening.on, desk.as_of) if opening else "",
        context=context.label if context else _("context not set"),
        standings=tuple(
            found
            for guidance in desk.host.sets
            if (found := standing_of(case, SetId(guidance.id), desk.as_of)).standing is not Standing.OFF
        ),
        story=tuple(story_line(desk, record) for record in reversed(case.records)),
        goals=goals(case),
        actions=actions(case),
        due=case_due_lines(desk, case),
        findings=desk.host.case_checks(case, desk.as_of),
        meetings=_meetings_of(desk, case),
        confidential=desk.store.confidential_marks.of(case.code),
        episodes=episode_views(desk, case),
        opened_by=len(opened_in_30_days(desk, case.code)),
    )


def _meetings_of(desk: Desk, case: CaseFile) -> tuple[Meeting, ...]:
    numbers = {entry.body.meeting for entry in case.of(MeetingDecision)}
    numbers |= {entry.body.meeting for entry in case.of(ActionAdded) if entry.body.meeting is not None}
    found = (desk.store.meetings.get(number) for number in sorted(numbers))
    return tuple(meeting for meeting in found if meeting is not None)


def story_line(desk: Desk, record: Record) -> StoryLine:
    """Return a record as a line; one whose guidance set is not installed is shown as kept, not read."""
    title = desk.host.kinds.title(record.kind)
    try:
        body = desk.host.kinds.decode(record)
    except msgspec.MsgspecError:
        return StoryLine(record, title, _("this record cannot be read; it is kept as it is"), (), readable=False)
    if body is None:
        return StoryLine(record, title, _("kept; the guidance that reads it is not installed"), (), readable=False)
    fields = fields_in_words(body)
    by_itself = {field.title for field in fields_of(type(body)) if field.by_itself}
    return StoryLine(record, title, _in_a_line(tuple(one for one in fields if one.title not in by_itself)), fields)


MOST_IN_A_LINE = 4


def _in_a_line(fields: tuple[FieldLine, ...]) -> str:
    """Return the values that tell something by themselves; a plain yes tells nothing, another answer its question."""
    told = [
        f"{field.title} {field.value}" if field.answers else field.value
        for field in fields
        if field.answers != YesNo.YES
    ]
    return " · ".join(told[:MOST_IN_A_LINE])


def fields_in_words(body: RecordBody) -> tuple[FieldLine, ...]:
    """Return the filled-in fields of a record in the words that a person reads."""
    lines = []
    for field in fields_of(type(body)):
        value = getattr(body, field.name)
        if value in {None, ""} if not isinstance(value, tuple) else not value:
            continue
        labels = {option.value: option.label for option in field.options}
        if field.type is FieldType.ROWS:
            words = "; ".join(_row(row) for row in value)
        elif isinstance(value, tuple):
            words = "; ".join(labels.get(str(one), str(one)) for one in value)
        else:
            words = labels.get(str(value), str(as_plain(value)))
        answers = str(value) if YesNo.YES in labels and not isinstance(value, tuple) else ""
        lines.append(FieldLine(field.title, f"{words} {field.unit}".strip(), field.rule, answers))
    return tuple(lines)


def _row(row: msgspec.Struct) -> str:
    """Return the values of a row in words; rows within it are told by the record's own screen, not in a line."""
    told = (value for value in msgspec.structs.astuple(row) if not isinstance(value, tuple))
    return ", ".join(str(value) for value in told if value not in {None, ""})
