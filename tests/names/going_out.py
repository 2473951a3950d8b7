"""Every command that gives something out, with what it is given; a command that stands nowhere here fails a test."""

from collections.abc import Iterator
from pathlib import Path

import click
import msgspec

from supervisor_tui.cli.main import supervisor_tui
from supervisor_tui.exchange.paper.paper import PaperForm
from tests.names.agency import CONFERENCE, MANAGEMENT, PEOPLE, ran

__all__ = ["ASKED", "LEAVES", "SAYS_WHO", "WRITES", "Given", "Leaf", "given_out", "papers"]

BOTH = ((CONFERENCE,), (MANAGEMENT,))

ASKED: dict[str, tuple[tuple[str, ...], ...]] = {
    "audit": ((),),
    "backup": (("backups",),),
    "case": (("C-0150",), ("L-0001",), ("C-0001",)),
    "caseload": ((),),
    "closing compare": (("C-0001",),),
    "closing report": (("C-0001",), ("C-0001", "--compare"), ("C-0101",)),
    "closing steps": (("C-0101",),),
    "closings": ((),),
    "closure": (("C-0150",), ("C-0150", "--also", "prerana_exit")),
    "due": (("--until", "2030-01-01"),),
    "export": ((),),
    "hand-on": (("C-0111", "L-0001", "--to", "W-03", "--reason", "goes on leave", "--told-by", "W-02"),),
    "indicators": ((), ("--figure", "risk")),
    "keys": ((),),
    "library": ((), ("step-6-closing", "--cases")),
    "meeting agenda": BOTH,
    "meeting beside": ((CONFERENCE, "C-0150"),),
    "meeting calendar": BOTH,
    "meeting check": BOTH,
    "meeting copies": BOTH,
    "meeting copy": tuple((CONFERENCE, "--to", number) for number in PEOPLE),
    "meeting due": ((),),
    "meeting kit": (*BOTH, (CONFERENCE, "--only-family")),
    "meeting list": ((),),
    "meeting minutes": BOTH,
    "meeting next": ((),),
    "meeting overview": ((),),
    "meeting people": BOTH,
    "meeting propose": ((),),
    "meeting round": ((MANAGEMENT,),),
    "meeting series": ((),),
    "meeting sheet": BOTH,
    "meeting template": BOTH,
    "people list": ((),),
    "plugins check": ((),),
    "plugins list": ((),),
    "programme list": ((),),
    "readers": ((), ("C-0001",), ("C-0150",)),
    "reopen": (("C-0001",),),
    "rules": ((),),
    "schema": ((),),
    "settings list": ((),),
    "steps": (("C-0150",),),
    "transfer batch": (("B-7",),),
    "transfer list": ((),),
    "transfer pack": (("C-0150",),),
    "transfer show": (("C-0150",),),
    "verify": ((),),
}
"""Arguments of each command that prints or writes something to read, once or several times."""

WRITES = frozenset(
    {
        *("closing approve", "closing ask", "closing close", "closing refuse", "closing task", "closing withdraw"),
        *("import", "init", "key give", "key take", "people add", "people change", "programme add", "programme change"),
        *("meeting approve", "meeting attend", "meeting change", "meeting close", "meeting correct", "meeting family"),
        *("meeting invite", "meeting invitee"),
        *("meeting minutes-in", "meeting new", "meeting put", "meeting raise", "meeting record", "meeting sent"),
        *("record", "recover", "register", "restore", "settings decide", "told"),
        *("transfer do", "transfer propose", "transfer send"),
        *("demo", "meeting open"),
    }
)
"""Commands that write, and print a code or a sentence; the agency's story has what most of them print."""

SAYS_WHO = frozenset({"identity"})
"""The only command that is there to say who somebody is."""


class Leaf(msgspec.Struct, frozen=True):
    """A command by its words, and which of the usual options it has."""

    words: str
    options: frozenset[str]

    def has(self, option: str) -> bool:
        """Say whether it has an option."""
        return option in self.options


class Given(msgspec.Struct, frozen=True):
    """Something that a command gave out: the file, and by which command it was written."""

    by: str
    file: Path


def _leaves(group: click.Group, before: str = "") -> Iterator[Leaf]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        words = f"{before} {name}".strip()
        if isinstance(command, click.Group):
            yield from _leaves(command, words)
        elif command is not None:
            yield Leaf(words, frozenset(option for one in command.params for option in one.opts))


LEAVES = {leaf.words: leaf for leaf in _leaves(supervisor_tui)}


def given_out(leaf: Leaf, arguments: tuple[str, ...], folder: Path) -> Iterator[Given]:
    """Run a command as it is, with `--json` and into a file, and yield what it gave out."""
    name = "-".join((leaf.words, *arguments)).replace(" ", "-").replace("--", "")
    yield _printed(leaf, arguments, folder / f"{name}.txt")
    if leaf.has("--json"):
        yield _printed(leaf, (*arguments, "--json"), folder / f"{name}.json")
    if leaf.has("--out") and not leaf.has("--format"):
        yield _written(leaf, arguments, folder / f"{name}.file")
    yield from papers(leaf, arguments, folder, *(form for form in PaperForm if form is not PaperForm.PDF))


def papers(leaf: Leaf, arguments: tuple[str, ...], folder: Path, *forms: PaperForm) -> Iterator[Given]:
    """Yield the paper of a command in each of these forms, nothing where it makes none."""
    name = "-".join((leaf.words, *arguments)).replace(" ", "-").replace("--", "")
    for form in forms if leaf.has("--format") else ():
        yield _written(leaf, arguments, folder / f"{name}.{form.value}")


def _printed(leaf: Leaf, arguments: tuple[str, ...], file: Path) -> Given:
    file.write_text(ran(*leaf.words.split(), *arguments), encoding="utf-8")
    return Given(leaf.words, file)


def _written(leaf: Leaf, arguments: tuple[str, ...], file: Path) -> Given:
    ran(*leaf.words.split(), *arguments, "--out", str(file))
    return Given(leaf.words, file)
