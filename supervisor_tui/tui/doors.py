"""Every screen that others open, each loaded when it is first opened, so that the program starts fast."""

from collections.abc import Sequence
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from supervisor_tui.domain.ids import CaseCode, MeetingId, RecordId, RuleId
from supervisor_tui.domain.meetings.kinds import MeetingPart
from supervisor_tui.kit.safe_text import tell
from supervisor_tui.tui.desk_app import desk_app
from supervisor_tui.wording import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from supervisor_tui.domain.people import Person
    from supervisor_tui.guidance.library import Page
    from supervisor_tui.store.identities import Identity

__all__ = [
    "as_told",
    "case_file",
    "case_picture",
    "cases_behind",
    "choose_kind",
    "closing",
    "closing_report",
    "closings",
    "decide_setting",
    "find_case",
    "hand_on",
    "identity",
    "indicators",
    "key_of",
    "load",
    "meeting",
    "meeting_part",
    "new_case",
    "new_meeting",
    "on_agenda",
    "open_page_of",
    "page",
    "person",
    "programme",
    "quiz",
    "record_form",
    "reopening",
    "transfer",
    "transfer_act",
    "transfer_together",
    "why_read",
]

_TUI = "supervisor_tui.tui"


def case_file(code: CaseCode) -> Screen[None]:
    """Return the case file of a case."""
    return _screen("case_file.case_file_screen:CaseFileScreen", code)


def cases_behind(what: str, cases: Sequence[CaseCode]) -> Screen[None]:
    """Return the caseload with these cases alone, closed ones among them; `what` stands in its title."""
    return _screen("caseload.caseload_screen:CaseloadScreen", what, frozenset(cases))


def indicators() -> Screen[None]:
    """Return the figures on the caseload."""
    return _screen("indicators.indicators_screen:IndicatorsScreen")


def case_picture(code: CaseCode, first: str = "") -> Screen[None]:
    """Return the screens that guidance brings about a case, beginning with the one called `first`."""
    return _screen("case_screens.case_picture_screen:CasePictureScreen", code, first)


def closing(code: CaseCode) -> Screen[None]:
    """Return the closing workspace of a case."""
    return _screen("closing.closing_screen:ClosingScreen", code)


def after_meeting(number: MeetingId) -> Screen[None]:
    """Return what is done with the minutes after a meeting."""
    return _screen("meetings.afterwards_screen:AfterwardsScreen", number)


def beside(number: MeetingId, code: CaseCode) -> Screen[None]:
    """Return a meeting about a case beside the one before it."""
    return _screen("meetings.beside_screen:BesideScreen", number, code)


def closing_steps(code: CaseCode) -> Screen[None]:
    """Return the steps of closing a case, with its tasks."""
    return _screen("closing.steps_screen:StepsScreen", code)


def closing_report(code: CaseCode) -> Screen[None]:
    """Return the closing report of a case, with what the guidance would answer now."""
    return _screen("closing.report_screen:ReportScreen", code)


def reopening(code: CaseCode) -> Screen[None]:
    """Return what opening a closed case again asks for, and the way to the form."""
    return _screen("case_file.reopening_screen:ReopeningScreen", code)


def closings() -> Screen[None]:
    """Return the caseload as it stands towards closing."""
    return _screen("closings.closings_screen:ClosingsScreen")


def page(named: str) -> Screen[None]:
    """Return a page of the Library, by its name or by the id of a rule that leads to it."""
    return _screen("library.page_screen:PageScreen", named)


def open_page_of(screen: Screen[Any], rule: RuleId | None) -> None:
    """Open the page that a rule leads to over a screen, or say that none stands behind the line."""
    if rule is None:
        tell(screen, _("No page of the guidance stands behind this line."))
    elif desk_app(screen).desk.host.library.page(rule) is None:
        tell(screen, _("The guidance set of this line brings no page about it."))
    else:
        screen.app.push_screen(page(rule))


def quiz(asked: "Page") -> Screen[None]:
    """Return the questions of a page, one a screen."""
    return _screen("library.quiz_screen:QuizScreen", asked)


def why_read(code: CaseCode) -> Screen[bool]:
    """Return the question why somebody needs to read a file that is not theirs; answers whether they said."""
    from supervisor_tui.tui.case_file.why_read_dialog import WhyReadDialog

    return WhyReadDialog(code)


def transfer(code: CaseCode) -> Screen[None]:
    """Return the hand-over of a case to another agency."""
    return _screen("transfers.transfer_screen:TransferScreen", code)


def transfer_act(code: CaseCode, act: str) -> Screen[bool]:
    """Return the form of one act of a hand-over; answers whether it was done."""
    from supervisor_tui.casework.transfers.acts import TransferAct
    from supervisor_tui.tui.transfers.act_screen import ActScreen

    return ActScreen(code, TransferAct(act))


def transfer_together(codes: Sequence[CaseCode]) -> Screen[str | None]:
    """Return the form that proposes to hand several cases over as one load; answers its name."""
    from supervisor_tui.tui.transfers.act_screen import ProposeTogetherScreen

    return ProposeTogetherScreen(codes)


def load(name: str) -> Screen[None]:
    """Return a load of cases that move together."""
    return _screen("transfers.load_screen:LoadScreen", name)


def hand_on(codes: Sequence[CaseCode]) -> Screen[bool]:
    """Return the lines that give cases to another caseworker here."""
    from supervisor_tui.tui.transfers.hand_on_screen import HandOnScreen

    return HandOnScreen(codes)


def meeting(number: MeetingId, *, shown: bool = False) -> Screen[None]:
    """Return a meeting; with `shown`, for a wall: leaving it ends the program, and nothing else can be reached."""
    return _screen("meetings.meeting_screen:MeetingScreen", number, shown)


def meeting_part(number: MeetingId, part: MeetingPart) -> Screen[None]:
    """Return the part of a meeting where something about it is done, without the meeting below it."""
    match part:
        case MeetingPart.PEOPLE:
            return _screen("meetings.people_screen:PeopleScreen", number)
        case MeetingPart.AGENDA:
            return _screen("meetings.agenda_screen:AgendaScreen", number)
        case MeetingPart.MINUTES:
            return after_meeting(number)


def new_meeting(cases: Sequence[CaseCode] = ()) -> Screen[None]:
    """Return the form that plans a meeting about these cases."""
    return _screen("meetings.new_meeting_screen:NewMeetingScreen", tuple(cases))


def on_agenda(codes: Sequence[CaseCode]) -> Screen[bool]:
    """Return the list of coming meetings, one of which takes these cases up."""
    from supervisor_tui.tui.caseload.on_agenda_screen import OnAgendaScreen

    return OnAgendaScreen(codes)


def record_form(
    code: CaseCode,
    kind: str,
    field: str | None = None,
    amends: RecordId | None = None,
    filled: "Mapping[str, object] | None" = None,
) -> Screen[bool]:
    """Return the form that writes a record of a kind into a case, opened at a field; answers whether it was saved.

    amends: the record that it corrects, whose values stand in the form. filled: plain values that stand in a blank one.
    """
    from supervisor_tui.tui.record_form.record_form_screen import RecordFormScreen

    return RecordFormScreen(code, kind, field=field, amends=amends, filled=filled or {})


def choose_kind(code: CaseCode) -> Screen[bool]:
    """Return the list of kinds of record, which opens the form of the one chosen."""
    from supervisor_tui.tui.record_form.kind_list import KindListScreen

    return KindListScreen(code)


def new_case() -> Screen[CaseCode | None]:
    """Return the form that registers a new case; answers its code."""
    from supervisor_tui.tui.record_form.new_case_screen import NewCaseScreen

    return NewCaseScreen()


def as_told(code: CaseCode | None) -> Screen[bool]:
    """Return the one line in which a follow-up is written down as told."""
    from supervisor_tui.tui.quick.as_told_screen import AsToldScreen

    return AsToldScreen(code)


def find_case() -> Screen[CaseCode | None]:
    """Return the line that finds a case; answers its code."""
    from supervisor_tui.tui.quick.find_screen import FindScreen

    return FindScreen()


def identity(who: "Identity") -> Screen[bool]:
    """Return the lines that say who a case is about; answers whether they were saved."""
    from supervisor_tui.tui.quick.identity_screen import IdentityScreen

    return IdentityScreen(who)


def decide_setting(key: str, programme: str = "") -> Screen[bool]:
    """Return the form in which the agency decides a number, for a programme or for all.

    key: with the id of its set before it.
    """
    from supervisor_tui.tui.settings.decide_screen import DecideScreen

    return DecideScreen(key, programme)


def programme(name: str | None) -> Screen[bool]:
    """Return the form of a programme, or of another one for None: its context, and what each set counts for in it."""
    from supervisor_tui.tui.settings.programme_screen import ProgrammeScreen

    return ProgrammeScreen(name)


def person(code: str | None) -> Screen[bool]:
    """Return the form of a person, or of another one for None."""
    from supervisor_tui.tui.settings.person_screen import PersonScreen

    return PersonScreen(code)


def key_of(holder: "Person") -> Screen[bool]:
    """Return the form that gives somebody a key."""
    from supervisor_tui.tui.settings.key_screen import KeyScreen

    return KeyScreen(holder)


def _screen(path: str, *arguments: object) -> Screen[None]:
    made = resolve_name(f"{_TUI}.{path}")(*arguments)
    if not isinstance(made, Screen):
        raise TypeError(f"{path} is no screen")
    return made
