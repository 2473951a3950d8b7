"""Words that are better chosen otherwise: services written down as needs, and words that judge.

Both only point it out; the writer may keep the words. The lists are the agency's to lengthen, with commas between.
"""

import re

from supervisor_tui.domain.settings import Settings


def listed(settings: Settings, key: str) -> tuple[str, ...]:
    """Return the words of a setting, in small letters; none where the agency emptied it."""
    return tuple(word.strip().casefold() for word in (settings.word(key) or "").split(",") if word.strip())


def found_in(text: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of the words that stand in a text as whole words, in the order of the list."""
    small = text.casefold()
    return tuple(word for word in words if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", small))
