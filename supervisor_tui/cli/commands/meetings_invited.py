"""`meeting people|invite|invitee`: who is invited, why each may be told about the child, and who may harm."""

from collections.abc import Callable
from datetime import date
from typing import Any

import click

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.invitees import Invitee, Invitees, basis_in_words, invitees, notice_in_words
from supervisor_tui.casework.meetings.inviting import invited, invitee_changed
from supervisor_tui.casework.meetings.typed_of_meeting import findings_on_invitee
from supervisor_tui.casework.meetings.who import code_if_known
from supervisor_tui.cli.answers.of_invitees import invitees_answer
from supervisor_tui.cli.commands.recording import say_warnings
from supervisor_tui.cli.opening import as_json, with_desk
from supervisor_tui.cli.options import DAY
from supervisor_tui.cli.participants import participant_meant
from supervisor_tui.cli.printing import print_json, print_lines
from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.meetings.participants import Participant, ParticipantRole, SharingBasis
from supervisor_tui.domain.records.closing import ApprovingBody
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.wording import _

__all__ = ["INVITED"]


def _one_of(choices: type[Choice], *more: str) -> click.Choice[str]:
    return click.Choice([*(one.value for one in choices), *more])


def _what_is_said(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options for what is recorded of an invitee."""
    options = (
        click.option("--agency", help=_("Their agency.")),
        click.option("--sector", help=_("Their sector, for example health.")),
        click.option("--contact", help=_("Telephone or mail of their office; never of child or family.")),
        click.option("--body", type=_one_of(ApprovingBody), help=_("The body they speak for.")),
        click.option(
            "--professional", type=click.Choice(["yes", "no"]), help=_("Whether they come as a professional.")
        ),
        click.option("--basis", type=_one_of(SharingBasis, "none"), help=_("Why they may be told about the child.")),
        click.option("--note", help=_("A note on that: which law, which danger; no names.")),
        click.option("--harm", type=_one_of(YesNo), help=_("Whether they may be a source of harm.")),
        click.option("--harm-note", help=_("A note on that; no paper holds it.")),
        click.option("--told", type=DAY, help=_("The day on which they were told of the meeting.")),
        click.option("--not-told", is_flag=True, help=_("They were not told yet.")),
        click.option("--prepared", type=DAY, help=_("For child and family: the day on which they were prepared.")),
        click.option("--helped-by", help=_("For child and family: who helps them in the meeting.")),
        click.option("--report", type=_one_of(YesNo), help=_("If absent: whether a report was sent.")),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _fields(
    desk: Desk,
    *,
    agency: str | None,
    sector: str | None,
    contact: str | None,
    body: str | None,
    professional: str | None,
    basis: str | None,
    note: str | None,
    harm: str | None,
    harm_note: str | None,
    told: date | None,
    not_told: bool,
    prepared: date | None,
    helped_by: str | None,
    report: str | None,
) -> dict[str, object]:
    """Return what was said, by the names of the fields; what was not said is left out."""
    said: dict[str, object | None] = {
        "agency": agency,
        "sector": sector,
        "contact": contact,
        "body": ApprovingBody(body) if body else None,
        "professional": None if professional is None else professional == "yes",
        "basis_note": note,
        "may_harm": YesNo(harm) if harm else None,
        "harm_note": harm_note,
        "notice_on": told,
        "prepared_on": prepared,
        "supported_by": None if helped_by is None else code_if_known(desk, helped_by),
        "report_sent": YesNo(report) if report else None,
    }
    given: dict[str, object] = {name: value for name, value in said.items() if value is not None}
    if not_told:
        given["notice_on"] = None
    if basis is not None:
        given["basis"] = None if basis == "none" else SharingBasis(basis)
    return given


@click.command(name="people")
@click.argument("number")
@as_json
@with_desk
def people(desk: Desk, number: str, *, as_json: bool) -> None:
    """List who is invited: why they may be told about the child, harm, notice, confidentiality, attendance."""
    found = invitees(desk, MeetingId(number))
    if as_json:
        print_json(invitees_answer(found))
    else:
        print_lines(_line(found, one) for one in found.people)


@click.command(name="invite")
@click.argument("number")
@click.argument("role", type=_one_of(ParticipantRole))
@click.argument("who")
@_what_is_said
@with_desk
def invite(desk: Desk, /, number: str, role: str, who: str, **said: Any) -> None:
    """Invite somebody more; WHO is a person's code, or a role such as teacher."""
    fields = {"professional": not ParticipantRole(role).is_family, **_fields(desk, **said)}
    one = Participant(label=who, role=ParticipantRole(role), **fields)  # type: ignore[arg-type]
    after = invited(desk, seen(desk, MeetingId(number)), one).value
    say_warnings(findings_on_invitee(desk, None, after.participants[-1]))
    _show(desk, after.id, after.participants[-1])


@click.command(name="invitee")
@click.argument("number")
@click.argument("who")
@_what_is_said
@with_desk
def invitee(desk: Desk, /, number: str, who: str, **said: Any) -> None:
    """Record something of somebody who is invited; WHO is a number as P1, a code or a role."""
    before = seen(desk, MeetingId(number))
    meant = participant_meant(before.value, who)
    fields = _fields(desk, **said)
    if fields:
        invitee_changed(desk, before, meant, **fields)
    person = seen(desk, before.value.id).value.participant(meant)
    if person is not None:
        say_warnings(findings_on_invitee(desk, before.value.participant(meant), person))
        _show(desk, before.value.id, person)


def _show(desk: Desk, number: MeetingId, person: Participant) -> None:
    found = invitees(desk, number)
    print_lines(_line(found, one) for one in found.people if one.participant.id == person.id)


def _line(found: Invitees, one: Invitee) -> str:
    person = one.participant
    parts = (
        person.id,
        person.label,
        person.role.label,
        person.agency,
        person.contact,
        _("professional") if person.is_professional else _("not a professional"),
        _("may be told: {basis}").format(basis=basis_in_words(one)) if one.sharing else "",
        one.sharing.note if one.sharing else "",
        _("harm: {word}").format(word=person.may_harm.label if person.may_harm else "?") if one.sharing else "",
        notice_in_words(found, one) if one.sharing else "",
        person.confidentiality.label,
        _("stepped out") if person.stepped_out else person.attendance.label,
    )
    return "  ".join(part for part in parts if part)


INVITED = (people, invite, invitee)
