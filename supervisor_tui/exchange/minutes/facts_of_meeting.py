"""The facts at the head of minutes: each with its label, its words on paper, and the way back."""

from collections.abc import Callable
from datetime import date, datetime

import msgspec
from markdown_it.tree import SyntaxTreeNode

from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.kinds import Channel, ConferencePurpose
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import ParticipantRole
from supervisor_tui.exchange.minutes.nodes import label_and_words, on_one_line, same
from supervisor_tui.exchange.minutes.reading import NotReadableError, Reading, one_of
from supervisor_tui.wording import _

__all__ = ["FACTS_OF_MEETING", "HEARD_BY", "HELD_ON", "MEETING_NUMBER", "FactOfMeeting", "moment", "with_facts"]

MEETING_NUMBER = _("Meeting")
HELD_ON = _("Held on")
"""Stands there only where it is another day than planned; typed in, it is the day from which everything counts."""

HEARD_BY = _("Heard by, unless a line says otherwise")
"""Stands there only where it is not those who took part; it is said of the lines, and read with them."""

Called = Callable[[str], str]
"""How somebody or a case is called on this paper: the code, with a name behind it where the paper holds names."""


class FactOfMeeting(msgspec.Struct, frozen=True):
    """One fact. field: that of the meeting; read: the way back, None for what follows from something else."""

    label: str
    words: Callable[[Meeting, Called], str]
    field: str = ""
    read: Callable[[str, Meeting], object] | None = None


def moment(when: date | datetime) -> str:
    """Return a day, or a day and hour with its offset."""
    return when.isoformat(" ", "minutes") if isinstance(when, datetime) else when.isoformat()


def _as_moment(words: str, meeting: Meeting) -> datetime:
    """Return a day and hour; without an offset they are meant in that of the meeting."""
    try:
        read = datetime.fromisoformat(words)
    except ValueError as error:
        message = _("{typed} is not a day and hour. Write it as 2026-11-30 14:00.")
        raise NotReadableError(message.format(typed=words)) from error
    return read if read.tzinfo else read.replace(tzinfo=meeting.starts.tzinfo)


def _as_day(words: str, _meeting: Meeting) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise NotReadableError(_("{typed} is not a day. Write it as 2026-11-30.").format(typed=words)) from error


def _as_cases(words: str, meeting: Meeting) -> tuple[CaseCode, ...]:
    """Return the codes in the order of the text; those that it leaves out stay behind them."""
    typed = (CaseCode(one.strip().upper()) for one in words.split(","))
    return tuple(dict.fromkeys((*filter(None, typed), *meeting.cases)))


def _in_role(role: ParticipantRole) -> Callable[[Meeting, Called], str]:
    return lambda meeting, called: ", ".join(
        called(one.label.strip()) for one in meeting.participants if one.role is role
    )


FACTS_OF_MEETING = (
    FactOfMeeting(MEETING_NUMBER, lambda meeting, _called: meeting.id),
    FactOfMeeting(_("When"), lambda meeting, _called: moment(meeting.starts), "starts", _as_moment),
    FactOfMeeting(
        HELD_ON, lambda meeting, _called: moment(meeting.day) if meeting.moved_from else "", "held_on", _as_day
    ),
    FactOfMeeting(_("Where"), lambda meeting, _called: meeting.place, "place", lambda words, _meeting: words),
    FactOfMeeting(
        *(_("How"), lambda meeting, _called: meeting.channel.label),
        *("channel", lambda words, _meeting: one_of(Channel, words)),
    ),
    FactOfMeeting(
        *(_("Purpose"), lambda meeting, _called: meeting.purpose.label if meeting.purpose else ""),
        *("purpose", lambda words, _meeting: one_of(ConferencePurpose, words)),
    ),
    FactOfMeeting(
        *(_("Why it is called"), lambda meeting, _called: meeting.called_because),
        *("called_because", lambda words, _meeting: words),
    ),
    FactOfMeeting(_("Cases"), lambda meeting, called: ", ".join(map(called, meeting.cases)), "cases", _as_cases),
    FactOfMeeting(_("Chair"), _in_role(ParticipantRole.CHAIR)),
    FactOfMeeting(_("Minute taker"), _in_role(ParticipantRole.MINUTE_TAKER)),
)


def with_facts(here: Meeting, meeting: Meeting, nodes: list[SyntaxTreeNode], reading: Reading) -> Meeting:
    """Return a meeting with the facts that a text says; what it leaves blank stays as it is.

    here: the meeting as it is kept. meeting: the same with the participants of the text, from whom it follows who is in
    the chair.
    """
    said: dict[str, object] = {}
    passed: set[str] = {MEETING_NUMBER}
    otherwise = _("at the head of minutes each fact is one line that begins with “- ”, as “- Where: office”.")
    for row, label, words in map(label_and_words, reading.items(nodes, otherwise)):
        if same(label, HEARD_BY) and HEARD_BY not in passed:
            passed.add(HEARD_BY)
            continue
        fact = next((one for one in FACTS_OF_MEETING if same(one.label, label)), None)
        if fact is None or (fact.label in passed and fact.field):
            known = (one.label for one in FACTS_OF_MEETING)
            reading.no_such_label(row, label, known, twice=fact is not None)
        elif fact.label != MEETING_NUMBER:
            passed.add(fact.label)
            said |= _said(fact, row, words, (here, meeting), reading)
    return msgspec.structs.replace(meeting, **said)


def _said(
    fact: FactOfMeeting, row: int, words: str, meetings: tuple[Meeting, Meeting], reading: Reading
) -> dict[str, object]:
    """Return the field of a fact with what the text says, nothing where it says what is kept or leaves it blank."""
    known = [on_one_line(fact.words(meeting, str)) for meeting in meetings]
    if not words or on_one_line(words) in known:
        return {}
    if fact.read is None:
        message = _("“{label}” follows from the table of who took part, which says: {was}. Change it there.")
        reading.problem(row, message.format(label=fact.label, was=known[-1] or _("nobody")))
        return {}
    try:
        value = fact.read(words, meetings[0])
    except NotReadableError as error:
        reading.problem(row, str(error))
        return {}
    if value == getattr(meetings[0], fact.field):
        return {}
    reading.changed(row, fact.label, known[0], words, fact.field)
    return {fact.field: value}
