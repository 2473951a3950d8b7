"""Words that are better chosen otherwise: services written down as needs, and words that judge.

Both only point it out; the writer may keep the words with a reason, and is not asked again in this case. The lists are
the agency's to lengthen, with commas between.
"""

import re

from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.words_kept import WordsKept
from supervisor_tui.domain.settings import Settings

QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")


def listed(settings: Settings, key: str) -> tuple[str, ...]:
    """Return the words of a setting, in small letters; none where the agency emptied it."""
    return tuple(word.strip().casefold() for word in (settings.word(key) or "").split(",") if word.strip())


def kept_on_purpose(case: CaseFile) -> frozenset[str]:
    """Return the words that somebody kept in this case with a reason, in small letters."""
    return frozenset(entry.body.words.strip().casefold() for entry in case.of(WordsKept) if entry.body.reason.strip())


def without_quotes(text: str) -> str:
    """Return a text without what stands in quotation marks: what somebody said is theirs."""
    return QUOTED.sub(" ", text)


def found_in(text: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of the words that stand in a text as whole words, in the order of the list."""
    small = text.casefold()
    return tuple(word for word in words if word in small and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", small))
