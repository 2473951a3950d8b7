"""A hand-over to another agency: the next act first, then the steps with what each rests on."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from supervisor_tui.casework.opening_files import open_file
from supervisor_tui.casework.transfers.acts import TransferAct
from supervisor_tui.casework.transfers.view import TransferView, transfer_view
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.records.closing import Approval
from supervisor_tui.kit.command import Command
from supervisor_tui.kit.marks import terminal_marks
from supervisor_tui.kit.safe_text import SafeStatic, content, tell
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_list import LineChosen, LineHighlighted, WorkList
from supervisor_tui.tui import doors
from supervisor_tui.tui.reading_screen import ReadingScreen
from supervisor_tui.tui.transfers.transfer_lines import TransferLine, columns, transfer_groups
from supervisor_tui.wording import N_, _

if TYPE_CHECKING:
    from supervisor_tui.casework.desk import Desk

__all__ = ["TransferScreen"]


class DoThis(Command):
    """Do what this line stands for: its form opens."""

    BINDING_KEY = "enter"
    TITLE = N_("Do this")
    FOOTER = N_("do this")


class PrintPack(Command):
    """Make the hand-over list: what is open, what goes along, what is withheld and why."""

    BINDING_KEY = "p"
    TITLE = N_("Hand-over list")
    FOOTER = N_("list")


class TheyRefuse(Command):
    """The other agency refuses; the case stays here."""

    BINDING_KEY = "r"
    TITLE = N_("The other agency refuses")
    FOOTER = N_("refused")


class TakeBack(Command):
    """Take the hand-over back; the case stays here."""

    BINDING_KEY = "b"
    TITLE = N_("Take the hand-over back")
    FOOTER = N_("take back")


class AgainstWishes(Command):
    """Decide against the wishes of child or family, for protection; a manager signs."""

    BINDING_KEY = "w"
    TITLE = N_("Against their wishes")
    FOOTER = N_("against wishes")
    IN_FOOTER = False


class SignTransfer(Command):
    """A manager signs the hand-over, or refuses it."""

    BINDING_KEY = "s"
    TITLE = N_("Sign the hand-over")
    FOOTER = N_("sign")


class ShowLoad(Command):
    """Show the load with which this case moves."""

    BINDING_KEY = "l"
    TITLE = N_("Its load")
    FOOTER = N_("its load")
    IN_FOOTER = False


class LeaveTransfer(Command):
    """Go back to where you came from."""

    BINDING_KEY = "escape"
    TITLE = N_("Back")
    FOOTER = N_("back")


class TransferScreen(ReadingScreen[TransferView]):
    """Enter does the next act, or that of another line; nothing goes without consent."""

    CSS_PATH = "transfer_screen.tcss"
    ACTIONS = (DoThis, PrintPack, TheyRefuse, TakeBack, SignTransfer, AgainstWishes, ShowLoad, LeaveTransfer)
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, code: CaseCode) -> None:
        super().__init__()
        self.code = code
        self.title = _("Hand-over · {code}").format(code=code)
        self.load_name = ""
        marks = terminal_marks()
        self.list = WorkList[TransferLine](
            columns(marks), line_key=lambda line: line.key, empty=_("reading …"), marks=marks, id="transfer"
        )

    def compose_body(self) -> ComposeResult:
        """Lay out the list."""
        yield self.list
        yield SafeStatic(id="whole")

    def read(self, desk: "Desk") -> TransferView:
        """Read the hand-over."""
        return transfer_view(desk, open_file(desk, self.code))

    def show(self, found: TransferView) -> None:
        """Show what comes next first."""
        body = found.proposed.body if found.proposed else None
        self.load_name = body.batch if body else ""
        parts = [_("Hand-over"), self.code]
        if body is not None:
            parts.append(_("to {agency}").format(agency=body.agency))
            parts += [_("load {batch}").format(batch=body.batch)] if body.batch else []
        self.entitle(" · ".join((*parts, found.step.label)))
        self.list.replace_groups(transfer_groups(found, self.desk.as_of))
        self.list.focus()

    def case_in_hand(self) -> CaseCode:
        """Return this case."""
        return self.code

    @on(LineHighlighted)
    def _show_whole(self, event: LineHighlighted[TransferLine]) -> None:
        """Show the line of the cursor in full."""
        line = event.line
        words = " · ".join(filter(None, (line.what, line.words))) if line is not None else ""
        self.query_one("#whole", SafeStatic).update(content(words, Tone.QUIET.style))

    @on(LineChosen)
    def _chosen(self, event: LineChosen[TransferLine]) -> None:
        if event.line.act is not None:
            self._do(event.line.act)

    def _do(self, act: TransferAct) -> None:
        self.app.push_screen(doors.transfer_act(self.code, act.value))

    def action_do_this(self) -> None:
        """Handle `DoThis`."""
        self.list.choose()

    def action_print_pack(self) -> None:
        """Handle `PrintPack`."""
        from supervisor_tui.tui.transfers.pack_screen import PackScreen

        self.app.push_screen(PackScreen(self.code))

    def action_they_refuse(self) -> None:
        """Handle `TheyRefuse`."""
        self._do(TransferAct.REFUSE)

    def action_take_back(self) -> None:
        """Handle `TakeBack`."""
        self._do(TransferAct.WITHDRAW)

    def action_against_wishes(self) -> None:
        """Handle `AgainstWishes`."""
        self._do(TransferAct.OVERRULE)

    def action_sign_transfer(self) -> None:
        """Handle `SignTransfer`."""
        filled = {"what": "transfer", "body": "manager"}
        self.app.push_screen(doors.record_form(self.code, Approval.KIND, "decision", filled=filled))

    def action_show_load(self) -> None:
        """Handle `ShowLoad`."""
        if self.load_name:
            self.app.push_screen(doors.load(self.load_name))
        else:
            tell(self, _("This case moves alone."))

    def action_leave_transfer(self) -> None:
        """Handle `LeaveTransfer`."""
        self.app.pop_screen()
