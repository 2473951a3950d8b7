"""The user guide names keys that exist, on the screen of which it speaks."""

import re
import shlex

import click
import pytest

from supervisor_tui.cli.main import supervisor_tui
from supervisor_tui.tui.all_keys import keys_by_screen
from tests.docs.pages import DOCS

EVERYWHERE = "Everywhere"
SPEAKS_OF: dict[str, tuple[str, ...]] = {
    "For supervisors and facilitators": (),
    "| Ctrl+P": (),
    "| Ctrl+Q": (),
    "A caseworker who works at this computer": ("Plugins and settings",),
    "Enter on a line opens the form": ("Today",),
    "**Caseload** (2)": ("Caseload", "Cases onto an agenda"),
    "**Schedule** (3)": ("Schedule",),
    "**Find** (/)": ("Find a case",),
    "- In a case file `a`": ("Case file",),
    "- **F2 saves.**": ("A form",),
    "- **Words.**": ("A form",),
    "- **Escape leaves**": ("A form kept as a draft",),
    "**A mistake.**": ("One record",),
    "**Back to an earlier step**": ("Case file",),
    "**Giving a case to a caseworker**": ("Case file",),
    "The last tab of the case file": ("Case file",),
    "What is in order and what does not apply": ("Closing",),
    "1. `a` asks for closing": ("Closing",),
    "2. `m` calls the conference": ("Closing",),
    "3. `s` writes down an approval": ("Closing",),
    "4. `x` closes the case": ("Closing",),
    "**The closing report**": ("Closing", "A closing report"),
    "A closed case stays readable": ("Case file",),
    "**The whole caseload.**": ("Caseload",),
    "`t` shows the **steps**": ("Closing", "Steps of closing"),
    "**0** lists what nobody decided": (),
    "**f** in the caseload counts": ("Caseload", "Indicators"),
    "**s** in a case file": ("Case file",),
    "**6** is the library": ("Library",),
    "*Check your understanding*": ("A page of the library",),
    "**To another agency.**": ("Case file", "A hand-over", "A form"),
    "**A whole load.**": ("Caseload", "A load that moves together"),
    "**To another caseworker here.**": ("Caseload",),
    "**Opening a closed case again.**": ("Case file",),
    "**Call one.**": ("Case file", "Closing", "Cases onto an agenda", "Meetings", "A meeting", "A form"),
    "**Put the agenda in order.**": ("Meetings", "A meeting", "The agenda of a meeting"),
    "**Present a case.**": ("A meeting", "A presentation sheet"),
    "**Print the papers.**": ("Meetings",),
    "**Send it round.**": ("Meetings",),
    "**Who is invited to a conference.**": ("A meeting", "Who is here"),
    "**Papers for one person.**": ("Who is here",),
    "Enter saves and stays": ("A meeting",),
    "After a decision the next line": ("A meeting",),
    "Ctrl+N goes to the next case": ("A meeting", "Who is here", "What a meeting still needs"),
    "**The round.**": ("A meeting", "The round of a meeting"),
    "**Who is in the room.**": ("A meeting", "Who is here"),
    "**The family comes in.**": ("A meeting",),
    "**On a wall.**": ("A meeting", "A blank wall"),
    "If the power fails": ("After a meeting that was shown broke off",),
    "**Print it.**": ("A meeting",),
    "**The weekly meeting** stands": ("Meetings", "A meeting", "Case file"),
    "**After the meeting.**": ("Meetings", "After a meeting"),
    "**Looking back.**": ("Meetings", "Caseload"),
    "| … changed it at …": (),
    "- **Finding by name**": ("Find a case",),
    "- **A name that slips in**": ("A meeting",),
    "- **Who reads a file.**": ("Case file", "A small form"),
    "- Set the screen so that nobody": (),
}
"""How each paragraph that names a key begins, and the screens on which its keys count beside those of everywhere.

A paragraph that is not named here is held against the keys of all screens."""

NO_KEYS = {
    "Signs: ": "how answers are marked, and the letters of risk",
    "- In a form go with Tab or Enter": "* marks a field that is needed",
    "**2. The mapping file.**": "x and 9 stand for what a file holds",
    "Ctrl+C stops it": "the terminal's own",
}
TYPED = {"Ctrl+N goes to the next case": {":"}}
"""Signs that are typed into the line of a meeting."""

_KEY = re.compile(r"`(\S)`|\*\*(\w)\*\*|\b(F\d{1,2})\b|Ctrl\+(\w)")
_BEGINS = re.compile(r"\s*(- |\d+\. |\|)")


GUIDE = (DOCS / "user-guide.md").read_text("utf-8")
CALLS = re.findall(r"supervisor-tui ([^`\n]+)", GUIDE)


def not_understood(call: str) -> list[str]:
    """Return the words of a call that are no command, and the options that its commands do not have."""
    command: click.Command = supervisor_tui
    context = click.Context(command)
    options = {option for one in command.params for option in one.opts}
    unknown = []
    for word in shlex.split(call, posix=False):
        if word.startswith("--"):
            unknown += [word] if word not in options else []
        elif isinstance(command, click.Group):
            found = command.get_command(context, word)
            if found is None:
                return [*unknown, word]
            command, options = found, options | {option for one in found.params for option in one.opts}
    return unknown


@pytest.mark.parametrize("call", [call for call in CALLS if not call.startswith("--")])
def test_every_command_of_the_guide_exists_with_its_options(call: str) -> None:
    assert not_understood(call) == []


def test_a_command_that_does_not_exist_is_found() -> None:
    assert (not_understood("meeting sing M-1"), not_understood("due --loud")) == (["sing"], ["--loud"])


def paragraphs() -> list[str]:
    """Return paragraphs, points of lists and rows of tables, each on one line."""
    found: list[str] = []
    going_on = False
    for line in re.sub(r"```.*?```", "", GUIDE, flags=re.DOTALL).splitlines():
        if not line.strip() or line.startswith("#"):
            going_on = False
        elif going_on and not _BEGINS.match(line):
            found[-1] += f" {line.strip()}"
        else:
            found.append(line.strip())
            going_on = True
    return found


def keys_in(paragraph: str) -> set[str]:
    """Return the keys that a paragraph names, as the list of keys writes them."""
    return {letter or bold or function or f"^{ctrl}" for letter, bold, function, ctrl in _KEY.findall(paragraph)}


WITH_KEYS = [one for one in paragraphs() if keys_in(one) and not one.startswith(tuple(NO_KEYS))]


def beginning(paragraph: str) -> str:
    """Return the beginning in the table above by which a paragraph is known."""
    return next((begins for begins in SPEAKS_OF if paragraph.startswith(begins)), "")


@pytest.mark.parametrize("paragraph", WITH_KEYS, ids=lambda one: one[:30])
def test_every_key_of_the_guide_exists_where_it_is_told_of(paragraph: str) -> None:
    begins = beginning(paragraph)
    listed = {screen: {key for keys, *_words in lines for key in keys.split()} for screen, lines in keys_by_screen()}
    screens = (EVERYWHERE, *SPEAKS_OF[begins]) if begins else tuple(listed)
    known = set().union(*(listed[screen] for screen in screens))
    assert keys_in(paragraph) - TYPED.get(begins, set()) - known == set()


def test_every_beginning_is_one_of_the_guide() -> None:
    assert {begins for begins in SPEAKS_OF if begins not in set(map(beginning, WITH_KEYS))} == set()
