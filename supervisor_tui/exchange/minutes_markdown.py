"""The minutes of a meeting as a Markdown text that can be printed, sent or kept.

The headings are those that conference minutes of several countries share, as far as a meeting and its lines hold them.
People and cases stand under their codes; a name appears only if the caller hands over a table of names, knowing where
the paper goes. What was typed is text and never markup.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime

from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine, lines_that_stand
from supervisor_tui.domain.meetings.participants import Attendance, Participant, ParticipantRole
from supervisor_tui.exchange.paper.typed_text import table_in_markdown, text_as_markdown
from supervisor_tui.wording import _

__all__ = ["minutes_as_markdown"]

_SPOKEN = {
    LineKind.NOTE: "",
    LineKind.RISK: LineKind.RISK.label,
    LineKind.FOLLOW_UP: LineKind.FOLLOW_UP.label,
    LineKind.NO_CHANGE: LineKind.NO_CHANGE.label,
}

Naming = Callable[[str], str]


def minutes_as_markdown(
    meeting: Meeting,
    lines: tuple[MinutesLine, ...],
    *,
    names: Mapping[str, str] | None = None,
    next_meeting: datetime | date | None = None,
) -> str:
    """Return the minutes in Markdown.

    lines: every line of this meeting; what was corrected or taken back is left out. names: by code, shown behind the
    code; without it the minutes hold codes only. next_meeting: when it goes on.
    """
    standing = lines_that_stand(lines)
    naming = _naming(names or {})
    parts = [
        *_head(meeting, naming),
        *_participants(meeting, naming),
        *_agenda(meeting, naming),
        *_case_sections(meeting, standing, naming),
        *_section(_("The meeting as a whole"), _spoken_and_decided(standing, None, naming, [])),
        "## " + _("Next meeting"),
        _moment(next_meeting) if next_meeting else _not_recorded(),
        "## " + _("Confidentiality"),
        _confidentiality(with_names=bool(names)),
    ]
    return "\n\n".join(parts) + "\n"


def _naming(names: Mapping[str, str]) -> Naming:
    def naming(code: str) -> str:
        name = names.get(code)
        return text_as_markdown(f"{code} ({name})" if name else code)

    return naming


def _head(meeting: Meeting, naming: Naming) -> list[str]:
    title = _("Minutes: {kind}").format(kind=meeting.kind.label)
    facts = [
        (_("When"), _moment(meeting.starts)),
        (_("Where"), text_as_markdown(meeting.place)),
        (_("Purpose"), meeting.purpose.label if meeting.purpose else ""),
        (_("Cases"), ", ".join(naming(code) for code in meeting.cases)),
        (_("Chair"), _in_role(meeting, ParticipantRole.CHAIR, naming)),
        (_("Minute taker"), _in_role(meeting, ParticipantRole.MINUTE_TAKER, naming)),
    ]
    if meeting.kind is not MeetingKind.CONFERENCE:
        facts = [(word, value) for word, value in facts if value]
    parts = [f"# {title}", "\n".join(f"- **{word}:** {value or _not_recorded()}" for word, value in facts)]
    if meeting.state is not MeetingState.CLOSED:
        parts.append("**" + _("Draft: the meeting is not over.") + "**")
    return parts


def _in_role(meeting: Meeting, role: ParticipantRole, naming: Naming) -> str:
    return ", ".join(naming(one.label) for one in meeting.participants if one.role is role)


def _participants(meeting: Meeting, naming: Naming) -> list[str]:
    present = [one for one in meeting.participants if one.attendance is Attendance.PRESENT]
    others = [one for one in meeting.participants if one.attendance is not Attendance.PRESENT]
    parts = ["## " + _("Who took part")]
    parts.append(_present(meeting.kind, present, naming) if present else _not_recorded())
    if meeting.kind is not MeetingKind.MANAGEMENT:
        parts.append("\n".join(_family_lines(meeting.participants)))
    if others:
        heads = (_("Who"), _("Role"), _("Agency"), _("Attendance"))
        rows = [(*_who(one, naming), one.attendance.label) for one in others]
        parts += ["## " + _("Apologies and absent"), table_in_markdown(heads, rows)]
    return parts


def _present(kind: MeetingKind, present: list[Participant], naming: Naming) -> str:
    """Return who was there; signatures belong to meetings to which people come from outside."""
    heads = (_("Who"), _("Role"), _("Agency"))
    if kind is MeetingKind.MANAGEMENT:
        return table_in_markdown(heads, [_who(one, naming) for one in present])
    rows = [(*_who(one, naming), one.signed_on.isoformat() if one.signed_on else _not_recorded()) for one in present]
    return table_in_markdown((*heads, _("Signed confidentiality on")), rows)


def _who(one: Participant, naming: Naming) -> tuple[str, str, str]:
    return naming(one.label), one.role.label, text_as_markdown(one.agency)


def _family_lines(participants: tuple[Participant, ...]) -> list[str]:
    lines = []
    for role in (ParticipantRole.CHILD, ParticipantRole.CAREGIVER):
        came = [one.attendance for one in participants if one.role is role]
        words = ", ".join(dict.fromkeys(attendance.label for attendance in came))
        lines.append(f"- **{role.label.capitalize()}:** {words or _('not invited, or not recorded')}")
    return lines


def _agenda(meeting: Meeting, naming: Naming) -> list[str]:
    if not meeting.agenda:
        return []
    points = []
    for number, point in enumerate(meeting.agenda, 1):
        case = f"{naming(point.case)}: " if point.case else ""
        length = " " + _("({minutes} min)").format(minutes=point.minutes) if point.minutes else ""
        points.append(f"{number}. {case}{text_as_markdown(point.text) or _not_recorded()}{length}")
    return ["## " + _("Agenda"), "\n".join(points)]


def _case_sections(meeting: Meeting, lines: tuple[MinutesLine, ...], naming: Naming) -> list[str]:
    spoken_of = [line.case for line in lines if line.case is not None]
    codes = tuple(dict.fromkeys((*meeting.cases, *spoken_of)))
    unchanged = _unchanged(codes, lines) if meeting.kind is MeetingKind.MANAGEMENT else ()
    parts: list[str] = []
    for code in codes:
        if code in unchanged:
            continue
        views = _views(meeting.kind, [line for line in lines if line.case == code])
        found = _spoken_and_decided(lines, code, naming, views)
        parts += ["## " + _("Case {code}").format(code=naming(code)), *(found or [_("Nothing recorded.")])]
    return parts + _section(_("No change"), [", ".join(map(naming, unchanged))] if unchanged else [])


def _unchanged(codes: Iterable[CaseCode], lines: tuple[MinutesLine, ...]) -> tuple[CaseCode, ...]:
    """Return the cases of which no more was said than that nothing has changed: a team's round names many of them."""
    said: dict[CaseCode, list[MinutesLine]] = {code: [] for code in codes}
    for line in lines:
        if line.case is not None:
            said[line.case].append(line)
    return tuple(
        code
        for code, mine in said.items()
        if mine and all(line.kind is LineKind.NO_CHANGE and not line.text.strip() for line in mine)
    )


def _views(kind: MeetingKind, lines: list[MinutesLine]) -> list[str]:
    """Return the views of child and caregiver; a meeting without family says nothing where nothing was recorded."""
    parts: list[str] = []
    for heading, view in (
        (_("Views and wishes of the child"), LineKind.CHILD_VIEW),
        (_("Views and wishes of the caregiver"), LineKind.CAREGIVER_VIEW),
    ):
        said = [line for line in lines if line.kind is view]
        if said or kind is not MeetingKind.MANAGEMENT:
            parts += [f"### {heading}", _bullets(said) or _not_recorded()]
    return parts


def _spoken_and_decided(
    lines: tuple[MinutesLine, ...], case: CaseCode | None, naming: Naming, views: list[str]
) -> list[str]:
    mine = [line for line in lines if line.case == case]
    of = {kind: [line for line in mine if line.kind is kind] for kind in LineKind}
    spoken = [line for line in mine if line.kind in _SPOKEN]
    if case is None:
        views = _views(MeetingKind.MANAGEMENT, mine)
    parts = [*_section(_("What was said"), [_bullets(spoken)] if spoken else [], level=3), *views]
    decisions = "\n".join(_decision(number, line) for number, line in enumerate(of[LineKind.DECISION], 1))
    parts += _section(_("Decisions and reasons"), [decisions] if decisions else [], level=3)
    if of[LineKind.ACTION]:
        heads = (_("What"), _("Who"), _("Until"), _("Need"))
        parts += [
            "### " + _("Actions"),
            table_in_markdown(heads, [_action(line, naming) for line in of[LineKind.ACTION]]),
        ]
    dissent = [f"- {naming(line.by)}: {_words(line)}" for line in of[LineKind.DISSENT]]
    return parts + _section(_("Dissent"), ["\n".join(dissent)] if dissent else [], level=3)


def _decision(number: int, line: MinutesLine) -> str:
    reason = text_as_markdown(line.reason) or _not_recorded()
    return f"{number}. {_words(line)}\n   " + _("Reason: {reason}").format(reason=reason)


def _action(line: MinutesLine, naming: Naming) -> Sequence[str]:
    until = line.due_on.isoformat() if line.due_on else _not_recorded()
    owner = naming(line.owner) if line.owner.strip() else _not_recorded()
    return _words(line), owner, until, text_as_markdown(line.need)


def _bullets(lines: Iterable[MinutesLine]) -> str:
    return "\n".join(f"- {_labelled(line)}" for line in lines)


def _labelled(line: MinutesLine) -> str:
    label = _SPOKEN.get(line.kind, "").capitalize()
    words = text_as_markdown(line.text)
    if label and words:
        return f"{label}: {words}"
    return label or words or _not_recorded()


def _words(line: MinutesLine) -> str:
    return text_as_markdown(line.text) or _not_recorded()


def _section(heading: str, parts: list[str], *, level: int = 2) -> list[str]:
    return [f"{'#' * level} {heading}", *parts] if parts else []


def _moment(when: date | datetime) -> str:
    return when.isoformat(" ", "minutes") if isinstance(when, datetime) else when.isoformat()


def _not_recorded() -> str:
    return "*" + _("not recorded") + "*"


def _confidentiality(*, with_names: bool) -> str:
    if with_names:
        return _("These minutes hold names. Keep them locked, and give them only to those who may read them.")
    return _("These minutes hold codes and no names. Keep them as confidential as the case file.")
