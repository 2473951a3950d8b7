"""Taking a line back to mend it: which line is meant, and which must not come onto a screen that the family sees."""

from supervisor_tui.casework.meetings.minutes import minutes, take_back
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.meetings.family import is_the_familys_to_see
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.kit.tones import Tone
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.meetings.meeting_page import MeetingPage
from supervisor_tui.tui.meetings.saying import is_as_taken_back
from supervisor_tui.tui.meetings.typed_line import as_typed
from supervisor_tui.wording import _

__all__ = ["TakesBackLines"]


class TakesBackLines(MeetingPage):
    """The part of a meeting's screen that takes lines back; their words stand in the line again."""

    def action_take_back_line(self) -> None:
        """Handle `TakeBackLine`."""
        entry = self.entry
        is_begun = not entry.typed.is_blank and entry.typed != entry.proposed
        if is_begun and not is_as_taken_back(self.desk, self.number, entry.typed):
            words = _("A line is begun. Enter saves it, or ^U takes it away; then F8 takes another back.")
            self.say(words, Tone.WARNING)
            return
        line = self._line_to_take_back()
        if line is None:
            self.say(_("There is no line of yours to take back here."))
        elif self._may_come_on_the_screen(line):
            self._take_back(line)
        else:
            words = _(
                "That line is not one the family heard and may read. Once they have gone out (^F), F8 takes it back."
            )
            self.say(words, Tone.WARNING)

    def _take_back(self, line: MinutesLine) -> None:
        try:
            take_back(self.desk, line)
        except (RefusedError, StoreProblem) as error:
            self.say(str(error))
            return
        entry = self.entry
        if line.kind is not LineKind.NO_CHANGE:
            again = as_typed(line, self.desk.short_name(PersonCode(line.owner)))
            entry.begin(entry.place, again, entry.guessed_owner, self.part_kept(again))
        self.desk_app.something_saved()
        self.say(_("taken back: {text}").format(text=line.text or line.kind.label), Tone.QUIET)

    def _may_come_on_the_screen(self, line: MinutesLine) -> bool:
        """Say whether the words of a line may be read by everybody who looks on now."""
        if self.front is None or not self.front.has_family:
            return True
        return is_the_familys_to_see(line, self.front.meeting.participants)

    def _line_to_take_back(self) -> MinutesLine | None:
        """Return the line of the cursor where the page has the keys, else the last one of whoever is at the desk."""
        page = self.page
        if page.has_focus and page.line is not None and page.line.line is not None:
            return page.line.line
        written = [line for line in minutes(self.desk, self.number) if line.case == self.case]
        return next((line for line in reversed(written) if line.by == self.desk.person.code), None)
