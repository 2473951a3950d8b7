"""What stands in the way of closing a case: each set by itself, what can be acted on first, never one merged score."""

from datetime import date

import msgspec

from supervisor_tui.casework.closing_changes import ChangedCheck, as_last_seen, checks_changed, last_look
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.turns import Turn, turn_of
from supervisor_tui.casework.ways_out import WayOut, has_ways_out, ways_out
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.ids import SetId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.programme import Standing
from supervisor_tui.domain.records.closing import ClosureRequest
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.domain.status import closing_request
from supervisor_tui.guidance.guidance_set import Difference, Question
from supervisor_tui.guidance.reviews import CheckAnswer, SetReview
from supervisor_tui.wording import _, ngettext


class OpenCheck(msgspec.Struct, frozen=True):
    """A check that is not in order: which set asks, whether it stands in the way or advises, and whose turn it is."""

    turn: Turn
    set: SetId
    check: CheckAnswer


class DifferenceLine(msgspec.Struct, frozen=True):
    """A question on which the sets shown differ, with each set's answer."""

    question: Question
    answers: tuple[tuple[SetId, Difference], ...]


class ClosingView(msgspec.Struct, frozen=True):
    """The closing workspace of one case.

    reviews: the sets in force, deciding ones first. others: sets that are not in force here, for whoever asks.
    open_checks: everything that stands in the way, those that belong to one of several ways out among them; `ways`
    holds those by way. conference: the last one about this case since closing was asked for.
    changed: what came to be in order, or fell out of it, since the day `since`.
    """

    case: CaseFile
    as_of: date
    request: Entry[ClosureRequest] | None
    reviews: tuple[SetReview, ...]
    others: tuple[SetReview, ...]
    open_checks: tuple[OpenCheck, ...]
    advice: tuple[OpenCheck, ...]
    in_order: tuple[OpenCheck, ...]
    not_asked: tuple[OpenCheck, ...]
    differences: tuple[DifferenceLine, ...]
    ways: tuple[WayOut, ...]
    conference: Meeting | None
    since: date
    changed: tuple[ChangedCheck, ...]


def closing_view(desk: Desk, case: CaseFile, *, also: tuple[SetId, ...] = ()) -> ClosingView:
    """Return the closing workspace of a case; `also` names sets not in force that shall be read with the others."""
    found = desk.host.review_closing(case, desk.as_of)
    shown = tuple(one for one in found if one.standing.standing is not Standing.OFF or one.set.id in also)
    checks = [_placed(one, check, desk.as_of) for one in shown for check in one.checks]
    in_the_way = [open_check for open_check in checks if open_check.check.stands_in_the_way]
    looked = last_look(desk, case.code)
    before = as_last_seen(desk, case.code, looked)
    return ClosingView(
        case=case,
        as_of=desk.as_of,
        request=closing_request(case),
        reviews=shown,
        others=tuple(one for one in found if one not in shown),
        open_checks=tuple(sorted(in_the_way, key=_order)),
        advice=tuple(
            one for one in checks if one not in in_the_way and one.check.answer.result in {Result.FAIL, Result.UNKNOWN}
        ),
        in_order=tuple(one for one in checks if one.check.answer.result is Result.PASS),
        not_asked=tuple(one for one in checks if one.check.answer.result is Result.NA),
        differences=_differences(shown),
        ways=tuple(way for one in shown for way in ways_out(one)),
        conference=_conference(desk, case),
        since=looked.date(),
        changed=checks_changed(shown, desk.host.review_closing(before, looked.date())) if before else (),
    )


def _conference(desk: Desk, case: CaseFile) -> Meeting | None:
    asked = closing_request(case)
    if asked is None:
        return None
    about_it = (
        one
        for one in desk.store.meetings.all()
        if one.kind is MeetingKind.CONFERENCE and case.code in one.cases and one.day >= asked.on
    )
    return max(about_it, key=lambda one: one.in_time, default=None)


def _placed(found: SetReview, check: CheckAnswer, as_of: date) -> OpenCheck:
    return OpenCheck(turn_of(check.answer, as_of), found.set.id, check)


def _order(one: OpenCheck) -> tuple[int, int, int]:
    results = (Result.FAIL, Result.UNKNOWN)
    return (list(Turn).index(one.turn), results.index(one.check.answer.result), one.check.rule.order)


def _differences(reviews: tuple[SetReview, ...]) -> tuple[DifferenceLine, ...]:
    lines = []
    for question in Question:
        answers = tuple(
            (one.set.id, answer) for one in reviews for answer in one.set.differences if answer.question is question
        )
        if len({answer.answer for _set, answer in answers}) > 1:
            lines.append(DifferenceLine(question, answers))
    return tuple(lines)


def verdict_words(found: SetReview) -> str:
    """Say a set's answer in the field's words: ready, not yet or not known, and how much is in the way."""
    waiting = sum(1 for check in found.checks if check.stands_in_the_way)
    built, whole = found.built
    if found.verdict is Result.PASS:
        return found.set.ready
    if not found.checks:
        return _("not known: this guidance is not installed")
    if has_ways_out(found):
        return _words_of_ways(found)
    if found.verdict is Result.FAIL:
        return ngettext("not yet: {n} in the way", "not yet: {n} in the way", waiting).format(n=waiting)
    if built < whole:
        return _("not known: {n} of {m} checks can be answered here").format(n=built, m=whole)
    return ngettext("not known: {n} open", "not known: {n} open", waiting).format(n=waiting)


def _words_of_ways(found: SetReview) -> str:
    """Say how many ways out there are and how near the nearest is; one of them is enough."""
    built, whole = found.built
    nearest = ways_out(found)[0]
    words = _("{answer}: no way out is open, way {name} is nearest: {n} missing")
    if nearest.result is Result.PASS:
        words = _("{answer}: way {name} is open, {built} of {whole} checks can be answered here")
    answer = _("not yet") if found.verdict is Result.FAIL else _("not known")
    return words.format(answer=answer, name=nearest.name, n=len(nearest.missing), built=built, whole=whole)


def how_known_counts(checks: tuple[OpenCheck, ...]) -> dict[HowKnown, int]:
    """Return for checks in order how the weakest fact behind each is known: as told, else imported, else recorded."""
    counts = dict.fromkeys(HowKnown, 0)
    for one in checks:
        known = {fact.how_known for fact in one.check.answer.facts}
        weakest = next((how for how in (HowKnown.TOLD, HowKnown.IMPORTED) if how in known), HowKnown.RECORDED)
        counts[weakest] += 1
    return counts


def how_known_words(checks: tuple[OpenCheck, ...]) -> str:
    """Say of checks in order how many rest on what was recorded, imported, or told."""
    counts = how_known_counts(checks)
    words = [
        ngettext("{n} {how}", "{n} {how}", counts[how]).format(n=counts[how], how=how.label)
        for how in HowKnown
        if counts[how]
    ]
    return " · ".join(words)
