"""People who are in the identities file, by every way in which a name comes into a store. Nobody of them exists."""

import unicodedata
from collections.abc import Iterable

from supervisor_tui.store.store import Store
from tests.exchange.primero_files import a_primero_case, a_primero_follow_up, as_export

__all__ = ["IDENTITY", "PRIMERO", "SECTION", "SPREADSHEET", "folded", "found_in", "known_texts"]

IDENTITY = (
    *("--name", "Zübeyda Quillfeather", "--name", "زبيدة"),
    *("--relative", "Ottoline Quillfeather", "--address", "14 Marchpane Lane"),
    *("--contact", "0733 555 0199"),
)
"""What `identity CODE` is given."""

SPREADSHEET = (
    "Case ID,Name,Sex,Registration Date,Caseworker,Risk Level,Address,Telephone,Mother's name,Remarks\n"
    "L-0001,Cornelis Halloumi,F,2026-01-15,W-04,High,9 Tamarisk Close,0733 555 0188,Drusilla Halloumi,"
    "lives with Philippa near the Vermilion mosque\n"
)

PRIMERO = as_export(
    [
        a_primero_case(
            name="Ignatius Bramblewick",
            name_first="Ignatius",
            telephone_current="+000 555 0177",
            block_660b751="behind the Periwinkle bakery",
            followup_subform_section=[a_primero_follow_up(followup_comments="told by Leocadia, the aunt")],
        )
    ]
)
SECTION = "Told in confidence by the neighbour Wilhelmina Sprockett."

_WORDS = (
    *("Zübeyda", "Quillfeather", "زبيدة", "Ottoline", "Marchpane", "0733 555 0199"),
    *("Cornelis", "Halloumi", "Tamarisk", "0733 555 0188", "Drusilla", "Philippa", "Vermilion"),
    *("Ignatius", "Bramblewick", "555 0177", "Periwinkle", "Leocadia"),
    *("Wilhelmina", "Sprockett"),
)


def known_texts(store: Store) -> frozenset[str]:
    """Return what nothing that leaves may hold: the words above, and every text of the identities file, folded."""
    identities = store.open_identities()
    kept = (identities.of(code) for code in store.records.codes())
    texts = (
        text for one in kept if one is not None for text in (*one.names, *one.relatives, one.address, *one.contacts)
    )
    return frozenset(folded(text) for text in (*_WORDS, *texts) if text)


def found_in(text: str, known: Iterable[str]) -> list[str]:
    """Return which of these folded texts stand in a text, however it is spaced, broken into lines or capitalised."""
    plain = folded(text)
    return sorted(one for one in known if one in plain)


def folded(text: str) -> str:
    """Return the letters and digits of a text, without capitals and accents."""
    spelled = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in spelled if letter.isalnum())
