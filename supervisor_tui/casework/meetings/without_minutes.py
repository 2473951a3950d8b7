"""Copies that are no minutes: what was decided and is to be done, or the code alone where no basis is recorded."""

from collections.abc import Iterable, Iterator

from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.exchange.paper.paper import CodesOrNames, Paper
from supervisor_tui.exchange.paper.typed_text import text_as_markdown
from supervisor_tui.wording import _

__all__ = ["BY_CODE_ONLY", "without_minutes"]

BY_CODE_ONLY = _("No basis to share is recorded, so this paper holds the code only. Ask whoever called the meeting.")


def without_minutes(meeting: Meeting, whose: str, lines: tuple[MinutesLine, ...]) -> Paper:
    """Return the decisions, actions and next dates of these lines; where there are none, the code and why."""
    return Paper(
        title=_("Decisions {number}").format(number=meeting.id)
        if lines
        else _("Meeting {number}").format(number=meeting.id),
        markdown="\n\n".join(_parts(meeting, whose, lines)) + "\n",
        holds=CodesOrNames.CODES,
    )


def _parts(meeting: Meeting, whose: str, lines: tuple[MinutesLine, ...]) -> Iterator[str]:
    words = _("Decisions of {number}") if lines else _("Meeting {number}")
    yield "# " + words.format(number=text_as_markdown(meeting.id))
    yield " · ".join((meeting.kind.label, meeting.starts.isoformat(sep=" ", timespec="minutes")))
    yield "**" + text_as_markdown(whose) + "**"
    if not lines:
        yield ", ".join(map(text_as_markdown, meeting.cases))
        yield BY_CODE_ONLY
        return
    if meeting.approved_at is None:
        yield _("Draft: the chair has not approved these minutes.")
    for code in dict.fromkeys(line.case for line in lines):
        yield "## " + (text_as_markdown(code) if code else _("The meeting as a whole"))
        yield "\n".join(_listed(line for line in lines if line.case == code))


def _listed(lines: Iterable[MinutesLine]) -> Iterator[str]:
    for line in lines:
        yield f"- {line.kind.label}: {text_as_markdown(_in_words(line))}"


def _in_words(line: MinutesLine) -> str:
    if line.kind is LineKind.DECISION:
        return _("{text} because {reason}").format(text=line.text, reason=line.reason) if line.reason else line.text
    if line.kind is LineKind.ACTION:
        who = line.owner or _("nobody named yet")
        until = line.due_on.isoformat() if line.due_on else _("no day set")
        return _("{text} ({who}, until {until})").format(text=line.text, who=who, until=until)
    return " ".join(filter(None, (line.on.isoformat() if line.on else "", line.text)))
