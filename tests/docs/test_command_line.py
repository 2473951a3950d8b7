"""Every command stands in the page of the command line, with an example that the command line understands."""

import shlex
import typing
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec
import pytest
import xlsxwriter

from supervisor_tui.cli.commands.guidance import ANSWERS
from supervisor_tui.cli.main import run, supervisor_tui
from supervisor_tui.domain.meetings.meeting import AgendaLine
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.domain.meetings.participants import Participant
from tests.docs.pages import COMMAND_LINE, blocks

PAGE = COMMAND_LINE.read_text("utf-8")
PROGRAM = "supervisor-tui"


def commands(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    """Yield every command by its words, those below a group among them."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        words = f"{before} {name}".strip()
        yield words, command
        if isinstance(command, click.Group):
            yield from commands(command, words)


KNOWN = dict(commands(supervisor_tui))
assert KNOWN


def examples() -> tuple[str, ...]:
    """Return the lines of the page's blocks that call the program, lines that go on joined."""
    text = "\n".join(block.text for block in blocks(PAGE) if block.language == "sh").replace("\\\n", " ")
    return tuple(line for line in text.splitlines() if line.startswith(PROGRAM))


OPENS_OR_ASKS = {
    PROGRAM,
    f"{PROGRAM} demo",
    f"{PROGRAM} recover --code W-21",
    f"{PROGRAM} meeting open M-0001 --present",
}
RUN = tuple(example for example in examples() if example not in OPENS_OR_ASKS)


@pytest.fixture(scope="module")
def exit_codes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, int]]:
    """Run the examples from top to bottom, as somebody does who tries the page, and give their exit codes."""
    folder = tmp_path_factory.mktemp("tried")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for name, value in (("STORE", "demo-store"), ("PERSON", "Ruth"), ("PASSPHRASE", "nobody here exists")):
            patch.setenv(f"SUPERVISOR_TUI_{name}", value)
        a_list_of_cases(folder / "list.xlsx")
        (folder / "zebedee.txt").write_text("five small words of hers", "utf-8")
        codes = {}
        for example in RUN:
            codes[example] = run(shlex.split(example)[1:])
            for made in (folder / "backups").glob("2*"):
                made.rename(folder / "backups" / "2026-11-22T020626")
        yield codes


def a_list_of_cases(path: Path) -> None:
    """Write a workbook as an agency keeps it."""
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Cases")
        sheet.write_row(0, 0, ("Case code", "Name", "Date registered", "Sex"))
        sheet.write_row(1, 0, ("L-0001", "Demo Child 1", "2026-03-25", "F"))


@pytest.mark.parametrize("words", KNOWN)
def test_every_command_has_a_heading_and_an_example(words: str) -> None:
    assert f"`{words}`" in PAGE
    assert any(line.startswith(f"{PROGRAM} {words}") or f" {words} " in line for line in examples())


@pytest.mark.parametrize("kind", [kind for kind in LineKind if kind is not LineKind.RETRACTED])
def test_every_kind_of_line_of_minutes_is_explained_and_has_an_example(kind: LineKind) -> None:
    assert f"`{kind.value}`" in PAGE
    assert any(line.startswith(f"{PROGRAM} meeting record M-0001 {kind.value}") for line in examples())


@pytest.mark.parametrize("example", RUN)
def test_every_example_works_on_the_demo_agency(example: str, exit_codes: dict[str, int]) -> None:
    assert exit_codes[example] == 0


@pytest.mark.parametrize(
    ("words", "option"),
    [
        (words, option)
        for words, command in [("", supervisor_tui), *KNOWN.items()]
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
        if option.startswith("--") and option not in {"--help", "--json"}
    ],
)
def test_every_option_is_named(words: str, option: str) -> None:
    assert f"`{option}" in PAGE


def shapes(answer: type[msgspec.Struct], name: str, seen: set[type]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the keys of an answer and of the objects inside it by their path; a shape that came before only once."""
    if answer in seen:
        return
    seen.add(answer)
    yield name, answer.__struct_fields__
    for field in msgspec.structs.fields(answer):
        for inner in (field.type, *typing.get_args(field.type)):
            if isinstance(inner, type) and issubclass(inner, msgspec.Struct):
                yield from shapes(inner, f"{name}.{field.name}", seen)


def every_shape() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the shapes of all answers, each once."""
    seen: set[type] = set()
    return tuple(shape for name, answer in ANSWERS.items() for shape in shapes(answer, name, seen))


LISTS_OF_A_MEETING = {"participants": Participant, "agenda": AgendaLine, "minutes": MinutesLine}


@pytest.mark.parametrize("name", LISTS_OF_A_MEETING)
def test_the_lists_of_a_meeting_name_every_key(name: str) -> None:
    row = next((line for line in PAGE.splitlines() if line.startswith(f"| `answer.meeting.{name}` |")), "")
    assert [key for key in LISTS_OF_A_MEETING[name].__struct_fields__ if f"`{key}`" not in row] == []


@pytest.mark.parametrize(("name", "keys"), every_shape(), ids=lambda value: value if isinstance(value, str) else "")
def test_every_answer_names_the_keys_that_stay(name: str, keys: tuple[str, ...]) -> None:
    row = next((line for line in PAGE.splitlines() if line.startswith(f"| `{name}` |")), "")

    assert [key for key in keys if f"`{key}`" not in row] == []
