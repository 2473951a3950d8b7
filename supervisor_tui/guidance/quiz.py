"""Questions to check one's understanding, written in a page of the Library.

    ## Which six steps, in which order?
    - Assess, register, plan, carry out, close, follow up
    - **Register, assess, plan, carry out, follow up, close**

    The work may go back, with a reason. → step-5-follow-up-and-review

A heading asks, a list offers answers, the one in bold is right; the words after the list say why, and the arrow names
the page of the same set where it stands. Nothing that somebody answers is kept.
"""

import re
from string import ascii_lowercase

import msgspec

__all__ = ["Question", "letter", "questions_in"]

_ASKS = re.compile(r"^## +", re.MULTILINE)
_CHOICE = re.compile(r"^- +(?P<words>.+)$")
_RIGHT = re.compile(r"^\*\*(?P<words>.+)\*\*$")
_PAGE = re.compile(r" *→ *(?P<page>[a-z0-9-]+)\s*$")


class Question(msgspec.Struct, frozen=True):
    """A question, its answers, which of them is right (counted from 0), why, and the id of the page that says so."""

    asks: str
    choices: tuple[str, ...]
    right: int
    why: str
    page: str


def letter(place: int) -> str:
    """Return the letter of an answer."""
    return ascii_lowercase[place]


def questions_in(text: str) -> tuple[Question, ...]:
    """Return the questions of a page's text; none for a page that asks nothing.

    Raises ValueError, a sentence, for a question without exactly one right answer, or without its page.
    """
    return tuple(_question(part) for part in _ASKS.split(text)[1:] if re.search(r"^- ", part, re.MULTILINE))


def _question(part: str) -> Question:
    asks, *lines = part.strip().splitlines()
    offered = [found["words"] for line in lines if (found := _CHOICE.match(line))]
    right = [place for place, words in enumerate(offered) if _RIGHT.match(words)]
    why = " ".join(line.strip() for line in lines if line.strip() and not _CHOICE.match(line))
    named = _PAGE.search(why)
    if len(right) != 1 or named is None:
        raise ValueError(f"the question “{asks}” needs one right answer in bold, and the page that says why")
    choices = tuple(words.strip("*") for words in offered)
    return Question(asks.strip(), choices, right[0], why[: named.start()].strip(), named["page"])
