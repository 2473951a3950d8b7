"""What reading a text of minutes gathers on its way: problems, and what the text says otherwise than it is here."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import msgspec
from markdown_it.tree import SyntaxTreeNode

from supervisor_tui.domain.choice import Choice
from supervisor_tui.exchange.minutes.nodes import is_blank, row_of
from supervisor_tui.exchange.minutes.text_problems import TextProblem
from supervisor_tui.wording import _

__all__ = ["Changed", "NotReadableError", "Reading", "one_of"]


ChoiceT = TypeVar("ChoiceT", bound=Choice)


class NotReadableError(ValueError):
    """What stands in a text cannot be read; the sentence says what to write instead."""


class Changed(msgspec.Struct, frozen=True):
    """What a text says otherwise than it is kept here, by its row.

    what: of whom or what it speaks. field: that of the meeting, "" for one who takes part or a point of the agenda.
    """

    row: int
    what: str
    was: str
    reads: str
    field: str = ""


class Reading(msgspec.Struct):
    """A text that is being read.

    meant: the code of whoever is called so; raises NotReadableError where two are. left_out: what stands here, and not
    in a list of the text in which it would stand.
    """

    meant: Callable[[str], str] = str.strip
    problems: list[TextProblem] = msgspec.field(default_factory=list)
    changes: list[Changed] = msgspec.field(default_factory=list)
    left_out: list[str] = msgspec.field(default_factory=list)

    def problem(self, row: int, what: str) -> None:
        """Note what cannot be read."""
        self.problems.append(TextProblem(row, what))

    def changed(self, row: int, what: str, was: str, reads: str, field: str = "") -> None:
        """Note what the text says otherwise."""
        self.changes.append(Changed(row, what, was, reads, field))

    def no_such_label(self, row: int, label: str, known: Iterable[str], *, twice: bool) -> None:
        """Note a label that nobody knows, or that stands there already."""
        message = _("nobody knows “{label}”. Known here: {known}.")
        message = _("“{label}” stands twice.") if twice else message
        self.problem(row, message.format(label=label, known=", ".join(known)))

    def items(self, nodes: Iterable[SyntaxTreeNode], otherwise: str) -> Iterator[SyntaxTreeNode]:
        """Give the items of lists that are one line of words; what is none is a problem, in the words of otherwise."""
        for node in nodes:
            for item in node.children if node.type in {"bullet_list", "ordered_list"} else [node]:
                if item.type == "list_item" and [child.type for child in item.children] == ["paragraph"]:
                    yield item
                elif not (item.type == "paragraph" and is_blank(item)):
                    self.problem(row_of(item), otherwise)


def one_of(choices: type[ChoiceT], words: str) -> ChoiceT:
    """Return the choice that is called so; raises NotReadableError with those that there are."""
    for one in choices:
        if words.casefold() in {one.label.casefold(), one.value}:
            return one
    known = ", ".join(one.label for one in choices)
    raise NotReadableError(_("{typed} is not one of: {known}.").format(typed=words, known=known))
