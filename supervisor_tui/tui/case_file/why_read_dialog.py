"""Asks why somebody opens a case file that is not theirs, before anything of it is shown."""

from collections.abc import Iterable

from textual.widget import Widget

from supervisor_tui.casework.names_typed import words_of_names
from supervisor_tui.casework.opening_files import NotTheirsError, say_why
from supervisor_tui.casework.typed_choice import NotAChoiceError, chosen, numbered
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.need_to_know import Because
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.dialog import Dialog, labelled
from supervisor_tui.wording import _

__all__ = ["WhyReadDialog"]


class WhyReadDialog(Dialog[bool]):
    """Gives back whether they said why. Escape goes back to where they came from."""

    def __init__(self, code: CaseCode) -> None:
        super().__init__()
        self.code = code

    def heading(self) -> str:
        """Name the case."""
        return _("Why do you open {case}?").format(case=self.code)

    def rows(self) -> Iterable[Widget]:
        """Return what is asked, and the reasons to choose from."""
        words = _("You and your team do not carry this case. Who answers for it can see that you opened it, and why.")
        yield SafeStatic(content(words), classes="hint")
        yield labelled(_("Reason"), SafeInput(placeholder=_("its number"), id="because"))
        yield labelled(_("In words"), SafeInput(placeholder=_("codes and roles, no names"), id="words"))
        yield SafeStatic(content(numbered(Because, "\n"), lines=True), classes="hint")
        yield SafeStatic(content(_("It holds for today.")), classes="hint")

    def save(self) -> None:
        """Write the reason down and go on to the file, or say what is wrong."""
        names = words_of_names(self.desk, self.line("words"))
        if names:
            self.point_at("words", _("Is {words} somebody's name? Write the code.").format(words=", ".join(names)))
            return
        try:
            because = chosen(Because, self.line("because"))
            if because is None:
                self.point_at("because", _("Please type the number of one of the reasons below."))
                return
            say_why(self.desk, self.code, because, self.line("words"))
        except NotAChoiceError as problem:
            self.point_at("because", str(problem))
        except NotTheirsError as problem:
            self.point_at("words", str(problem))
        except StoreProblem as problem:
            self.say(str(problem))
        else:
            self.dismiss(result=True)
