"""Who may read a case file and who opened it lately; lets somebody else read it until a day."""

from collections.abc import Iterable

from textual.widget import Widget

from supervisor_tui.casework.days_as_typed import NotADayError, read_day
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.who import UnknownPersonError, code_if_known
from supervisor_tui.casework.names_typed import words_of_names
from supervisor_tui.casework.opening_files import NotTheirsError, ReadersView, let_in, let_in_words
from supervisor_tui.casework.typed_choice import NotAChoiceError, chosen, numbered
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.need_to_know import Because
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content, tell
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.days import day_and_hour
from supervisor_tui.tui.dialog import Dialog, labelled
from supervisor_tui.wording import _, ngettext

__all__ = ["ReadersDialog"]


class ReadersDialog(Dialog[None]):
    """Lists the readers above the lines that let another one in."""

    def __init__(self, view: ReadersView) -> None:
        super().__init__()
        self.view = view

    def heading(self) -> str:
        """Name the case."""
        return _("Who reads {case}").format(case=self.view.case)

    def rows(self) -> Iterable[Widget]:
        """Return who reads it, and the lines that let somebody else in."""
        yield SafeStatic(content("\n".join(_told(self.desk, self.view)), lines=True))
        yield SafeStatic(content(_("Let somebody else read it:")), classes="hint")
        yield labelled(_("Who"), SafeInput(placeholder=_("short name or code"), id="who"))
        yield labelled(_("Until"), SafeInput(placeholder=_("a day such as +7d; a day gone by ends it"), id="until"))
        yield labelled(_("Reason"), SafeInput(placeholder=_("its number"), id="because"))
        yield labelled(_("In words"), SafeInput(placeholder=_("codes and roles, no names"), id="words"))
        yield SafeStatic(content(numbered(Because, "\n"), lines=True), classes="hint")

    def save(self) -> None:
        """Let somebody in, or say what is wrong."""
        names = words_of_names(self.desk, self.line("words"))
        if names:
            self.point_at("words", _("Is {words} somebody's name? Write the code.").format(words=", ".join(names)))
            return
        try:
            until = read_day(self.line("until"), self.desk.as_of)
            because = chosen(Because, self.line("because"))
            if because is None:
                self.point_at("because", _("Please type the number of one of the reasons below."))
                return
            who = PersonCode(code_if_known(self.desk, self.line("who")))
            one = let_in(self.desk, self.view.case, who, until, because, self.line("words"))
        except NotADayError as problem:
            self.point_at("until", str(problem))
        except NotAChoiceError as problem:
            self.point_at("because", str(problem))
        except (UnknownPersonError, NotTheirsError) as problem:
            self.point_at("who", str(problem))
        except StoreProblem as problem:
            self.say(str(problem))
        else:
            self.dismiss()
            tell(self, let_in_words(self.desk, one))


def _told(desk: Desk, view: ReadersView) -> Iterable[str]:
    carried = desk.short_name(view.carried_by) or _("nobody yet")
    answers = desk.short_name(view.answers) if view.answers else ""
    yield _("carried by {who}").format(who=carried) + (
        " · " + _("answers for them: {who}").format(who=answers) if answers else ""
    )
    yield from (let_in_words(desk, one) for one in view.let_in)
    words = ngettext("Opened by {n} person in 30 days:", "Opened by {n} people in 30 days:", len(view.opened))
    last = ", ".join(f"{desk.short_name(one.person)} {day_and_hour(one.at, desk.as_of)}" for one in view.opened)
    yield " ".join(part for part in (words.format(n=len(view.opened)), last) if part)
