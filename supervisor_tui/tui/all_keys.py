"""The commands of every screen, for the list of keys that `supervisor-tui keys` prints."""

from pkgutil import resolve_name

from supervisor_tui.kit.command import Command, commands_of
from supervisor_tui.tui.application import SupervisorApp
from supervisor_tui.tui.dialog import Dialog, SaveDialog
from supervisor_tui.tui.main_screens import COMMANDS, PATHS
from supervisor_tui.wording import _

__all__ = ["KeyLine", "keys_by_screen"]

OTHER_SCREENS = (
    (_("Case file"), "supervisor_tui.tui.case_file.case_file_screen:CaseFileScreen"),
    (_("The steps of a case"), "supervisor_tui.tui.case_screens.case_picture_screen:CasePictureScreen"),
    (_("Indicators"), "supervisor_tui.tui.indicators.indicators_screen:IndicatorsScreen"),
    (_("One record"), "supervisor_tui.tui.case_file.record_screen:RecordScreen"),
    (_("A section kept strictly confidential"), "supervisor_tui.tui.case_file.section_screen:SectionScreen"),
    (_("Opening a case again"), "supervisor_tui.tui.case_file.reopening_screen:ReopeningScreen"),
    (_("Which record to write"), "supervisor_tui.tui.record_form.kind_list:KindListScreen"),
    (_("Cases onto an agenda"), "supervisor_tui.tui.caseload.on_agenda_screen:OnAgendaScreen"),
    (_("Closing"), "supervisor_tui.tui.closing.closing_screen:ClosingScreen"),
    (_("What a check rests on"), "supervisor_tui.tui.closing.evidence_screen:EvidenceScreen"),
    (_("Where guidance differs"), "supervisor_tui.tui.closing.difference_screen:DifferenceScreen"),
    (_("Steps of closing"), "supervisor_tui.tui.closing.steps_screen:StepsScreen"),
    (_("A closing report"), "supervisor_tui.tui.closing.report_screen:ReportScreen"),
    (_("Closing, the caseload"), "supervisor_tui.tui.closings.closings_screen:ClosingsScreen"),
    (_("A hand-over"), "supervisor_tui.tui.transfers.transfer_screen:TransferScreen"),
    (_("A load that moves together"), "supervisor_tui.tui.transfers.load_screen:LoadScreen"),
    (_("A meeting"), "supervisor_tui.tui.meetings.meeting_screen:MeetingScreen"),
    (_("Who is here"), "supervisor_tui.tui.meetings.people_screen:PeopleScreen"),
    (_("What a meeting still needs"), "supervisor_tui.tui.meetings.needs_screen:NeedsScreen"),
    (_("The agenda of a meeting"), "supervisor_tui.tui.meetings.agenda_screen:AgendaScreen"),
    (_("After a meeting"), "supervisor_tui.tui.meetings.afterwards_screen:AfterwardsScreen"),
    (_("A meeting beside the one before"), "supervisor_tui.tui.meetings.beside_screen:BesideScreen"),
    (_("A presentation sheet"), "supervisor_tui.tui.meetings.sheet_screen:SheetScreen"),
    (_("The round of a meeting"), "supervisor_tui.tui.meetings.round_screen:RoundScreen"),
    (_("A blank wall"), "supervisor_tui.tui.meetings.blank_screen:BlankScreen"),
    (_("After a meeting that was shown broke off"), "supervisor_tui.tui.meetings.still_shown:StillShownScreen"),
    (_("What is not opened while others look on"), "supervisor_tui.tui.shown_to_others:ShutDoor"),
    (_("A page of the library"), "supervisor_tui.tui.library.page_screen:PageScreen"),
    (_("Questions to check oneself"), "supervisor_tui.tui.library.quiz_screen:QuizScreen"),
    (_("A form"), "supervisor_tui.kit.form_view:FormView"),
    (_("A form kept as a draft"), "supervisor_tui.tui.record_form.form_screen:FormScreen"),
    (_("Rows of a form"), "supervisor_tui.kit.form_rows:RowsControl"),
    (_("A small form"), "supervisor_tui.tui.dialog:Dialog"),
    (_("Find a case"), "supervisor_tui.tui.quick.find_screen:FindScreen"),
    (_("A month"), "supervisor_tui.tui.schedule.month_view:MonthView"),
    (_("A list"), "supervisor_tui.kit.virtual_table:VirtualTable"),
    (_("A list in groups, or a page"), "supervisor_tui.kit.line_view:LineView"),
    (_("A screen that guidance brings"), "supervisor_tui.kit.plugin_screen:PluginScreen"),
    (_("Help"), "supervisor_tui.kit.help_screen:HelpScreen"),
)

KeyLine = tuple[str, str, str]
"""The keys, what they are called, and what they do."""


def keys_by_screen() -> tuple[tuple[str, tuple[KeyLine, ...]], ...]:
    """Return for each screen its keys; those that are the same everywhere come first."""
    screens = [(_("Everywhere"), commands_of(SupervisorApp))]
    main = ((COMMANDS[name].title(), path) for name, path in PATHS.items())
    screens += [(name, _offered(resolve_name(path))) for name, path in (*main, *OTHER_SCREENS)]
    return tuple((name, tuple(map(_line, commands))) for name, commands in screens)


def _offered(owner: type[object]) -> tuple[type[Command], ...]:
    """Return the commands of a screen; saving only where there is something to save."""
    chooses = issubclass(owner, Dialog) and not owner.SAVES
    return tuple(command for command in commands_of(owner) if not (chooses and command is SaveDialog))


def _line(command: type[Command]) -> KeyLine:
    return (" ".join(command.key_names()), command.title(), command.help())
