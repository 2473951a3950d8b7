"""Checks that read the same on saving and on file: one pure function finds the problems of a record, both ask it.

On saving they warn, and what was written can be kept; on file they are an answer, with what would settle it.
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import wraps

import msgspec

from iag_core.guidance import rules
from iag_core.seen import duties_from, seen_on
from supervisor_tui.domain.answers import Answer, Fact, Missing
from supervisor_tui.domain.case_file import BodyT, CaseFile, Entry
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import episode
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.guidance.rules import CaseCheck, RuleKind, Strength
from supervisor_tui.wording import _

MOST_NAMED = 3
"""How many problems one answer spells out; the others are counted."""


class Problem(msgspec.Struct, frozen=True):
    """Something that is not in order in one record.

    message: a sentence. field: where it can be mended. is_open: nobody can say; then the answer is unknown, not fail.
    setting: the key of a number that has to be decided first. keeps: words that the writer may keep with a reason.
    """

    message: str
    field: str = ""
    is_open: bool = False
    setting: str = ""
    keeps: str = ""


Problems = Callable[[CaseFile, BodyT, date, Settings], Iterable[Problem]]
Unless = Callable[[CaseFile], str]
Owed = Callable[[CaseFile], Fact | None]
Chosen = Callable[[CaseFile], Iterable[Entry[BodyT]]]


def case_check(
    rule: str,
    *,
    title: str,
    source: str,
    strength: Strength = Strength.BLOCKS,
    unless: Unless | None = None,
    declares: RuleKind | None = None,
) -> Callable[[CaseCheck], CaseCheck]:
    """Register a check of the case file as it stood on the day asked about.

    unless: says why it is not asked of a case, "" where it is (see `stages`). declares: the row is a field or an item
    of a checklist too, and this check looks whether it was filled in.
    """
    if declares is not None:
        rules.declared(rule, kind=declares, title=title, source=source)

    def register(check: CaseCheck) -> CaseCheck:
        @wraps(check)
        def asked(case: CaseFile, as_of: date, settings: Settings) -> Answer:
            seen = seen_on(case, as_of)
            why_not = unless(seen) if unless else ""
            return Answer.does_not_apply(why_not) if why_not else check(seen, as_of, settings)

        return rules.case_check(rule, title=title, source=source, strength=strength)(asked)

    return register


def record_check(
    rule: str,
    kind: type[BodyT],
    *,
    title: str,
    source: str,
    nothing: str,
    fine: str,
    strength: Strength = Strength.BLOCKS,
    nothing_is_open: bool = False,
    owed: Owed | None = None,
    on_saving: bool = True,
    chosen: Chosen[BodyT] | None = None,
    unless: Unless | None = None,
    declares: RuleKind | None = None,
) -> Callable[[Problems[BodyT]], Problems[BodyT]]:
    """Register a function that finds the problems of a record of one kind, for saving and for the file.

    nothing: why it does not apply while there is no such record, or why nobody can say if `nothing_is_open`. owed: what
    of our own work made it a duty to write this record; then nothing written is a fail. fine: what to say when every
    record is in order. chosen: which records are looked at; those of the present episode unless said.
    unless, declares: as for `case_check`.
    """

    def register(problems: Problems[BodyT]) -> Problems[BodyT]:
        @wraps(problems)
        def on_file(case: CaseFile, as_of: date, settings: Settings) -> Answer:
            entries = tuple((chosen or of_this_episode(kind))(case))
            if not entries:
                return _nothing_written(nothing, kind, owed(case) if owed else None, is_open=nothing_is_open)
            found = [(entry, one) for entry in entries for one in problems(case, entry.body, entry.on, settings)]
            return answered(found, fine, entries[-1], settings)

        @wraps(problems)
        def before_saving(case: CaseFile, draft: RecordBody, on: date, settings: Settings) -> Iterable[Finding]:
            if isinstance(draft, kind):
                for one in problems(case, draft, on, settings):
                    yield Finding(
                        Severity.HINT if one.is_open else Severity.WARN, one.message, one.field, keeps=one.keeps
                    )

        case_check(rule, title=title, source=source, strength=strength, unless=unless, declares=declares)(on_file)
        if on_saving:
            rules.validator(rule, title=title, source=source, strength=Strength.WARNS)(before_saving)
        return problems

    return register


def _nothing_written(nothing: str, kind: type[RecordBody], owed: Fact | None, *, is_open: bool) -> Answer:
    missing = Missing(record=kind.KIND)
    if owed is not None:
        return Answer.fails(nothing, owed, missing=missing)
    return Answer.unknown(nothing, missing=missing) if is_open else Answer.does_not_apply(nothing)


def answered(
    found: Iterable[tuple[Entry[BodyT], Problem]], fine: str, last: Entry[BodyT], settings: Settings
) -> Answer:
    """Return one answer for the problems of some records: fail if one stands, unknown if one is open, else pass."""
    problems = tuple(found)
    certain = [(entry, one) for entry, one in problems if not one.is_open]
    shown = certain or problems
    if not shown:
        return Answer.passes(fine, last.fact(last.body.TITLE))
    sentences = list(dict.fromkeys(one.message for _entry, one in shown))
    reason = " ".join(sentences[:MOST_NAMED])
    if len(sentences) > MOST_NAMED:
        reason = _("{some} And {count} more.").format(some=reason, count=len(sentences) - MOST_NAMED)
    facts: list[Fact] = list(dict.fromkeys(entry.fact(entry.body.TITLE) for entry, _one in shown))
    first = shown[0][1]
    setting = settings.full_key(first.setting) if first.setting else None
    missing = Missing(setting=setting) if setting else Missing(record=last.body.KIND, field=first.field or None)
    answer = Answer.fails if certain else Answer.unknown
    return answer(reason, *facts, missing=missing)


def of_this_episode(kind: type[BodyT]) -> Chosen[BodyT]:
    """Return a choice of the records of a kind in the present episode, without those from before we began."""

    def chosen(case: CaseFile) -> tuple[Entry[BodyT], ...]:
        present, began = episode(case), duties_from(case)
        since = max(present.opened_on if present else date.min, began or date.min)
        return tuple(entry for entry in case.of(kind) if entry.on >= since)

    return chosen


def the_latest(kind: type[BodyT]) -> Chosen[BodyT]:
    """Return a choice of the latest record of a kind in the present episode."""

    def chosen(case: CaseFile) -> tuple[Entry[BodyT], ...]:
        return tuple(of_this_episode(kind)(case))[-1:]

    return chosen


def blank(body: RecordBody, *fields: tuple[str, str]) -> Iterable[Problem]:
    """Return a problem for each field that was left blank; each is given with the words for what is missing."""
    for field, words in fields:
        value = getattr(body, field)
        if value is None or value == () or (isinstance(value, str) and not value.strip()):
            yield Problem(words, field)


def by_our_own(case: CaseFile, entry: Entry[BodyT] | None) -> Fact | None:
    """Return the fact of a record that was written here and in our time, neither told nor brought in."""
    began = duties_from(case)
    if entry is None or entry.record.how_known is not HowKnown.RECORDED or (began is not None and entry.on < began):
        return None
    return entry.fact(entry.body.TITLE)
