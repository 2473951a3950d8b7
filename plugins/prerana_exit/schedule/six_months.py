"""What falls due while a client's wish to end is running; when the wish is taken back, what is open is dropped."""

from collections.abc import Iterable
from datetime import date

from prerana_exit.documents import CLIENT_LETTER, PROGRESS_REPORT, papers, sent_where
from prerana_exit.guidance import FIRST_TALK_MONTHS, RULES, SECOND_TALK_MONTHS, months
from prerana_exit.pathways.left_out import left_out
from prerana_exit.pathways.steps import (
    family_is_unknown,
    held_within,
    talk_with_committee_needed,
    talks,
    window_of_the_steps,
)
from prerana_exit.records.committee_talk import CommitteeTalk
from prerana_exit.records.discussion import Discussion, Topic
from prerana_exit.records.step_left_out import Step
from prerana_exit.schedule.counted import counted
from prerana_exit.window import Window
from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.case_file import BodyT, CaseFile, Entry
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.note import Document
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _

_SOURCE = "000, parameter 2, steps of the six months"


@RULES.schedule_rule("PX-P2-s1", title=_("Talk about the client's hesitation"), source=_SOURCE, strength=Strength.WARNS)
@counted
def two_talks(case: CaseFile, _as_of: date, settings: Settings) -> Iterable[DueItem]:
    """When a client asks for the work to end, two talks are proposed: one early and one late in the six months."""
    window = window_of_the_steps(case, settings)
    if window is None or left_out(case, Step.TALKS):
        return ()
    held = talks(case, Topic.HESITATION, window)
    after = (months(settings, FIRST_TALK_MONTHS), months(settings, SECOND_TALK_MONTHS))
    return tuple(
        _in_window(
            window,
            _("Talk with the client about why they hesitate and why follow-ups matter"),
            f"talk-{place + 1}",
            Discussion.KIND,
            held[place] if place < len(held) else None,
            due=min(add_months(window.since, count), window.ends),
        )
        for place, count in enumerate(after)
    )


@RULES.schedule_rule(
    "PX-P2-s4a", title=_("Report to the committee after the six months"), source=_SOURCE, strength=Strength.WARNS
)
@counted
def report_after_the_window(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """On the day on which the six months are over the committee should get a report on the client's progress."""
    window = window_of_the_steps(case, settings)
    if window is None or left_out(case, Step.REPORT):
        return ()
    sent = sent_where(papers(case, PROGRESS_REPORT), as_of, lambda day: day >= window.ends)
    return (
        DueItem(
            _("Send the committee a report on the client's progress"),
            due=window.ends,
            opens=window.ends,
            done=sent[1] if sent else None,
            settled_by=sent[0].id if sent else None,
            settles=Document.KIND,
            slot="report",
            advisory=True,
        ),
    )


@RULES.schedule_rule("PX-P2-s5", title=_("Step plan of the six months"), source=_SOURCE, strength=Strength.WARNS)
@counted
def step_plan(case: CaseFile, _as_of: date, settings: Settings) -> Iterable[DueItem]:
    """The other steps of the six months: the family, the committee where it is needed, and the letter at the end."""
    window = window_of_the_steps(case, settings)
    if window is None:
        return ()
    items: list[DueItem] = []
    if not family_is_unknown(case) and not left_out(case, Step.FAMILY):
        talk = _first(talks(case, Topic.WITH_FAMILY, window))
        items.append(_in_window(window, _("Talk about going on through the family"), "family", Discussion.KIND, talk))
    if talk_with_committee_needed(case) is YesNo.YES and not left_out(case, Step.COMMITTEE):
        spoke = _first(held_within(case, CommitteeTalk, window))
        items.append(
            _in_window(window, _("Help the client to speak with the committee"), "committee", CommitteeTalk.KIND, spoke)
        )
    if not left_out(case, Step.LETTER):
        items.append(_letter(case, window))
    return tuple(items)


def _letter(case: CaseFile, window: Window) -> DueItem:
    attached = _first(
        tuple(
            entry
            for entry in papers(case, CLIENT_LETTER)
            if entry.on >= window.since and entry.body.regards == PROGRESS_REPORT
        )
    )
    return DueItem(
        _("Put the client's letter with the report"),
        due=window.ends,
        opens=window.since,
        done=attached.on if attached else None,
        settled_by=attached.id if attached else None,
        settles=Document.KIND,
        slot="letter",
        advisory=True,
    )


def _in_window(
    window: Window, title: str, slot: str, settles: str, done: Entry[BodyT] | None, due: date | None = None
) -> DueItem:
    return DueItem(
        title,
        due=due or window.ends,
        opens=window.since,
        closes=window.ends,
        done=done.on if done else None,
        settled_by=done.id if done else None,
        settles=settles,
        slot=slot,
        advisory=True,
    )


def _first(found: tuple[Entry[BodyT], ...]) -> Entry[BodyT] | None:
    return found[0] if found else None
