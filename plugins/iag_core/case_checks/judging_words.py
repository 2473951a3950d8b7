"""Words that judge people are pointed out wherever they are written."""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from iag_core.guidance import rules
from iag_core.problems import case_check
from iag_core.seen import duties_from
from iag_core.words_of_need import found_in, kept_on_purpose, listed, without_quotes
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.records.words_kept import WordsKept
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import episode
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _

TITLE = _("No words that judge people")
SOURCE = "004 §2.5.2, §1.3; the words are ours"


@rules.validator("IAG-DOC-11", title=TITLE, source=SOURCE)
def words_that_judge_are_pointed_out(
    case: CaseFile, draft: RecordBody, _on: date, settings: Settings
) -> Iterable[Finding]:
    """Notes hold what was seen and said, in words that insult and judge nobody. What a child said stands in quotes."""
    if not isinstance(draft, WordsKept):
        for word in _judging(msgspec.to_builtins(draft), _pointed_out(case, settings)):
            yield Finding(Severity.WARN, _judges(word), keeps=word)


@case_check("IAG-DOC-11", title=TITLE, source=SOURCE, strength=Strength.WARNS)
def no_words_that_judge(case: CaseFile, _as_of: date, settings: Settings) -> Answer:
    """What is on file of this stretch of work judges nobody; words that somebody kept on purpose have a reason."""
    present, began = episode(case), duties_from(case)
    since = max(present.opened_on if present else date.min, began or date.min)
    ours = [record for record in case.records if record.on >= since and record.kind != WordsKept.KIND]
    listed_words = _pointed_out(case, settings)
    for record in ours:
        small = bytes(record.body).decode().casefold()
        suspects = tuple(word for word in listed_words if word in small)
        for word in _judging(msgspec.json.decode(record.body), suspects) if suspects else ():
            words = _("Record of {day}: {sentence}").format(day=record.on.isoformat(), sentence=_judges(word))
            return Answer.fails(words, missing=Missing(record=WordsKept.KIND, field="words"))
    return Answer.passes(_("No word on file judges people."))


def _judges(word: str) -> str:
    return _("“{word}” judges people. What was seen or said?").format(word=word)


def _pointed_out(case: CaseFile, settings: Settings) -> tuple[str, ...]:
    kept = kept_on_purpose(case)
    return tuple(word for word in listed(settings, "judging_words") if word not in kept)


def _judging(value: object, words: tuple[str, ...]) -> Iterator[str]:
    yield from found_in(without_quotes(" \n ".join(_texts(value))), words)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)
