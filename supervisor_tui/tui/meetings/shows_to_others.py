"""Showing a meeting to others: on a wall, blank for a while, and what cannot be done as long as they look on."""

from supervisor_tui.casework.meetings.attendance import family_in_or_out
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.meetings.family import of_the_family
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.kit.safe_text import tell
from supervisor_tui.kit.tones import Tone
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.meetings import meeting_commands as commands
from supervisor_tui.tui.meetings.blank_screen import BlankScreen
from supervisor_tui.tui.meetings.family_lines import lines_for_family
from supervisor_tui.tui.meetings.front import Front
from supervisor_tui.tui.meetings.kept_line import carry_over, place_of
from supervisor_tui.tui.meetings.meeting_page import MeetingPage
from supervisor_tui.tui.meetings.still_shown import keep_shown
from supervisor_tui.wording import _, ngettext

__all__ = ["ShowsToOthers"]

SHUT_WHILE_SHOWN = frozenset(
    command.name()
    for command in (
        commands.OpenCaseFile,
        commands.ChangeMeeting,
        commands.WriteMinutesFile,
        commands.ShowSheet,
        commands.ShowNeeds,
        commands.LeaveMeeting,
    )
)


SHUT_WITH_THE_FAMILY = SHUT_WHILE_SHOWN | {
    command.name() for command in (commands.NextCase, commands.PutOffCase, commands.PreviousCase, commands.TakeTheRound)
}
"""There is but one child while the family looks on."""


class ShowsToOthers(MeetingPage):
    """The part of a meeting's screen that knows who looks on.

    is_alone: the program was started to show this meeting and nothing else, so that leaving it ends the program.
    """

    SHOWN_TO_OTHERS = True

    def __init__(self, number: MeetingId, is_alone: bool = False) -> None:
        super().__init__(number)
        self.is_alone = is_alone
        self.is_on_the_wall = is_alone
        self._is_kept = False
        self._is_warned = False

    def on_mount(self) -> None:
        """Shut the doors before anything is read, where others look on from the beginning."""
        self.hold_doors()
        super().on_mount()

    def on_unmount(self) -> None:
        """Open the doors again once the meeting is left."""
        self.desk_app.shown_to_others = False

    def hold_doors(self) -> None:
        """Have every other door shut while others look on."""
        is_shown = self.is_on_the_wall or self.has_family
        self.desk_app.shown_to_others = is_shown
        if is_shown is not self._is_kept:
            self._keep_shown(is_shown=is_shown)
        self.refresh_bindings()

    def _keep_shown(self, *, is_shown: bool) -> None:
        """Keep on disk that others look on, so that nothing else comes before them if the program breaks off."""
        self._is_kept = is_shown
        try:
            keep_shown(self.desk, self.number if is_shown else None)
        except StoreProblem as problem:
            tell(self, str(problem), severity="warning")

    def show(self, found: Front) -> None:
        """Show the page, and shut or open the doors as the family came in or went out, here or on another screen."""
        is_first, had_family = self.front is None, self.has_family
        super().show(found)
        self.hold_doors()
        if not is_first and self.has_family is not had_family:
            self._change_the_line()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing that leads away from what others may see."""
        if (action in SHUT_WHILE_SHOWN and self.is_on_the_wall) or (action in SHUT_WITH_THE_FAMILY and self.has_family):
            return False
        if self.front is not None and action == self._belongs_to_another_kind(self.front.meeting.kind):
            return False
        return super().check_action(action, parameters)

    @staticmethod
    def _belongs_to_another_kind(kind: MeetingKind) -> str:
        """Return what a meeting of this kind does not have: the team's has no family, the others no round."""
        of_others = commands.FamilyInOrOut if kind is MeetingKind.MANAGEMENT else commands.TakeTheRound
        return of_others.name()

    def action_show_to_others(self) -> None:
        """Handle `ShowToOthers`."""
        self.keep_at_once()
        if self.is_alone:
            self._keep_shown(is_shown=self.has_family)
            self.desk_app.leave_altogether()
            return
        self.is_on_the_wall = not self.is_on_the_wall
        self.hold_doors()

    def action_family_in_or_out(self) -> None:
        """Handle `FamilyInOrOut`."""
        self.keep_at_once()
        try:
            before = seen(self.desk, self.number)
            if not self.has_family and self._warns_of_what_they_will_see():
                return
            after = family_in_or_out(self.desk, before)
        except StoreProblem as problem:
            self.say(str(problem))
            return
        if after is before:
            self.say(_("No child and no caregiver is among the participants. F6 adds them."))
            return
        self.show(self.read(self.desk))
        self.desk_app.something_saved()

    def _warns_of_what_they_will_see(self) -> bool:
        """Say once how much was written before they came and will be on the wall; the same key again goes on."""
        family = {one.id for one in of_the_family(self.front.meeting.participants)} if self.front else set()
        lines = lines_for_family(self.front) if self.front and not self._is_warned else []
        number = sum(not family & set(line.heard_by) for line in lines)
        self._is_warned = True
        if not number:
            return False
        words = ngettext(
            "{n} line that was written without them will be on the wall. ^F again brings them in.",
            "{n} lines that were written without them will be on the wall. ^F again brings them in.",
            number,
        )
        self.say(words.format(n=number), Tone.WARNING)
        return True

    def _change_the_line(self) -> None:
        """Put away what was begun without the family while they are here; give it back once they have gone out."""
        self.keep_at_once()
        is_put_away = self.has_family and not self.entry.typed.is_blank
        if not self.has_family:
            carry_over(self.desk, self.entry.place, place_of(self.number, self.case))
        self.bring_in_front(self.case)
        if is_put_away and self.entry.typed.is_blank:
            self.say(
                _("What you were typing is put away; it stands here again once the family has gone out."), Tone.QUIET
            )

    def action_blank_the_wall(self) -> None:
        """Handle `BlankTheWall`."""
        self.keep_at_once()
        self.app.push_screen(BlankScreen())
