"""Words of names as keyed hashes, so that a typed name finds its code while the names themselves are locked away.

The key rests in the cases file: the hashes keep names from being read in passing and from being matched without the
file's key; they are no protection against somebody who has that key and a list of names to try.
"""

import hmac
import re
import secrets
import unicodedata
from collections.abc import Iterable
from typing import cast

from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.store.engine import Engine

__all__ = ["NameWords", "words_of"]

_WORD = re.compile(r"[^\W\d_]{2,}")
_DIGEST_BYTES = 16
_KEY_BYTES = 32


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text in one spelling: without capitals and accents, of two letters or more."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return frozenset(_WORD.findall(bare.casefold()))


class NameWords:
    """Which case each word of a name belongs to, by hash."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._key: bytes | None = None

    def create(self) -> None:
        """Make the table and the key of the hashes."""
        with self._engine.joining() as connection:
            connection.execute(
                'CREATE TABLE name_words(word BLOB, "case" TEXT, PRIMARY KEY(word, "case")) WITHOUT ROWID'
            )
            connection.execute("CREATE TABLE name_word_key(key BLOB NOT NULL)")
            connection.execute("INSERT INTO name_word_key VALUES (?)", (secrets.token_bytes(_KEY_BYTES),))

    def index(self, case: CaseCode, names: Iterable[str]) -> None:
        """Make these the names of a case, in place of what was indexed for it before."""
        hashes = sorted(self._hash(word) for name in names for word in words_of(name))
        with self._engine.joining() as connection:
            connection.execute('DELETE FROM name_words WHERE "case" = ?', (case,))
            connection.executemany("INSERT OR IGNORE INTO name_words VALUES (?, ?)", [(word, case) for word in hashes])

    def cases_of(self, typed: str) -> tuple[CaseCode, ...]:
        """Return the cases whose names hold every word typed; none where no word was typed."""
        found = [self._cases_with(word) for word in words_of(typed)]
        return tuple(sorted(frozenset.intersection(*found))) if found else ()

    def found_in(self, note: str) -> tuple[str, ...]:
        """Return the words of a note that are words of somebody's name, spelled plainly, in alphabetical order."""
        return tuple(sorted(word for word in words_of(note) if self._cases_with(word)))

    def token(self, what: str) -> str:
        """Return an opaque name of something in this store, always the same: no other store gives the same.

        what: with a digit or a space in it, so that it is the hash of no word.
        """
        return self._hash(what).hex()

    def _cases_with(self, word: str) -> frozenset[CaseCode]:
        rows = self._engine.rows('SELECT "case" FROM name_words WHERE word = ?', (self._hash(word),))
        return frozenset(CaseCode(cast("str", row[0])) for row in rows)

    def _hash(self, word: str) -> bytes:
        if self._key is None:
            row = self._engine.row("SELECT key FROM name_word_key")
            if row is None:
                raise LookupError("the key of the name hashes is missing")
            self._key = cast("bytes", row[0])
        return hmac.digest(self._key, word.encode(), "sha256")[:_DIGEST_BYTES]
