"""`told` and `record`: writing down from the command line what the forms write down."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.follow_ups import read_line
from supervisor_tui.casework.meetings.who import code_if_known
from supervisor_tui.casework.recording import Draft, check, keeping, save, words_to_keep
from supervisor_tui.cli.field_values import fields_given
from supervisor_tui.cli.opening import with_desk
from supervisor_tui.cli.options import DAY
from supervisor_tui.cli.printing import print_lines, say
from supervisor_tui.cli.signing import signed
from supervisor_tui.domain.ids import CaseCode, RecordId
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.guidance.findings import Finding, Severity
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
    draft = Draft(line.body, line.on, HowKnown.TOLD, told_by=code_if_known(desk, told_by))
    say_warnings(check(desk, case, draft))
    records = save(desk, case, [draft])
    print_lines([f"{records[0].id}  {case}  {line.on.isoformat()}  {line.body.channel.label}"])


@click.command()
@click.argument("code")
@click.argument("kind")
@click.argument("values", nargs=-1)
@click.option("--on", type=DAY, help=_("The day it happened; today unless said."))
@click.option("--amends", help=_("The record that this one corrects."))
@click.option("--from", "file", type=click.Path(path_type=Path), help=_("A JSON object with the fields."))
@click.option("--keep-words", help=_("Why words that are pointed out stay; then they are not pointed out again."))
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
    keep_words: str | None,
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
    body = filled_in(body_kind, fields_given(values, file))
    if isinstance(body, FieldProblem):
        fields = ", ".join(field.name for field in form_of(body_kind).fields)
        message = _("{kind}, field {field}: {problem} Its fields are: {fields}")
        raise click.UsageError(message.format(kind=kind, field=body.field or "?", problem=body.message, fields=fields))
    draft = Draft(body, on or desk.clock().date(), amends=RecordId(amends) if amends else None)
    findings = check(desk, case, draft)
    say_warnings(findings)
    if not dry_run:
        kept = keeping(words_to_keep(findings), keep_words, draft.on) if keep_words is not None else ()
        print_lines(one.id for one in save(desk, case, [signed(desk, case, draft), *kept]))
        return
    refused = [finding.message for finding in findings if finding.severity is Severity.REFUSE]
    for message in refused:
        say(message)
    if refused:
        click.get_current_context().exit(1)


def say_warnings(findings: Iterable[Finding]) -> None:
    """Say what speaks against a record without hindering it; what hinders it is said once, by the refusal."""
    for finding in findings:
        if finding.severity is not Severity.REFUSE:
            say(f"{finding.severity.label}: {finding.message}")
