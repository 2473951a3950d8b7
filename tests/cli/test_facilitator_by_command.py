"""A facilitator from outside is given their own conferences: every command of the command line, one by one."""

import re
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from supervisor_tui.casework.exporting import everything_as_json
from supervisor_tui.office import open_office
from tests.cli.conftest import Printed, Run
from tests.docs.test_command_line import KNOWN
from tests.from_outside import (
    BATCH,
    OTHER_CASE,
    OTHER_MEETING,
    OUTSIDE,
    OWN_CASE,
    OWN_MEETING,
    TESFA,
    TESFAS_WORDS,
    WEEKLY,
    a_facilitated_agency,
)
from tests.tui.agency import PASSPHRASE

NO_STORE = {
    "demo",
    "init",
    "keys",
    "meeting open",
    "plugins",
    "plugins check",
    "plugins list",
    "recover",
    "rules",
    "schema",
}
"""Commands that open no store, open a screen, or need the printed recovery key, which opens everything."""

LISTS = {
    "audit": (),
    "caseload": (),
    "closings": (),
    "due": (),
    "indicators": (),
    "library": ("school",),
    "meeting due": (),
    "meeting list": (),
    "meeting overview": (),
    "meeting propose": (),
    "meeting series": (),
    "people list": (),
    "programme list": (),
    "settings list": (),
    "transfer batch": (BATCH,),
    "transfer list": (),
    "verify": (),
}
"""Commands that read much: of it a facilitator is shown what is theirs."""

OF_A_CASE = (
    "case",
    "closing compare",
    "closing report",
    "closing steps",
    "closure",
    "identity",
    "readers",
    "steps",
    "transfer pack",
    "transfer show",
)
OF_A_MEETING = {
    "meeting agenda": (),
    "meeting beside": (),
    "meeting calendar": (),
    "meeting check": (),
    "meeting copies": (),
    "meeting copy": ("--to", "P1"),
    "meeting kit": (),
    "meeting minutes": (),
    "meeting people": (),
    "meeting round": (),
    "meeting sheet": (),
    "meeting template": (),
}
ACTS: dict[str, tuple[str, ...]] = {
    "backup": ("{folder}/copies",),
    "closing approve": (OTHER_CASE,),
    "closing ask": (OTHER_CASE, "--reason", "goals-met"),
    "closing close": (OTHER_CASE,),
    "closing refuse": (OTHER_CASE, "--why", "not yet"),
    "closing task": (OTHER_CASE, "talk"),
    "closing withdraw": (OTHER_CASE, "--why", "not yet"),
    "export": (),
    "hand-on": (OTHER_CASE, "--to", "W-05", "--reason", "ill", "--told-by", "W-04"),
    "identity": (OTHER_CASE, "--name", "Nobody"),
    "import": ("{folder}/list.csv", "--programme", "north"),
    "key give": ("W-05", "--their-passphrase-file", "{folder}/words.txt"),
    "key take": ("S-01",),
    "meeting approve": (OTHER_MEETING,),
    "meeting attend": (OTHER_MEETING, "P1", "here"),
    "meeting change": (OTHER_MEETING, "place=elsewhere"),
    "meeting close": (OTHER_MEETING,),
    "meeting correct": (OTHER_MEETING, "1", "words", "--because", "a slip"),
    "meeting family": (OTHER_MEETING,),
    "meeting invite": (OTHER_MEETING, "chair", TESFA.code),
    "meeting invitee": (OTHER_MEETING, "P1", "--harm", "no"),
    "meeting minutes-in": (OTHER_MEETING, "{folder}/list.csv"),
    "meeting new": (OTHER_CASE, "--at", "2026-11-25T14:00", "--with", f"chair:{TESFA.code}"),
    "meeting next": (),
    "meeting put": (OTHER_CASE, "--on", OTHER_MEETING),
    "meeting raise": (OTHER_CASE, "school"),
    "meeting record": (OTHER_MEETING, "note", "words"),
    "meeting sent": (OTHER_MEETING, "--to", "P1"),
    "meeting series": ("--weekday", "monday", "--at", "09:00"),
    "people add": ("W-90", "--name", "Somebody"),
    "people change": (TESFA.code, "--role", "supervisor"),
    "programme add": ("South",),
    "programme change": ("north", "--context", "emergency", "--reason", "war"),
    "record": (OTHER_CASE, "follow_up", "channel=call"),
    "register": ("--programme", "north", "age_years=9"),
    "reopen": (OTHER_CASE, "--reason", "asked"),
    "restore": ("{backup}",),
    "settings decide": ("iag_core.management_meeting_days", "14", "--reason", "agreed"),
    "told": (OTHER_CASE, "visit", "yesterday", "--by", "Amos"),
    "transfer do": (OTHER_CASE, "accept"),
    "transfer propose": (OTHER_CASE, "--to", "AG-02", "--reason", "moves"),
    "transfer send": (BATCH,),
}
"""Commands that change something, aimed at what is not the facilitator's."""


WHY = (
    "a facilitator from outside reaches no others",
    "A facilitator from outside reaches their own conferences alone. Nothing was changed.",
    "The identities file is not open, so names cannot be read or written.",
    f"There is no batch {BATCH} with an open case here.",
)
"""The sentences with which something is refused: what is not theirs, names, and what they see nothing of."""


@pytest.fixture
def agency(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with a facilitator from outside at it, a backup of it, and files for commands that read one."""
    desk = a_facilitated_agency(tmp_path / "store")
    desk.store.backup(tmp_path / "backups")
    desk.store.close()
    (tmp_path / "list.csv").write_text("Case code,Date registered\nL-0001,2026-03-25\n", "utf-8")
    (tmp_path / "words.txt").write_text("five small words of hers", "utf-8")
    monkeypatch.setenv("SUPERVISOR_TUI_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("SUPERVISOR_TUI_PERSON", TESFA.short_name)
    monkeypatch.setenv("SUPERVISOR_TUI_PASSPHRASE", TESFAS_WORDS)
    return tmp_path


@pytest.fixture
def command(agency: Path, run_here: Callable[..., Printed]) -> Run:
    """Run a command line in the name of the facilitator."""
    assert agency.is_dir()
    return run_here


def is_why(printed: Printed) -> bool:
    """Say whether something was refused because it is not theirs, and for nothing else."""
    return any(sentence in printed.err for sentence in WHY)


def ways_of(words: str) -> tuple[tuple[str, ...], ...]:
    """Return the ways to ask: in plain lines, and as JSON where a command has it."""
    has_json = any("--json" in one.opts for one in KNOWN[words].params)
    return ((), ("--json",)) if has_json else ((),)


def both_ways(command: Run, words: str, *arguments: str) -> list[Printed]:
    """Run a command in each way."""
    return [command(*words.split(), *arguments, *way) for way in ways_of(words)]


def stored(agency: Path) -> tuple[object, ...]:
    """Return what stands in the store but who opened it, as Ruth reads it."""
    desk = open_office(agency / "store", "Ruth", PASSPHRASE)
    try:
        store = desk.store
        return (
            everything_as_json(desk),
            store.people.all(),
            store.series.all(),
            store.raised.all(),
            store.sent_copies.all(),
            store.names.cases_of("Nobody"),
            (agency / "store" / "keys.json").read_bytes(),
            sorted(path.name for path in agency.iterdir()),
        )
    finally:
        store.close()


def test_every_command_is_tried_here() -> None:
    leaves = {
        words
        for words, one in KNOWN.items()
        if not (isinstance(one, click.Group) and one.commands) or one.invoke_without_command
    }
    assert leaves == NO_STORE | set(LISTS) | set(OF_A_CASE) | set(OF_A_MEETING) | set(ACTS)


@pytest.mark.parametrize("words", LISTS)
def test_a_list_shows_no_code_outside_their_conferences(words: str, command: Run) -> None:
    for printed in both_ways(command, words, *LISTS[words]):
        assert [code for code in OUTSIDE if code in printed.out + printed.err] == []
        assert "Traceback" not in printed.err


@pytest.mark.parametrize("words", OF_A_CASE)
@pytest.mark.parametrize("day", [(), ("--as-of", "2026-11-20")], ids=["now", "a past day"])
def test_a_case_outside_their_conferences_is_refused_in_one_sentence(
    words: str, day: tuple[str, ...], command: Run
) -> None:
    for way in ways_of(words):
        printed = command(*day, *words.split(), OTHER_CASE, *way)
        assert (printed.code, printed.out, printed.err.count("\n"), is_why(printed)) == (2, "", 1, True), printed
        assert [code for code in OUTSIDE if code in printed.err and code != OTHER_CASE] == []


@pytest.mark.parametrize("words", [words for words in OF_A_CASE if words != "identity"])
@pytest.mark.parametrize("day", [(), ("--as-of", "2026-11-20")], ids=["now", "a past day"])
def test_of_a_case_of_theirs_they_read_the_conference_and_not_the_file(
    words: str, day: tuple[str, ...], command: Run
) -> None:
    for way in ways_of(words):
        printed = command(*day, *words.split(), OWN_CASE, *way)
        assert (printed.code, printed.out, printed.err) == (
            2,
            "",
            f"A facilitator from outside reads of {OWN_CASE} what their conference shows, not the case file.\n",
        )


@pytest.mark.parametrize("words", OF_A_MEETING)
@pytest.mark.parametrize("number", [OTHER_MEETING, WEEKLY])
def test_a_meeting_that_is_not_theirs_is_refused_in_one_sentence(words: str, number: str, command: Run) -> None:
    for printed in both_ways(command, words, number, *OF_A_MEETING[words]):
        assert (printed.code, printed.out) == (2, "")
        assert printed.err == (
            f"{number} belongs to none of your conferences that go on; a facilitator from outside reaches no others.\n"
        )


@pytest.mark.parametrize("words", OF_A_MEETING)
def test_their_own_conference_is_read_without_a_code_of_another(words: str, command: Run) -> None:
    for printed in both_ways(command, words, OWN_MEETING, *OF_A_MEETING[words]):
        assert printed.code in {0, 2}, printed.err
        assert "none of your conferences" not in printed.err
        assert [code for code in OUTSIDE if code in printed.out + printed.err] == []


@pytest.mark.parametrize("words", ACTS)
def test_an_act_outside_their_conferences_is_refused_in_one_sentence_and_changes_nothing(
    words: str, command: Run, agency: Path
) -> None:
    (backup,) = (agency / "backups").iterdir()
    before = stored(agency)
    arguments = [one.format(folder=agency, backup=backup) for one in ACTS[words]]
    printed = command(*words.split(), *arguments)
    assert (printed.code, printed.out, printed.err.count("\n"), is_why(printed)) == (2, "", 1, True), printed
    assert stored(agency) == before


def test_what_they_facilitate_is_held_from_the_command_line(command: Run) -> None:
    for words in (
        ("attend", OWN_MEETING, "W-41", "here"),
        ("record", OWN_MEETING, "decision", "daily calls", "--reason", "alone at night"),
        ("record", OWN_MEETING, "action", "find a shelter", "--who", "W-04", "--until", "2026-11-25"),
        ("invite", OWN_MEETING, "provider", "nurse", "--agency", "AG-02"),
        ("close", OWN_MEETING),
        ("approve", OWN_MEETING),
        ("sent", OWN_MEETING, "--to", "P1"),
    ):
        printed = command("meeting", *words)
        assert printed.code == 0, printed
    assert "daily calls" in command("meeting", "minutes", OWN_MEETING).out
    assert re.findall(r"C-\d{4}", command("caseload").out) == [OWN_CASE]


def test_into_a_case_file_they_write_through_their_conference_alone(command: Run) -> None:
    printed = command("told", OWN_CASE, "visit", "yesterday", "--by", "Amos")
    assert (printed.code, printed.err) == (
        2,
        "A facilitator from outside reaches their own conferences alone. Nothing was changed.\n",
    )


@pytest.mark.parametrize(
    "words", [("change", OWN_MEETING, f"cases={OTHER_CASE}"), ("put", OTHER_CASE, "--on", OWN_MEETING)]
)
def test_no_case_joins_their_conference_from_the_command_line(words: tuple[str, ...], command: Run) -> None:
    printed = command("meeting", *words)
    assert (printed.code, printed.out, is_why(printed)) == (2, "", True), printed
    assert command("meeting", "list").out.split()[-1] == OWN_CASE
