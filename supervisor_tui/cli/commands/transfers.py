"""`transfer …`: a case, or a whole load, handed to another agency; each act checked as on the screen."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import click

from supervisor_tui.casework.closings import closings
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.known_here import findings_on_agency
from supervisor_tui.casework.opening_files import open_file
from supervisor_tui.casework.transfers.acts import TransferAct, asked_fields, first_values, kind_of
from supervisor_tui.casework.transfers.batches import batch_view, propose_together, send_together
from supervisor_tui.casework.transfers.doing import do
from supervisor_tui.casework.transfers.on_paper import hand_over_on_paper
from supervisor_tui.casework.transfers.steps import TransferStep
from supervisor_tui.casework.transfers.view import TransferView, transfer_view
from supervisor_tui.cli.answers.of_transfers import batch_answer, transfer_answer, transfers_answer
from supervisor_tui.cli.commands.listing import with_rows_of_today
from supervisor_tui.cli.field_values import fields_given
from supervisor_tui.cli.opening import as_json, with_desk
from supervisor_tui.cli.options import DAY
from supervisor_tui.cli.papers import hand_out, on_paper
from supervisor_tui.cli.printing import print_json, print_lines
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.guidance.forms import FieldProblem, FieldType, fields_of
from supervisor_tui.wording import _

_ACTS = [act.value for act in TransferAct if act is not TransferAct.PROPOSE]
_SIGNS = {Result.PASS: "v", Result.FAIL: "x", Result.UNKNOWN: "?", Result.NA: "-"}


@click.group()
def transfer() -> None:
    """Hand a case, or a whole load, to another agency."""


@transfer.command(name="list")
@as_json
@with_desk
def list_transfers(desk: Desk, *, as_json: bool) -> None:
    """List the hand-overs under way and what each waits for."""
    with_rows_of_today(desk)
    view = closings(desk)
    moving = tuple(line for line in (*view.ready, *view.moving) if line.row.moving)
    if as_json:
        print_json(transfers_answer(moving, view.as_of))
        return
    for line in moving:
        row = line.row
        parts = (row.case, row.moving_to, TransferStep(row.moving).label, line.worker_name, row.batch)
        print_lines(["  ".join(part for part in parts if part)])


@transfer.command(name="show")
@click.argument("code")
@as_json
@with_desk
def show_transfer(desk: Desk, code: str, *, as_json: bool) -> None:
    """Show one hand-over: its steps, what is open, and what keeps the file here."""
    case = open_file(desk, CaseCode(code)).code
    _print_transfer(desk, case, as_json=as_json)


def _lines(view: TransferView) -> Iterable[str]:
    yield f"{view.case.code}: {view.step.label}"
    for one in view.steps:
        day = one.on.isoformat() if one.on else ""
        yield "  ".join(part for part in (f"  {_SIGNS[one.done]}", one.what, day, one.words) if part)
    yield from (f"  {sentence}" for sentence in view.against)
    if view.open_work:
        yield _("OPEN")
        yield from (f"  {one.number}  {one.what}  {one.who}  {one.status}" for one in view.open_work)
    for found in (one for one in view.asked if one.checks):
        yield _("{set} asks for").format(set=found.set.short_title)
        yield from (f"  {_SIGNS[one.answer.result]}  {one.rule.title}  {one.answer.reason}" for one in found.checks)
    yield from (_("Reason: {reason} ({key})").format(reason=one.title, key=one.key) for one in view.reasons)
    if view.proposed is not None and view.not_planned:
        yield _("Not in the plan for the hand-over: {numbers}").format(numbers=", ".join(view.not_planned))
    for entry in view.earlier:
        words = entry.body.refused_because or entry.body.withdrawn_because or _("declined by child and family")
        yield _("Before: {agency}, {day}: {words}").format(agency=entry.body.agency, day=entry.on, words=words)
    if view.next_act is not None:
        fields = ", ".join(asked_fields(view.next_act))
        words = _("Next: {act} ({name}: {fields})")
        yield words.format(act=view.next_act.label, name=view.next_act.value, fields=fields)


@transfer.command(name="propose")
@click.argument("codes", nargs=-1, required=True)
@click.option("--to", "agency", required=True, help=_("The agency's code."))
@click.option("--reason", required=True, help=_("Why the case is handed over."))
@click.option(
    "--ground", "grounds", multiple=True, help=_("child_moved, better_placed, programme_ends, challenging_needs.")
)
@click.option("--why-better", default="", help=_("Why the child is better served there."))
@click.option("--batch", default="", help=_("A name for cases that move together; made by itself for several."))
@click.option("--new-agency", "is_new", is_flag=True, help=_("It is known that nobody here has worked with it yet."))
@as_json
@with_desk
def propose(
    desk: Desk,
    codes: tuple[str, ...],
    agency: str,
    reason: str,
    grounds: tuple[str, ...],
    why_better: str,
    batch: str,
    *,
    is_new: bool,
    as_json: bool,
) -> None:
    """Propose to hand over one case, or several together as a batch; the cases stay here meanwhile."""
    fields = {"agency": agency, "reason": reason, "grounds": list(grounds), "why_better": why_better}
    cases = [CaseCode(code) for code in codes]
    if not is_new:
        _agency_is_known(desk, cases, agency)
    if len(cases) == 1 and not batch:
        _done(do(desk, cases[0], TransferAct.PROPOSE, fields))
        _print_transfer(desk, cases[0], [cases[0]], as_json=as_json)
        return
    name = propose_together(desk, cases, fields, batch)
    _done(name)
    _print_batch(desk, str(name), [str(name)], as_json=as_json)


def _print_transfer(desk: Desk, code: CaseCode, lines: Iterable[str] | None = None, *, as_json: bool) -> None:
    """Print what was done in plain lines, the whole hand-over unless others are given; in JSON how it stands since."""
    view = transfer_view(desk, desk.case(code))
    if as_json:
        print_json(transfer_answer(view, desk.as_of))
    else:
        print_lines(_lines(view) if lines is None else lines)


def _print_batch(desk: Desk, name: str, lines: Iterable[str], *, as_json: bool) -> None:
    """Print what was done in plain lines; in JSON how the batch stands since."""
    if as_json:
        print_json(batch_answer(batch_view(desk, name), desk.as_of))
    else:
        print_lines(lines)


def _agency_is_known(desk: Desk, cases: Iterable[CaseCode], agency: str) -> None:
    found = findings_on_agency(desk, [desk.case(code) for code in cases], agency)
    if found:
        raise click.UsageError(_("{problem} Say so with --new-agency.").format(problem=found[0].message))


@transfer.command(name="do")
@click.argument("code")
@click.argument("act", type=click.Choice(_ACTS))
@click.argument("values", nargs=-1)
@click.option("--on", type=DAY, help=_("The day it happened; today unless said."))
@as_json
@with_desk
def do_act(desk: Desk, code: str, act: str, values: tuple[str, ...], on: date | None, *, as_json: bool) -> None:
    """Do one act of a hand-over: field=value for what it asks; several texts of one field are parted by commas.

    For example: supervisor-tui transfer do C-0117 accept accepted_on=2026-11-20
    """
    case = CaseCode(code)
    wanted = TransferAct(act)
    today = desk.clock().date()
    fields = {**first_values(desk.case(case), wanted, today), **_parted(wanted, fields_given(values))}
    _done(do(desk, case, wanted, fields, on))
    _print_transfer(desk, case, as_json=as_json)


def _parted(act: TransferAct, given: dict[str, Any]) -> dict[str, Any]:
    """Return the fields with those that take several texts parted at commas."""
    several = {field.name for field in fields_of(kind_of(act)) if field.type is FieldType.LINES}
    return {
        name: [part.strip() for part in str(value).split(",")] if name in several else value
        for name, value in given.items()
    }


def _done(found: object) -> None:
    if isinstance(found, FieldProblem):
        raise click.UsageError(_("{field}: {problem}").format(field=found.field, problem=found.message))


@transfer.command(name="pack")
@click.argument("code")
@click.option("--names", "with_names", is_flag=True, help=_("With names, as far as you may read them; it is logged."))
@on_paper
@with_desk
def pack(desk: Desk, code: str, form: str | None, out: Path | None, *, with_names: bool) -> None:
    """Print the hand-over list of a case, codes only; refused while the file may not go."""
    hand_out(hand_over_on_paper(desk, CaseCode(code), with_names=with_names), form, out)


@transfer.command(name="batch")
@click.argument("name")
@as_json
@with_desk
def show_batch(desk: Desk, name: str, *, as_json: bool) -> None:
    """Show a batch: each file, whether it may go, the ones that hold it back first."""
    view = batch_view(desk, name)
    if not view.lines:
        raise click.UsageError(_("There is no batch {name} with an open case here.").format(name=name))
    if as_json:
        print_json(batch_answer(view, desk.as_of))
        return
    for one in view.lines:
        gone = _("gone {day}").format(day=one.gone_on.isoformat()) if one.gone_on else one.state.label
        print_lines(["  ".join(part for part in (one.case, one.agency, gone, " ".join(one.against)) if part)])


@transfer.command(name="send")
@click.argument("name")
@click.option("--on", type=DAY, help=_("The day on which the files went; today unless said."))
@as_json
@with_desk
def send_batch(desk: Desk, name: str, on: date | None, *, as_json: bool) -> None:
    """Write down that a batch has gone; refused, with the files named, while one of them is not settled."""
    sent = send_together(desk, name, on)
    went, stay = _("went: {cases}"), _("stay: {cases}")
    lines = [went.format(cases=" ".join(sent.went)), stay.format(cases=" ".join(sent.stay))]
    _print_batch(desk, name, lines, as_json=as_json)
