"""`told` and `record`: writing down from the command line what the forms write down."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import click
import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.follow_ups import read_line
from supervisor_tui.casework.recording import Draft, check, needs_signature, save
from supervisor_tui.cli.opening import approver_passphrase, with_desk
from supervisor_tui.cli.options import DAY
from supervisor_tui.cli.printing import print_lines, say
from supervisor_tui.domain.ids import CaseCode, RecordId
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.guidance.forms import FieldProblem, filled_in, form_of
from supervisor_tui.wording import _


@click.command()
@click.argument("code")
@click.argument("words", nargs=-1, required=True)
@click.option("--by", "told_by", required=True, help=_("Who told it: a person's code or a role."))
@with_desk
def told(desk: Desk, code: str, words: tuple[str, ...], told_by: str) -> None:
    """Record a follow-up as told, in one line; the form stays outstanding.

    For example: supervisor-tui told C-0117 visit yesterday, seen yes, same --by W-04
    """
    case = CaseCode(code)
    desk.case(case)
    line = read_line(" ".join(words), desk.clock().date())
    records = save(desk, case, [Draft(line.body, line.on, HowKnown.TOLD, told_by=told_by)])
    print_lines([f"{records[0].id}  {case}  {line.on.isoformat()}  {line.body.channel.label}"])


@click.command()
@click.argument("code")
@click.argument("kind")
@click.argument("values", nargs=-1)
@click.option("--on", type=DAY, help=_("The day it happened; today unless said."))
@click.option("--amends", help=_("The record that this one corrects."))
@click.option("--from", "file", type=click.Path(path_type=Path), help=_("A JSON object with the fields."))
@click.option("--dry-run", is_flag=True, help=_("Only say what there is to say about it."))
@with_desk
def record(
    desk: Desk,
    code: str,
    kind: str,
    values: tuple[str, ...],
    on: date | None,
    amends: str | None,
    file: Path | None,
    *,
    dry_run: bool,
) -> None:
    """Record anything: field=value for each field of KIND.

    For example: supervisor-tui record C-0117 follow_up channel=call child_seen=no --on 2026-11-20
    """
    case = CaseCode(code)
    desk.case(case)
    body_kind = desk.host.kinds.get(kind)
    if body_kind is None:
        message = _("There is no kind of record {kind}. List them with: supervisor-tui schema")
        raise click.UsageError(message.format(kind=kind))
    body = filled_in(body_kind, _given(values, file))
    if isinstance(body, FieldProblem):
        fields = ", ".join(field.name for field in form_of(body_kind).fields)
        message = _("{kind}, field {field}: {problem} Its fields are: {fields}")
        raise click.UsageError(message.format(kind=kind, field=body.field or "?", problem=body.message, fields=fields))
    draft = Draft(body, on or desk.clock().date(), amends=RecordId(amends) if amends else None)
    for finding in check(desk, case, draft):
        say(f"{finding.severity.label}: {finding.message}")
    if not dry_run:
        print_lines(one.id for one in save(desk, case, [_signed(desk, draft)]))


def _signed(desk: Desk, draft: Draft) -> Draft:
    """Return a draft with the signature of the approver that it names, who types their own passphrase."""
    code = needs_signature(draft)
    approver = desk.store.people.get(code) if code else None
    if approver is None:
        return draft
    passphrase = approver_passphrase(code or "")
    return msgspec.structs.replace(draft, signed=desk.store.confirm(approver, passphrase) == approver.code)


def _given(values: tuple[str, ...], file: Path | None) -> dict[str, Any]:
    given: dict[str, Any] = {}
    if file is not None:
        given |= _object_in(file)
    for pair in values:
        name, equals, value = pair.partition("=")
        if not equals:
            message = _("{typed} is not field=value. For example: child_seen=yes")
            raise click.UsageError(message.format(typed=pair))
        given[name] = value
    return given


def _object_in(file: Path) -> dict[str, Any]:
    try:
        read = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        message = _("{file} is not a JSON file that can be read. It should hold one object with the fields.")
        raise click.UsageError(message.format(file=file.name)) from error
    if not isinstance(read, dict):
        raise click.UsageError(_("{file} should hold one JSON object with the fields.").format(file=file.name))
    return read
