"""Words of somebody's name in a text that was typed, found by their keyed hashes while the names stay locked away.

Only a person can tell a name from a word that happens to be one, so it is pointed out and never refused.
"""

from collections.abc import Iterable, Iterator

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.meetings.minutes import WhatWasSaid
from supervisor_tui.domain.meetings.participants import ParticipantRole
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.store.name_words import words_of
from supervisor_tui.wording import _

__all__ = ["finding_on_words", "findings_on_names", "texts_of", "words_of_names"]


def words_of_names(desk: Desk, *texts: str) -> tuple[str, ...]:
    """Return the words of these texts that are words of somebody's name, spelled plainly.

    The words for roles ("child") are nobody's name, even where a name that was entered holds one.
    """
    of_roles = words_of(" ".join(role.label for role in ParticipantRole))
    return tuple(word for word in desk.store.names.found_in(" ".join(texts)) if word not in of_roles)


def findings_on_names(desk: Desk, body: RecordBody | WhatWasSaid) -> Iterable[Finding]:
    """Give what there is to say about names in what was typed: write the code."""
    words = words_of_names(desk, *texts_of(body))
    if words:
        yield finding_on_words(words)


def finding_on_words(words: Iterable[str]) -> Finding:
    """Return the question whether these words are somebody's name."""
    message = _("Is {words} somebody's name? Write the code; a name stands in the identities file only.")
    return Finding(Severity.WARN, message.format(words=", ".join(f"“{word}”" for word in words)))


def texts_of(value: object) -> Iterator[str]:
    """Yield the texts that a person typed into a record or a line of minutes; words chosen from a list are none."""
    if type(value) is str:
        yield value
    elif isinstance(value, msgspec.Struct):
        typed = WhatWasSaid if isinstance(value, WhatWasSaid) else type(value)
        for name in typed.__struct_fields__:
            yield from texts_of(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_of(one)
