"""Whether child and caregiver were there, and why not: a line each below the table of who took part."""

import msgspec
from markdown_it.tree import SyntaxTreeNode

from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import ParticipantRole
from supervisor_tui.exchange.minutes.nodes import label_and_words, on_one_line, same
from supervisor_tui.exchange.minutes.reading import Reading
from supervisor_tui.exchange.paper.typed_text import text_as_markdown
from supervisor_tui.wording import _

__all__ = ["family_lines", "with_family"]

_WHY = {
    ParticipantRole.CHILD: "child_absent_because",
    ParticipantRole.CAREGIVER: "caregiver_absent_because",
}


def family_lines(meeting: Meeting) -> str:
    """Return the lines."""
    return "\n".join(f"- **{_label(role)}:** {_words(meeting, role, marked=True)}" for role in _WHY)


def _label(role: ParticipantRole) -> str:
    return role.label.capitalize()


def _words(meeting: Meeting, role: ParticipantRole, *, marked: bool = False) -> str:
    reason = getattr(meeting, _WHY[role]).strip()
    why = f" ({text_as_markdown(reason) if marked else on_one_line(reason)})" if reason else ""
    return _came(meeting, role) + why


def _came(meeting: Meeting, role: ParticipantRole) -> str:
    came = (one.attendance.label for one in meeting.participants if one.role is role)
    return ", ".join(dict.fromkeys(came)) or _("not invited, or not recorded")


def with_family(here: Meeting, meeting: Meeting, nodes: list[SyntaxTreeNode], reading: Reading) -> Meeting:
    """Return a meeting with what the lines of a text say, in brackets, of why somebody of the family did not come.

    Whether they came follows from the table. here: the meeting as it is kept; meeting: the same with the text's people.
    """
    said: dict[str, object] = {}
    otherwise = _("who took part is a table; why somebody of the family did not, a line.")
    for row, label, words in map(label_and_words, reading.items(nodes, otherwise)):
        role = next((one for one in _WHY if same(_label(one), label)), None)
        if role is None or _WHY[role] in said:
            reading.no_such_label(row, label, map(_label, _WHY), twice=role is not None)
            continue
        came, _bracket, why = words.partition("(")
        if came.strip() and came.strip() not in {_came(one, role) for one in (here, meeting)}:
            message = _("whether the {who} came follows from the table: {was}. Write why not in brackets behind it.")
            reading.problem(row, message.format(who=role.label, was=_came(meeting, role)))
        elif why and on_one_line(words) != on_one_line(_words(here, role)):
            reading.changed(row, _label(role), getattr(here, _WHY[role]), why.rstrip().removesuffix(")"))
            said[_WHY[role]] = why.rstrip().removesuffix(")").strip()
    return msgspec.structs.replace(meeting, **said)
