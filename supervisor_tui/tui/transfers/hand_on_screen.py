"""Cases to another caseworker here: to whom, why, and who tells the child; with the list of what is open."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from textual.widget import Widget

from supervisor_tui.casework.handing_on import HandingOn, hand_on, handing_on_paper
from supervisor_tui.casework.meetings.who import UnknownPersonError, code_if_known
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.exchange.paper.paper_file import (
    FileThereError,
    NoFileNamedError,
    UnknownFormError,
    file_named,
    paper_beside,
)
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content, tell
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.dialog import Dialog, labelled
from supervisor_tui.tui.file_dialog import why_not_written
from supervisor_tui.wording import _

__all__ = ["HandOnScreen"]


class HandOnScreen(Dialog[bool]):
    """Asks for what is needed and gives the cases on, all or none."""

    def __init__(self, codes: Sequence[CaseCode]) -> None:
        super().__init__()
        self.codes = tuple(codes)

    def heading(self) -> str:
        """Say how many cases."""
        return _("Give to another caseworker · {cases}").format(cases=", ".join(self.codes[:6]))

    def rows(self) -> Iterable[Widget]:
        """Return the lines."""
        yield labelled(_("To whom"), SafeInput(placeholder=_("a short name or a code"), id="worker"))
        yield labelled(_("Why"), SafeInput(id="reason"))
        teller = SafeInput(placeholder=_("a short name, or a role"), id="child_told_by")
        yield labelled(_("Who tells the child"), teller)
        yield labelled(_("List into file"), SafeInput(str(Path.home() / "hand-over-list.pdf"), id="file"))
        hint = _("The list holds codes, what is due and what is open. Blank: no list.")
        yield SafeStatic(content(hint), classes="hint")

    def save(self) -> None:
        """Write the list and give the cases on; where either cannot be done, neither is, and why is said."""
        try:
            handing = HandingOn(
                PersonCode(code_if_known(self.desk, self.line("worker"))),
                self.desk.clock().date(),
                self.line("reason"),
                code_if_known(self.desk, self.line("child_told_by")),
            )
            given = self._given(handing)
        except RefusedError as refused:
            field = next((one.field for one in refused.findings if one.field), "worker")
            self.point_at(field, str(refused))
        except (StoreProblem, UnknownPersonError) as problem:
            self.say(str(problem))
        except (FileThereError, NoFileNamedError, UnknownFormError) as problem:
            self.point_at("file", str(problem))
        except OSError as error:
            self.point_at("file", why_not_written(self.line("file"), error))
        else:
            self.dismiss(result=True)
            tell(self, _("{n} given to {who}.").format(n=len(given), who=self.desk.short_name(handing.worker)))
            self.desk_app.something_saved()

    def _given(self, handing: HandingOn) -> tuple[CaseCode, ...]:
        file = self.line("file")
        if not file:
            return hand_on(self.desk, self.codes, handing)
        with paper_beside(handing_on_paper(self.desk, self.codes, handing), file_named(file)):
            return hand_on(self.desk, self.codes, handing)
