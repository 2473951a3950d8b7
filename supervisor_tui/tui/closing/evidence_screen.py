"""The evidence behind one check: the sentence, the facts with how each is known, the rule, its source and its id."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from supervisor_tui.casework.closing import OpenCheck
from supervisor_tui.domain.answers import Fact
from supervisor_tui.kit.command import Command, Commanded
from supervisor_tui.kit.command_footer import CommandFooter
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.tui import doors
from supervisor_tui.tui.says_problems import SaysProblems
from supervisor_tui.wording import N_, _

__all__ = ["EvidenceScreen"]


class LeaveEvidence(Command):
    """Go back to the list."""

    BINDING_KEY = "escape,enter"
    TITLE = N_("Back to the list")
    FOOTER = N_("back")


class ReadItsPage(Command):
    """Read the page of the guidance that this rests on."""

    BINDING_KEY = "g"
    TITLE = N_("Guidance page")
    FOOTER = N_("guidance")


class EvidenceScreen(SaysProblems, Commanded, ModalScreen[None]):
    """Says what an answer rests on and where the rule stands."""

    CSS_PATH = "evidence_screen.tcss"
    ACTIONS = (ReadItsPage, LeaveEvidence)
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, one: OpenCheck) -> None:
        super().__init__()
        self.one = one
        self.title = one.check.rule.title

    def compose(self) -> ComposeResult:
        """Lay out the parts from the answer to its source."""
        check = self.one.check
        with VerticalScroll(id="evidence"):
            yield SafeStatic(content(check.rule.title, "bold"))
            yield SafeStatic(content(f"{check.answer.result.label}: {check.answer.reason}"))
            if check.answer.earliest is not None:
                day = check.answer.earliest.isoformat()
                yield SafeStatic(content(_("Can be in order from {day}.").format(day=day)))
            yield SafeStatic(content(_("What it rests on"), "bold"), classes="part")
            for fact in check.answer.facts:
                yield SafeStatic(content(_fact(fact)))
            if not check.answer.facts:
                yield SafeStatic(content(_("Nothing recorded."), "$foreground 75%"))
            yield SafeStatic(content(_("The rule"), "bold"), classes="part")
            yield SafeStatic(content(check.rule.statement, lines=True))
            source = f"{check.rule.id} · {check.rule.strength.label} · {check.rule.source}"
            yield SafeStatic(content(source, "$foreground 75%"))
            if check.fault is not None:
                words = _("Fault: {what} at {place}").format(what=check.fault.what, place=check.fault.place)
                yield SafeStatic(content(words, "$text-error"))
        yield CommandFooter()

    def action_read_its_page(self) -> None:
        """Handle `ReadItsPage`."""
        doors.open_page_of(self, self.one.check.rule.id)

    def action_leave_evidence(self) -> None:
        """Handle `LeaveEvidence`."""
        self.dismiss()


def _fact(fact: Fact) -> str:
    day = fact.on.isoformat() if fact.on else ""
    return "  ".join(part for part in (day, fact.text, f"({fact.how_known.label})") if part)
