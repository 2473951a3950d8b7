"""The head of minutes: when, where and why, who took part, the agenda."""

from datetime import date, datetime

from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import Attendance, Confidentiality, Participant, ParticipantRole
from supervisor_tui.exchange.minutes.lines_out import Naming, blank
from supervisor_tui.exchange.minutes.minutes_text import MinutesText
from supervisor_tui.exchange.paper.typed_text import table_in_markdown, text_as_markdown
from supervisor_tui.wording import _

__all__ = ["AGENDA", "ATTENDANCE", "MEETING_NUMBER", "NUMBER", "TOOK_PART", "agenda", "facts", "moment", "participants"]

MEETING_NUMBER = _("Meeting")
TOOK_PART = _("Who took part")
AGENDA = _("Agenda")
NUMBER = _("No.")
ATTENDANCE = _("Attendance")


def facts(text: MinutesText, naming: Naming) -> list[str]:
    """Return the title, the facts of the meeting, and how far these minutes have come."""
    meeting = text.meeting
    told = [
        (MEETING_NUMBER, text_as_markdown(meeting.id)),
        (_("When"), moment(meeting.starts)),
        (_("Where"), text_as_markdown(meeting.place)),
        (_("How"), meeting.channel.label if meeting.channel else ""),
        (_("Purpose"), meeting.purpose.label if meeting.purpose else ""),
        (_("Why it is called"), text_as_markdown(meeting.called_because)),
        (_("Cases"), ", ".join(naming(code) for code in meeting.cases)),
        (_("Chair"), _in_role(meeting, ParticipantRole.CHAIR, naming)),
        (_("Minute taker"), _in_role(meeting, ParticipantRole.MINUTE_TAKER, naming)),
    ]
    if meeting.kind is not MeetingKind.CONFERENCE:
        told = [(word, value) for word, value in told if value]
    title = _("Minutes: {kind}").format(kind=meeting.kind.label)
    parts = [f"# {title}", "\n".join(f"- **{word}:** {value or blank()}" for word, value in told)]
    if text.copy_for:
        parts.append("**" + text_as_markdown(text.copy_for) + "**")
    return [*parts, "**" + _state(text, naming) + "**"]


def _state(text: MinutesText, naming: Naming) -> str:
    meeting = text.meeting
    if meeting.approved_at is None:
        return _("Draft: the chair has not approved these minutes.")
    approved = _("Approved by {who} on {day}.").format(
        who=naming(meeting.approved_by), day=meeting.approved_at.date().isoformat()
    )
    count = len(text.corrections)
    if not count:
        return approved
    return approved + " " + _("Version {count}: see Corrections at the end.").format(count=count)


def _in_role(meeting: Meeting, role: ParticipantRole, naming: Naming) -> str:
    return ", ".join(naming(one.label) for one in meeting.participants if one.role is role)


def participants(meeting: Meeting, naming: Naming) -> list[str]:
    """Return who was invited and who came; signatures belong to meetings to which people come from outside."""
    parts = ["## " + TOOK_PART]
    if not meeting.participants:
        return [*parts, blank()]
    heads = [NUMBER, _("Who"), _("Role"), _("Agency"), ATTENDANCE]
    rows = [_who(one, naming) for one in meeting.participants]
    if meeting.kind is not MeetingKind.MANAGEMENT:
        heads += [_("Confidentiality"), _("Report sent")]
        rows = [[*row, _promise(one), _report(one)] for row, one in zip(rows, meeting.participants, strict=True)]
    parts.append(table_in_markdown(heads, rows))
    if meeting.kind is not MeetingKind.MANAGEMENT:
        parts.append("\n".join(_family_lines(meeting)))
    return parts


def _who(one: Participant, naming: Naming) -> list[str]:
    agency = " · ".join(filter(None, (one.agency, one.sector)))
    return [text_as_markdown(one.id), naming(one.label), one.role.label, text_as_markdown(agency), one.attendance.label]


def _promise(one: Participant) -> str:
    if one.confidentiality is Confidentiality.SIGNED and one.signed_on:
        return f"{one.confidentiality.label}, {one.signed_on.isoformat()}"
    return one.confidentiality.label


def _report(one: Participant) -> str:
    if one.attendance is Attendance.PRESENT:
        return ""
    return one.report_sent.label if one.report_sent else blank()


def _family_lines(meeting: Meeting) -> list[str]:
    """Return whether child and caregiver were there, and why not."""
    lines = []
    reasons = {
        ParticipantRole.CHILD: meeting.child_absent_because,
        ParticipantRole.CAREGIVER: meeting.caregiver_absent_because,
    }
    for role, reason in reasons.items():
        came = [one.attendance for one in meeting.participants if one.role is role]
        words = ", ".join(dict.fromkeys(attendance.label for attendance in came))
        why = f" ({text_as_markdown(reason)})" if reason.strip() else ""
        lines.append(f"- **{role.label.capitalize()}:** {words or _('not invited, or not recorded')}{why}")
    return lines


def agenda(meeting: Meeting, naming: Naming) -> list[str]:
    """Return the agenda."""
    if not meeting.agenda:
        return []
    points = []
    for number, point in enumerate(meeting.agenda, 1):
        case = f"{naming(point.case)}: " if point.case else ""
        length = " " + _("({minutes} min)").format(minutes=point.minutes) if point.minutes else ""
        points.append(f"{number}. {case}{text_as_markdown(point.text) or blank()}{length}")
    return ["## " + AGENDA, "\n".join(points)]


def moment(when: date | datetime) -> str:
    """Return a day, or a day and hour with its offset."""
    return when.isoformat(" ", "minutes") if isinstance(when, datetime) else when.isoformat()
