"""The head of minutes: when, where and why, how far they have come, and who took part."""

from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.exchange.minutes.attributes import heard_in_words
from supervisor_tui.exchange.minutes.facts_of_meeting import FACTS_OF_MEETING, HEARD_BY, HELD_ON
from supervisor_tui.exchange.minutes.family_there import family_lines
from supervisor_tui.exchange.minutes.headings import TOOK_PART, blank
from supervisor_tui.exchange.minutes.lines_out import Naming
from supervisor_tui.exchange.minutes.minutes_text import MinutesText
from supervisor_tui.exchange.minutes.on_paper import present, usual_hearers
from supervisor_tui.exchange.minutes.people_table import people_tables
from supervisor_tui.exchange.paper.typed_text import text_as_markdown
from supervisor_tui.wording import _

__all__ = ["copy_words", "facts", "participants"]


def facts(text: MinutesText, naming: Naming) -> list[str]:
    """Return the title, the facts of the meeting, and how far these minutes have come."""
    meeting = text.meeting
    told = [(fact.label, text_as_markdown(fact.words(meeting, text.called))) for fact in FACTS_OF_MEETING]
    told = [(word, value) for word, value in told if value or word != HELD_ON]
    if meeting.kind is not MeetingKind.CONFERENCE:
        told = [(word, value) for word, value in told if value]
    heard = usual_hearers(meeting, text.lines)
    told += [(HEARD_BY, heard_in_words(heard))] if heard != present(meeting) else []
    title = _("Minutes: {kind}").format(kind=meeting.kind.label)
    parts = [f"# {title}", "\n".join(f"- **{word}:** {value or blank()}" for word, value in told)]
    if text.copy_for:
        parts.append("**" + text_as_markdown(copy_words(text.copy_for)) + "**")
    return [*parts, "**" + _state(text, naming) + "**"]


def copy_words(whose: str) -> str:
    """Return the words that say whose copy it is."""
    return _("Copy for {whose}").format(whose=whose)


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


def participants(meeting: Meeting, naming: Naming, *, for_family: bool = False) -> list[str]:
    """Return who was invited and who came; the team's own meeting has no family."""
    parts = [
        "## " + TOOK_PART,
        *(people_tables(meeting, naming, for_family=for_family) if meeting.participants else [blank()]),
    ]
    with_family = meeting.participants and meeting.kind is not MeetingKind.MANAGEMENT
    return [*parts, family_lines(meeting)] if with_family else parts
