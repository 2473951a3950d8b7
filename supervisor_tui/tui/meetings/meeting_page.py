"""The page of a meeting: what is in front, the line to type into below it, and what is kept of both."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.events import Event

from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.who import caseworker_of
from supervisor_tui.domain.ids import CaseCode, MeetingId, RuleId
from supervisor_tui.domain.meetings.family import part_now
from supervisor_tui.domain.meetings.kinds import MeetingState
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import Line, content, tell
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_list import WorkList
from supervisor_tui.store.problems import ReasonAsked, StoreProblem
from supervisor_tui.tui.meetings.entry_line import EntryChanged, EntryLine
from supervisor_tui.tui.meetings.front import Front, read_front
from supervisor_tui.tui.meetings.kept_line import (
    case_that_stood_in_front,
    forget_line,
    keep_in_front,
    keep_line,
    kept_line,
    place_of,
)
from supervisor_tui.tui.meetings.meeting_lines import groups
from supervisor_tui.tui.meetings.meeting_title import meeting_title
from supervisor_tui.tui.meetings.missing_line import MissingLine
from supervisor_tui.tui.meetings.page_lines import PageLine
from supervisor_tui.tui.meetings.page_list import PageList
from supervisor_tui.tui.meetings.saying import line_mended
from supervisor_tui.tui.meetings.typed_line import FAMILY_LETTERS, TypedLine, letters_in_words
from supervisor_tui.tui.meetings.when_held import day_set
from supervisor_tui.tui.reading_screen import ReadingScreen
from supervisor_tui.wording import _, ngettext

if TYPE_CHECKING:
    from supervisor_tui.casework.desk import Desk

__all__ = ["MeetingPage"]


TITLE_PADDING = 2
"""The cells on either side of the head line that stay blank."""


class MeetingPage(ReadingScreen[Front]):
    """What somebody else writes appears by itself; what stands in the line is left alone by it.

    front: what is shown, None until it is read first. case: the case in front, None for the meeting as a whole.
    """

    FOLLOWS_QUIETLY: ClassVar[bool] = True

    def __init__(self, number: MeetingId) -> None:
        super().__init__()
        self.number = number
        self.title = _("Meeting {number}").format(number=number)
        self.front: Front | None = None
        self.case: CaseCode | None = None
        self._warned_of: TypedLine | None = None

    def compose_body(self) -> ComposeResult:
        """Lay out the page above the line."""
        yield MissingLine(id="missing")
        yield PageList(self.take_typing)
        people = (person.short_name for person in self.desk.store.people.all() if person.active)
        yield EntryLine(people, self.desk.clock().date())
        yield Line(id="entry-help")

    def on_mount(self) -> None:
        """Read at once, for whoever types into the line does not wait for the page."""
        self.follow_what_is_saved()
        try:
            self.show(self.read(self.desk))
        except ReasonAsked as asked:
            self.ask_why(asked)

    @property
    def entry(self) -> EntryLine:
        """The line to type into."""
        return self.query_one(EntryLine)

    @property
    def page(self) -> WorkList[PageLine]:
        """The page above it."""
        return self.query_one("#page", WorkList)

    @property
    def has_family(self) -> bool:
        """Whether the family is in the room and reads along."""
        return self.front is not None and self.front.has_family

    def read(self, desk: "Desk") -> Front:
        """Read the meeting and the case in front; when it is opened, the one that stood there last."""
        found = seen(desk, self.number)
        if self.front is None:
            self.case = case_that_stood_in_front(desk, self.number, found.value.cases)
        return read_front(desk, found, self.case)

    def show(self, found: Front) -> None:
        """Show the page; what stands in the line is left alone."""
        if found.case != self.case:
            self.refresh_from_desk()
            return
        is_first = self.front is None
        moved = day_set(self.front.meeting, found.meeting) if self.front is not None else ""
        if moved and not self.desk_app.shown_to_others:
            tell(self, moved)
        self.front = found
        self._entitle_meeting()
        self.query_one(MissingLine).tell(found.missing)
        self.page.replace_groups(groups(self.desk, found))
        if is_first:
            self.bring_in_front(self.case)

    def on_resize(self) -> None:
        """Fit the head line into the room that there is."""
        self._entitle_meeting()

    def _entitle_meeting(self) -> None:
        if self.front is not None:
            self.entitle(meeting_title(self.desk, self.front, self.size.width - TITLE_PADDING))

    def case_in_hand(self) -> CaseCode | None:
        """Return the case in front."""
        return self.case

    def rule_in_hand(self) -> RuleId | None:
        """Return the rule behind the line."""
        return self.page.line.rule if self.page.line else None

    def bring_in_front(self, case: CaseCode | None) -> None:
        """Take up a case, or the meeting as a whole; what was kept of a line about it stands in the line again."""
        place = place_of(self.number, case, has_family=self.has_family)
        typed = kept_line(self.desk, place)
        self.case = case
        self.entry.begin(place, typed, caseworker_of(self.desk, case), self.part_kept(typed))
        kept = _("what you typed before stands here again; type on behind it, or ^U takes it away")
        self.say(self._help() if typed.is_blank else kept, Tone.QUIET)
        try:
            keep_in_front(self.desk, self.number, case)
        except StoreProblem as problem:
            self.say(_("Not kept: {problem}").format(problem=problem))

    def part_kept(self, typed: TypedLine) -> str:
        """Return the part of the meeting that a line keeps which is mended now, where another part has begun since."""
        mended = line_mended(self.desk, self.number, typed.mends)
        now = part_now(self.front.meeting.participants) if self.front else None
        return mended.part.label if mended is not None and mended.part is not now else ""

    def _help(self) -> str:
        return letters_in_words(FAMILY_LETTERS) if self.has_family else letters_in_words()

    def say(self, words: str, tone: Tone = Tone.URGENT) -> None:
        """Say something below the line; a warning stays until more is typed."""
        self._warned_of = None if tone is Tone.QUIET else self.entry.typed
        self.query_one("#entry-help", Line).update(content(words, tone.style))

    @on(EntryChanged)
    def keep_draft(self, event: EntryChanged) -> None:
        """Keep what is typed, and say so only when it is on disk."""
        try:
            at = keep_line(self.desk, event.place, event.typed)
        except StoreProblem as problem:
            self.say(_("Not kept: {problem}").format(problem=problem))
            return
        if at is not None and event.typed != self._warned_of:
            self.say(_("draft kept {time}").format(time=f"{at:%H:%M:%S}"), Tone.QUIET)

    @on(SafeInput.LinesJoined)
    def tell_what_was_joined(self, event: SafeInput.LinesJoined) -> None:
        """Say that a text of several lines became one."""
        words = ngettext("{n} line was pasted.", "{n} lines were pasted; they stand in one line now.", event.number)
        self.say(words.format(n=event.number), Tone.WARNING)

    def forget_kept(self, place: str) -> None:
        """Take away what was kept of a line that is saved, or dropped."""
        try:
            forget_line(self.desk, place)
        except StoreProblem as problem:
            self.say(str(problem))

    def take_typing(self, event: Event) -> bool:
        """Have what is typed beside the line stand in it; say False where the meeting is over, for it takes no line."""
        if self.front is None or self.front.meeting.state is MeetingState.CLOSED:
            return False
        self.entry.words.type_on(event)
        return True

    def keep_at_once(self) -> None:
        """Keep what the last second typed, without waiting for the line to tell it."""
        typed = self.entry.taken()
        if typed is not None:
            self.keep_draft(EntryChanged(self.entry.place, typed))
