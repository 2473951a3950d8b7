"""The lines of a case file's story: what is due, the guidance in force, what is locked away, then newest first."""

from collections.abc import Mapping
from datetime import date

import msgspec

from supervisor_tui.casework.case_view import CaseView, StoryLine
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.due_list import DueLine, lateness
from supervisor_tui.casework.episodes import EpisodeView
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.ids import MeetingId, RecordId, RuleId
from supervisor_tui.domain.programme import SetInForce
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.domain.records.note import MeetingDecision
from supervisor_tui.domain.records.plan import ActionAdded
from supervisor_tui.domain.records.responsibility import GuidanceForCase
from supervisor_tui.guidance.reviews import CheckAnswer, SetFindings
from supervisor_tui.kit.columns import Cell, Column
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.store.confidential_marks import ConfidentialMark
from supervisor_tui.tui.days import full_day, near_day
from supervisor_tui.tui.ways_on import RecordIt, WayOn, way_to_settle, way_to_settle_row
from supervisor_tui.wording import _, ngettext

__all__ = ["COLUMNS", "CaseFileLine", "story_groups"]

FIRST_DUE, FIRST_STORY = 6, 200


class CaseFileLine(msgspec.Struct, frozen=True):
    """A line: when, what, who, a note. Enter opens the record `story` or the section `locked`, or follows `way`.

    meeting: where it was agreed. whole: what the line says in full, where `what` is shorter. rule: the one behind it.
    """

    key: str
    when: Cell
    what: str
    who: str = ""
    note: str = ""
    way: WayOn | None = None
    story: StoryLine | None = None
    locked: ConfidentialMark | None = None
    meeting: MeetingId | None = None
    whole: str = ""
    rule: RuleId | None = None


COLUMNS: tuple[Column[CaseFileLine], ...] = (
    Column("when", "", lambda line: line.when, width=13),
    Column("what", "", lambda line: line.what, width=30, flex=1),
    Column("who", "", lambda line: Cell(line.who, Tone.QUIET), width=8),
    Column("note", "", lambda line: Cell(line.note, Tone.QUIET), width=12, leaves_first=1),
)

CaseGroup = Group[CaseFileLine]


def story_groups(desk: Desk, view: CaseView) -> tuple[CaseGroup, ...]:
    """Return what is due, what the sets say of the file, what it stands on, then the story, newest first."""
    today = desk.as_of
    due = [_due(line, today) for line in view.due]
    findings = [_finding(view, one, check) for one in view.findings for check in one.checks if _wants_attention(check)]
    checks = Group("checks", _("IN THE FILE, TO PUT RIGHT"), findings, count=len(findings), first=FIRST_DUE)
    return (
        Group("due", _("DUE NEXT"), due, count=len(due), first=FIRST_DUE),
        *((checks,) if findings else ()),
        _guidance(desk, view),
        *((_locked(desk, view),) if view.confidential else ()),
        *_story_groups(desk, view),
    )


def _story_groups(desk: Desk, view: CaseView) -> tuple[CaseGroup, ...]:
    """Return the story; a case that was opened again tells each stretch of work by itself, the earlier ones folded."""
    today = desk.as_of
    if len(view.episodes) < 2:
        story = [_story(desk, line, today) for line in view.story]
        return (Group("story", _("STORY"), story, count=len(story), note=_("newest first"), first=FIRST_STORY),)
    by_record = {line.record.id: line for line in view.story}
    present, *earlier = view.episodes
    groups = [_episode(desk, one, by_record, folded=False) for one in (present,)]
    return (*groups, *(_episode(desk, one, by_record, folded=True) for one in earlier))


def _episode(desk: Desk, one: EpisodeView, by_record: Mapping[RecordId, StoryLine], *, folded: bool) -> CaseGroup:
    """Return one stretch of work under its own heading: from when to when, and how soon it came back."""
    spell = one.episode
    lines = [_story(desk, by_record[record.id], desk.as_of) for record in one.records if record.id in by_record]
    since = _("from {day}").format(day=full_day(spell.opened_on))
    until = _("to {day}").format(day=full_day(spell.closed_on)) if spell.closed_on else ""
    note = " · ".join(filter(None, (f"{since} {until}".strip(), one.back)))
    title = _("STORY, EPISODE {n}").format(n=spell.number)
    return Group(f"story/{spell.number}", title, lines, len(lines), note, folded=folded, first=FIRST_STORY)


def _due(line: DueLine, today: date) -> CaseFileLine:
    tone = {DueState.OVERDUE: Tone.URGENT, DueState.UNKNOWN: Tone.WARNING}.get(line.state, Tone.PLAIN)
    day = line.row.due_day
    when = near_day(day, today) if day is not None and line.state is not DueState.OVERDUE else lateness(line)
    return CaseFileLine(
        key=f"due/{line.row.set}/{line.row.rule}/{line.row.slot}",
        when=Cell(when, tone),
        what=line.row.item.unknown or line.row.item.title,
        note=_("advised") if line.row.advisory or not line.row.decides else "",
        way=way_to_settle_row(line.row),
        rule=line.row.rule,
    )


def _wants_attention(check: CheckAnswer) -> bool:
    return check.answer.result in {Result.FAIL, Result.UNKNOWN}


def _finding(view: CaseView, found: SetFindings, check: CheckAnswer) -> CaseFileLine:
    tone = Tone.URGENT if check.answer.result is Result.FAIL else Tone.WARNING
    missing = check.answer.missing
    return CaseFileLine(
        key=f"check/{found.set.id}/{check.rule.id}",
        when=Cell(check.answer.result.label, tone),
        what=check.rule.title,
        note=found.set.short_title,
        way=way_to_settle(view.case.code, missing) if missing is not None else None,
        whole=f"{check.rule.title}: {check.answer.reason}",
        rule=check.rule.id,
    )


def _guidance(desk: Desk, view: CaseView) -> CaseGroup:
    """Say which guidance is in force; opened, since when and why, and Enter changes it for this case."""
    lines = [_in_force(desk, view, one) for one in view.standings]
    told = " · ".join(f"{_short(desk, one)} {one.standing.label}" for one in view.standings)
    return Group(
        "guidance", _("GUIDANCE IN FORCE"), lines, count=len(lines), note=told or _("none"), folded=bool(lines)
    )


def _in_force(desk: Desk, view: CaseView, one: SetInForce) -> CaseFileLine:
    guidance = desk.host.set(one.set)
    words = _("{set} {standing}: {reason}")
    title = guidance.title if guidance else _("{set} (not installed)").format(set=one.set)
    since = _("{set} {standing} since {day}: {reason}")
    return CaseFileLine(
        key=f"guidance/{one.set}",
        when=Cell(near_day(one.since, desk.as_of)),
        what=words.format(set=title, standing=one.standing.label, reason=one.reason or _("no reason recorded")),
        way=RecordIt(view.case.code, GuidanceForCase.KIND, "standing", (("set", one.set),)),
        whole=since.format(
            set=title, standing=one.standing.label, day=full_day(one.since), reason=one.reason or _("not recorded")
        ),
    )


def _short(desk: Desk, one: SetInForce) -> str:
    guidance = desk.host.set(one.set)
    return guidance.short_title if guidance else one.set


def _locked(desk: Desk, view: CaseView) -> CaseGroup:
    """Say that strictly confidential sections exist, and who may open them; nothing of what they say."""
    lines = [_section(desk, mark) for mark in view.confidential]
    note = ngettext("{n} section is locked away", "{n} sections are locked away", len(lines)).format(n=len(lines))
    return Group("locked", _("STRICTLY CONFIDENTIAL"), lines, count=len(lines), note=note, folded=True)


def _section(desk: Desk, mark: ConfidentialMark) -> CaseFileLine:
    people = dict.fromkeys((mark.by, *mark.may_open))
    who = ", ".join(desk.short_name(person) for person in people)
    return CaseFileLine(
        key=f"locked/{mark.id}",
        when=Cell(near_day(mark.at.date(), desk.as_of)),
        what=_("a strictly confidential section; may be opened by {who}").format(who=who),
        who=desk.short_name(mark.by),
        locked=mark,
    )


def _story(desk: Desk, line: StoryLine, today: date) -> CaseFileLine:
    record = line.record
    how = "" if record.how_known is HowKnown.RECORDED else record.how_known.label
    return CaseFileLine(
        key=record.id,
        when=Cell(near_day(record.on, today)),
        what=f"{line.title}: {line.summary}" if line.summary else line.title,
        who=desk.short_name(record.by),
        note=how,
        story=line,
        meeting=_meeting_of(desk, line),
    )


def _meeting_of(desk: Desk, line: StoryLine) -> MeetingId | None:
    if line.record.kind not in {ActionAdded.KIND, MeetingDecision.KIND} or not line.readable:
        return None
    body = desk.host.kinds.decode(line.record)
    return body.meeting if isinstance(body, ActionAdded | MeetingDecision) else None
