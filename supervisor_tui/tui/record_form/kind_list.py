"""The kinds of record that can be written into a case; the usual ones first."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.records.assessment import Assessment, ImmediateAction, RiskLevelSet
from supervisor_tui.domain.records.closing import Approval, Closure
from supervisor_tui.domain.records.contact import FollowUp, Review
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.records.note import MeetingDecision, Note, Retraction
from supervisor_tui.domain.records.plan import ActionOutcome, CasePlan
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.records.responsibility import Assignment, Postponement
from supervisor_tui.kit.columns import Cell, Column
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.virtual_table import RowChosen, VirtualTable
from supervisor_tui.tui import doors
from supervisor_tui.tui.dialog import Dialog, LeaveDialog, labelled
from supervisor_tui.tui.quick.find_screen import ToTheList
from supervisor_tui.wording import _

__all__ = ["KindListScreen"]

USUAL = (FollowUp, Review, Note, Assessment, RiskLevelSet, CasePlan, ActionOutcome, ImmediateAction, Assignment)
ELSEWHERE = (Registration, Retraction, MeetingDecision, Postponement, Approval, Closure)
"""Written where they belong: a new case, a correction, a meeting's minutes, Today, the closing workspace."""

Kind = type[RecordBody]


def _columns() -> tuple[Column[Kind], ...]:
    return (
        Column("title", _("What happened"), lambda kind: kind.TITLE, width=32, flex=1),
        Column("set", _("From"), lambda kind: Cell(kind.KIND.rpartition(".")[0], Tone.QUIET), width=20, leaves_first=1),
    )


class KindListScreen(Dialog[bool]):
    """Type a few letters of what happened; Enter opens the form."""

    SAVES = False
    ACTIONS = (ToTheList, LeaveDialog)

    def __init__(self, code: CaseCode) -> None:
        super().__init__()
        self.code = code
        self.kinds = VirtualTable[Kind](_columns(), row_key=lambda kind: kind.KIND, empty=_("nothing fits"))

    def heading(self) -> str:
        """Name the case."""
        return _("Write down · {case}").format(case=self.code)

    def rows(self) -> Iterable[Widget]:
        """Return the line and the list."""
        yield labelled(_("Which"), SafeInput(placeholder=_("follow-up, plan, consent …"), id="which"))
        yield self.kinds

    def on_mount(self) -> None:
        """Show all kinds."""
        self._narrow()

    @on(Input.Changed, "#which")
    def _narrow(self) -> None:
        words = self.line("which").casefold()
        self.kinds.replace_rows([kind for kind in self._offered() if words in kind.TITLE.casefold()])

    def save(self) -> None:
        """Open the form of the first that fits."""
        self.kinds.choose()

    @on(RowChosen)
    def _chosen(self, event: RowChosen[Kind]) -> None:
        form = doors.record_form(self.code, event.row.KIND)
        app = self.app
        self.dismiss()
        app.push_screen(form)

    def action_to_the_list(self) -> None:
        """Handle `ToTheList`."""
        self.kinds.focus()

    def _offered(self) -> tuple[Kind, ...]:
        others = (kind for kind in self.desk.host.kinds if kind not in USUAL and kind not in ELSEWHERE)
        return (*USUAL, *others)
