"""`meeting new` and `meeting change`: a meeting is called, and what is known of it is said field by field."""

from collections.abc import Iterable
from datetime import datetime

import click

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.changing import as_said
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.preparing import NOT_CALLED, call_meeting, replan_meeting
from supervisor_tui.casework.meetings.typed_of_meeting import findings_on_meeting
from supervisor_tui.cli.commands.recording import say_warnings
from supervisor_tui.cli.days_held import held_in_words
from supervisor_tui.cli.field_values import fields_given
from supervisor_tui.cli.opening import with_desk
from supervisor_tui.cli.options import MOMENT
from supervisor_tui.cli.participants import one_more
from supervisor_tui.cli.printing import print_lines
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.asked_of import ASKED
from supervisor_tui.domain.meetings.kinds import ConferencePurpose, MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.guidance.forms import FieldProblem
from supervisor_tui.wording import _

__all__ = ["CALLED"]

FIELDS = ASKED - {"participants"}


@click.command(name="new")
@click.argument("words", nargs=-1, metavar=_("[CODE]... [FIELD=VALUE]..."))
@click.option(
    "--kind",
    type=click.Choice([one.value for one in MeetingKind]),
    default=MeetingKind.CONFERENCE.value,
    show_default=True,
    help=_("planning: with child and family; management: the team's caseload; conference: several agencies."),
)
@click.option("--at", "starts", type=MOMENT, required=True, help=_("Day and hour, as 2026-11-24T14:00."))
@click.option("--place", default="", help=_("Where; no address of the family."))
@click.option(
    "--purpose", type=click.Choice([one.value for one in ConferencePurpose]), help=_("What a conference is for.")
)
@click.option(
    "--with", "people", multiple=True, help=_("ROLE:WHO or ROLE:WHO:AGENCY, for example provider:nurse:AG-02")
)
@with_desk
def new_meeting(
    desk: Desk,
    words: tuple[str, ...],
    kind: str,
    starts: datetime,
    place: str,
    purpose: str | None,
    people: tuple[str, ...],
) -> None:
    """Call a meeting about one or more cases and print its number; field=value says more of it."""
    known = Meeting(
        id=NOT_CALLED,
        kind=MeetingKind(kind),
        starts=starts,
        cases=tuple(CaseCode(word) for word in words if "=" not in word),
        place=place,
        purpose=ConferencePurpose(purpose) if purpose else None,
        participants=tuple(one_more(one) for one in people),
    )
    known = _said(known, [word for word in words if "=" in word])
    nothing = Meeting(id=NOT_CALLED, kind=known.kind, starts=starts)
    called = call_meeting(desk, known)
    say_warnings(findings_on_meeting(desk, nothing, called))
    print_lines([called.id])


@click.command(name="change")
@click.argument("number")
@click.argument("values", nargs=-1)
@with_desk
def change(desk: Desk, number: str, values: tuple[str, ...]) -> None:
    """Change what is known of a meeting: field=value; a blank value takes it away.

    For example: supervisor-tui meeting change M-0001 place_confidential=yes
    """
    before = seen(desk, MeetingId(number))
    after = replan_meeting(desk, before, _said(before.value, values)).value
    say_warnings(findings_on_meeting(desk, before.value, after))
    when = after.starts.isoformat(timespec="minutes")
    print_lines(["  ".join((after.id, when, after.kind.label, *held_in_words(after)))])


def _said(before: Meeting, values: Iterable[str]) -> Meeting:
    """Return what was known with what is said; raises UsageError with the names of the fields where one is wrong."""
    given: dict[str, object] = fields_given(values)
    if isinstance(cases := given.get("cases"), str):
        given["cases"] = cases.replace(",", " ").split()
    strange = next((name for name in given if name not in FIELDS), None)
    said = as_said(before, given, given) if strange is None else FieldProblem(strange, _("There is no such field."))
    if isinstance(said, FieldProblem):
        message = _("Field {field}: {problem} The fields are: {fields}")
        names = ", ".join(sorted(FIELDS))
        raise click.UsageError(message.format(field=said.field or "?", problem=said.message, fields=names))
    return said


CALLED = (new_meeting, change)
