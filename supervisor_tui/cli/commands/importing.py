"""`import`: a file of another system; first what would come in, then, without --dry-run, the writing of it."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import FrameType

import click

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.importing import ImportRequest, carry_out, mapping_text, plan_of_file
from supervisor_tui.cli.opening import Asked
from supervisor_tui.cli.options import DAY
from supervisor_tui.cli.printing import print_lines, say
from supervisor_tui.domain.ids import ProgrammeId
from supervisor_tui.exchange.incoming.import_plan import ImportPlan
from supervisor_tui.exchange.incoming.report import closing_lines, report_lines
from supervisor_tui.exchange.reading.dates import DateOrder
from supervisor_tui.exchange.reading.progress import Progress, Watcher
from supervisor_tui.wording import _

ANSWER_IS_NO, UNREADABLE = 1, 2


@click.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help=_("Only say what would come in, row by row and field by field."))
@click.option(
    "--map",
    "mapping_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("The mapping file; a dry run writes it where there is none."),
)
@click.option("--programme", help=_("The programme of cases that name none."))
@click.option(
    "--dates",
    type=click.Choice([order.value for order in DateOrder]),
    help=_("How dates such as 03/04/2026 are written in this file."),
)
@click.option("--sheet", help=_("Which sheet of a workbook."))
@click.option("--start", "start_date", type=DAY, help=_("Duties before this day read “before we began”."))
@click.pass_context
def import_file(
    context: click.Context,
    file: Path,
    mapping_file: Path | None,
    programme: str | None,
    dates: str | None,
    sheet: str | None,
    start_date: date | None,
    *,
    dry_run: bool,
) -> None:
    """Bring in a spreadsheet or a Primero/CPIMS+ export. The same file twice changes nothing.

    What identifies, and whatever nobody has marked as not identifying, goes to the identities file and stays locked.
    """
    asked: Asked = context.obj
    desk = asked.desk()
    written_before = mapping_file is not None and mapping_file.exists()
    if mapping_file is not None and not written_before and not dry_run:
        message = _("There is no mapping file {file}. A dry run writes one: --dry-run --map {file}")
        raise click.UsageError(message.format(file=mapping_file))
    request = ImportRequest(
        path=file,
        mapping_file=mapping_file if written_before else None,
        programme=ProgrammeId(programme) if programme else None,
        dates=DateOrder(dates) if dates else None,
        sheet=sheet,
        start_date=start_date,
    )
    with _stopped_by_ctrl_c() as watcher:
        plan = plan_of_file(desk, request, watcher)
        if isinstance(plan, tuple):
            for problem in plan:
                say(str(problem))
            context.exit(UNREADABLE)
        if dry_run or not plan.may_be_written:
            _report(context, plan, mapping_file, write_mapping=not written_before)
        else:
            _carry_out(desk, plan, watcher)


def _report(context: click.Context, plan: ImportPlan, mapping_file: Path | None, *, write_mapping: bool) -> None:
    print_lines(report_lines(plan))
    if mapping_file is not None and write_mapping:
        mapping_file.write_text(mapping_text(plan), encoding="utf-8")
        say(_("The mapping is in {file}. Edit it and give it again with --map.").format(file=mapping_file))
    elif mapping_file is None:
        say(_("To say which column is which, add: --map mapping.toml"))
    if plan.refused or plan.questions or any(case.refused for case in plan.cases):
        context.exit(ANSWER_IS_NO)


def _carry_out(desk: Desk, plan: ImportPlan, watcher: Watcher) -> None:
    for said in (*plan.refused, *plan.notices):
        say(str(said))
    done = carry_out(desk, plan, watcher)
    print_lines(closing_lines(plan))
    if done.stopped:
        say(_("Stopped: {n} cases are in, each whole. The same command goes on from there.").format(n=done.cases))


@contextmanager
def _stopped_by_ctrl_c() -> Iterator[Watcher]:
    """Give a watcher that shows progress on a terminal and answers no once Ctrl-C was pressed."""
    asked_to_stop: list[int] = []

    def stop(signal_number: int, _frame: FrameType | None) -> None:
        asked_to_stop.append(signal_number)

    def watch(progress: Progress) -> bool:
        if sys.stderr.isatty():
            click.echo(f"\r{progress.step.value}: {progress.done} / {progress.of}   ", err=True, nl=False)
        return not asked_to_stop

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield watch
    finally:
        signal.signal(signal.SIGINT, before)
        if sys.stderr.isatty():
            click.echo(err=True)
