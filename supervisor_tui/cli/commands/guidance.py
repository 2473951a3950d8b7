"""`rules`, `plugins`, `schema` and `keys`: what is installed and how it is spoken to. None of them opens a store."""

import click
import msgspec

from supervisor_tui.cli.answers.listing import (
    CaseloadAnswer,
    IndicatorsAnswer,
    PluginsAnswer,
    RulesAnswer,
    plugins_answer,
    rules_answer,
)
from supervisor_tui.cli.answers.of_a_case import CaseAnswer
from supervisor_tui.cli.answers.of_closing_report import ClosingReportAnswer, ComparisonAnswer
from supervisor_tui.cli.answers.of_closing_steps import ClosingStepsAnswer
from supervisor_tui.cli.answers.of_closings import ClosingsAnswer
from supervisor_tui.cli.answers.of_closure import ClosureAnswer
from supervisor_tui.cli.answers.of_copies import CopiesAnswer
from supervisor_tui.cli.answers.of_due import DueAnswer
from supervisor_tui.cli.answers.of_invitees import InviteesAnswer
from supervisor_tui.cli.answers.of_meeting_checks import MeetingCheckAnswer, MeetingsDueAnswer
from supervisor_tui.cli.answers.of_meetings import MeetingAnswer, MeetingsAnswer, RoundAnswer
from supervisor_tui.cli.answers.of_meetings_beside import BesideAnswer
from supervisor_tui.cli.answers.of_pictures import StepsAnswer
from supervisor_tui.cli.answers.of_proposals import ProposalsAnswer, SeriesAnswer
from supervisor_tui.cli.answers.of_readers import ReadersAnswer, WithReasonAnswer
from supervisor_tui.cli.answers.of_reopening import ReopeningAnswer
from supervisor_tui.cli.answers.of_sheets import SheetsAnswer
from supervisor_tui.cli.answers.of_the_agency import PeopleAnswer, ProgrammesAnswer, SettingsAnswer
from supervisor_tui.cli.answers.of_the_library import LibraryAnswer
from supervisor_tui.cli.answers.of_the_log import AuditAnswer
from supervisor_tui.cli.answers.of_transfers import BatchAnswer, TransferAnswer, TransfersAnswer
from supervisor_tui.cli.opening import Asked, as_json
from supervisor_tui.cli.printing import print_json, print_lines, say
from supervisor_tui.domain.ids import RuleId
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.guidance.own_reminders import OWN_RULES
from supervisor_tui.wording import _

ANSWERS: dict[str, type[msgspec.Struct]] = {
    "answer.audit": AuditAnswer,
    "answer.readers": ReadersAnswer,
    "answer.readers.lately": WithReasonAnswer,
    "answer.due": DueAnswer,
    "answer.caseload": CaseloadAnswer,
    "answer.batch": BatchAnswer,
    "answer.case": CaseAnswer,
    "answer.closing.report": ClosingReportAnswer,
    "answer.closing.steps": ClosingStepsAnswer,
    "answer.closing.compare": ComparisonAnswer,
    "answer.closings": ClosingsAnswer,
    "answer.closure": ClosureAnswer,
    "answer.indicators": IndicatorsAnswer,
    "answer.library": LibraryAnswer,
    "answer.meeting": MeetingAnswer,
    "answer.meeting.beside": BesideAnswer,
    "answer.meeting.copies": CopiesAnswer,
    "answer.meeting.people": InviteesAnswer,
    "answer.meetings": MeetingsAnswer,
    "answer.meetings.proposed": ProposalsAnswer,
    "answer.meetings.series": SeriesAnswer,
    "answer.meeting.check": MeetingCheckAnswer,
    "answer.meeting.sheets": SheetsAnswer,
    "answer.meetings.due": MeetingsDueAnswer,
    "answer.meetings.round": RoundAnswer,
    "answer.people": PeopleAnswer,
    "answer.plugins": PluginsAnswer,
    "answer.programmes": ProgrammesAnswer,
    "answer.reopening": ReopeningAnswer,
    "answer.rules": RulesAnswer,
    "answer.settings": SettingsAnswer,
    "answer.steps": StepsAnswer,
    "answer.transfer": TransferAnswer,
    "answer.transfers": TransfersAnswer,
}


def _host(asked: Asked) -> PluginHost:
    return PluginHost.discover(asked.without)


@click.command()
@click.argument("rule_id", required=False)
@as_json
@click.pass_obj
def rules(asked: Asked, rule_id: str | None, *, as_json: bool) -> None:
    """List the rules registered here, or one of them with the sentence the supervisor reads."""
    host = _host(asked)
    every = (*host.rules(), *OWN_RULES)
    found = every if rule_id is None else tuple(rule for rule in every if rule.id == RuleId(rule_id))
    if rule_id is not None and not found:
        message = _("No installed set has a rule {rule}. List them with: supervisor-tui rules")
        raise click.UsageError(message.format(rule=rule_id))
    if as_json:
        print_json(rules_answer(found))
    else:
        for rule in found:
            print_lines([f"{rule.id}  {rule.kind.label}  {rule.strength.label}  {rule.title}  ({rule.source})"])
            print_lines([f"    {rule.statement}"] if rule_id is not None and rule.statement else [])
        for page in host.pages:
            if rule_id in page.rules:
                print_lines([f"    {page.title} ({page.source})", *(f"    {line}" for line in page.text.splitlines())])


@click.group(invoke_without_command=True)
@as_json
@click.pass_context
def plugins(context: click.Context, *, as_json: bool) -> None:
    """Show the guidance sets found here, and what went wrong in each."""
    if context.invoked_subcommand is None:
        context.invoke(list_plugins, as_json=as_json)


@plugins.command(name="list")
@as_json
@click.pass_obj
def list_plugins(asked: Asked, *, as_json: bool) -> None:
    """List the guidance sets."""
    reports = _host(asked).reports()
    if as_json:
        print_json(plugins_answer(reports))
        return
    for one in reports:
        state = _("could not be loaded") if not one.version else _("{n} rules").format(n=one.rules)
        print_lines([f"{one.id}  {one.version}  {state}  {one.title}"])
        print_lines(f"    {fault.where}: {fault.what} {fault.place}" for fault in one.faults)


@plugins.command(name="check")
@click.pass_context
def check_plugins(context: click.Context) -> None:
    """Say whether every set loads without a fault; exit 1 if one does not."""
    faults = [fault for one in _host(context.obj).reports() for fault in one.faults]
    print_lines(f"{fault.plugin}  {fault.where}: {fault.what} {fault.place}" for fault in faults)
    if faults:
        context.exit(1)
    say(_("Every guidance set loads."))


@click.command()
@click.argument("kind", required=False)
@click.pass_obj
def schema(asked: Asked, kind: str | None) -> None:
    """Print the JSON Schema of a kind of record or of an answer; without a name, list the names."""
    known: dict[str, type[msgspec.Struct]] = {one.KIND: one for one in _host(asked).kinds} | ANSWERS
    if kind is None:
        print_lines(known)
        return
    if kind not in known:
        message = _("There is no kind {kind}. List them with: supervisor-tui schema")
        raise click.UsageError(message.format(kind=kind))
    click.echo(msgspec.json.format(msgspec.json.encode(msgspec.json.schema(known[kind])), indent=2))
