"""The demo agency with people in its identities file, and meetings, a closing and hand-overs about their cases."""

import contextlib
import io
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from supervisor_tui.casework.demo_store import DEMO_PASSPHRASE
from supervisor_tui.cli.main import run
from supervisor_tui.domain.ids import CaseCode, PersonCode, RecordId
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.store.identities import ConfidentialSection
from supervisor_tui.store.open_store import Store, unlock
from tests.names.people import IDENTITY, PRIMERO, SECTION, SPREADSHEET

__all__ = ["CONFERENCE", "MANAGEMENT", "PEOPLE", "Agency", "opened", "ran", "the_agency", "told_in_json"]

CONFERENCE, MANAGEMENT = "M-0001", "M-0002"
NAMED = ("C-0001", "C-0101", "C-0150", "C-0151", "C-0152")
PEOPLE = tuple(f"P{number}" for number in range(1, 7))

_STORY = (
    (
        "meeting new C-0150 L-0001 --kind conference --at 2026-11-24T14:00 --purpose review --place office"
        " --with chair:W-21 --with minute_taker:S-01 --with caseworker:W-04 --with provider:nurse:AG-02"
        " --with child:child --with caregiver:caregiver"
    ),
    "meeting new C-0150 L-0001 --kind management --at 2026-11-24T09:00 --with supervisor:S-01",
    *(f"meeting attend {CONFERENCE} {number} here" for number in PEOPLE),
    *(
        f"meeting record {CONFERENCE} {kind.value} some words of it --case C-0150"
        for kind in LineKind
        if kind not in {LineKind.RETRACTED, LineKind.RISK, LineKind.FOLLOW_UP}
    ),
    f"meeting record {CONFERENCE} risk high since the fire --case C-0150",
    f"meeting record {CONFERENCE} follow_up visit yesterday, seen yes, same --case C-0150 --who W-04",
    f"meeting family {CONFERENCE}",
    f"meeting record {CONFERENCE} note what is said while the family is out --case L-0001",
    f"meeting record {MANAGEMENT} decision home visits go on --case L-0001 --reason 'the child asked for it'",
    f"meeting close {CONFERENCE}",
    f"meeting approve {CONFERENCE}",
    f"meeting correct {CONFERENCE} 1 what was meant --because 'a word was missing'",
    f"meeting sent {CONFERENCE} --to P4",
    "closing ask C-0101 --reason goals-met --json",
    "closing withdraw C-0101 --why 'the uncle is back in the house' --json",
    "closing approve C-0101 --body scco --json",
    "closing refuse C-0101 --body scco --why 'hear the school first' --json",
    "closing task C-0101 give the school our number --who W-02 --until +3d --json",
    "closing close C-0101 --reason ended-by-family --because 'the family moved abroad' --json",
    "transfer propose C-0150 --to AG-11 --reason 'the family moved' --ground child_moved --json",
    "transfer propose C-0151 C-0152 --to AG-11 --reason 'our programme ends' --ground programme_ends --batch B-7",
    "transfer do C-0150 consent giver=caregiver form=consent sections=assessment,plan --json",
    "transfer do C-0151 consent giver=child form=assent agreed=no",
    "transfer do C-0152 consent giver=caregiver form=consent sections=plan",
    "transfer do C-0152 plan what='file and plan' who=W-02 until=2026-12-20 explained_on=2026-11-21",
    "transfer send B-7 --json",
    "told C-0150 visit yesterday, seen yes, same --by W-04",
    "register sex=female age_years=12 urgent=no --programme north --worker W-04",
)


def told_in_json() -> frozenset[str]:
    """Return the commands of the story that answer in JSON, by their words."""
    return frozenset(" ".join(line.split()[:2]) for line in _STORY if line.endswith(" --json"))


class Agency(msgspec.Struct, frozen=True):
    """A folder with the store, and what the commands printed that made the story in it."""

    folder: Path
    printed: str

    @property
    def store(self) -> Path:
        """The folder of the store."""
        return self.folder / "store"


@contextmanager
def the_agency(folder: Path) -> Iterator[Agency]:
    """Make the agency below a folder, with everything that the program writes below it too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for name, value in (("STORE", "store"), ("PERSON", "Ruth"), ("PASSPHRASE", DEMO_PASSPHRASE)):
            patch.setenv(f"SUPERVISOR_TUI_{name}", str(folder / value) if name == "STORE" else value)
        for place in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            patch.setenv(place, str(folder / "home"))
        ran("demo", "--store-only")
        yield Agency(folder, _brought_in(folder) + "".join(ran(*shlex.split(line)) for line in _STORY))


def ran(*arguments: str) -> str:
    """Run a command that has to go well, and return what it printed."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = run(arguments)
    out.seek(0)
    printed = out.read()
    assert code == 0, (arguments, printed)
    return printed


def opened(folder: Path) -> Store:
    """Return the store of a folder, open."""
    return unlock(folder, "Ruth", DEMO_PASSPHRASE)


def _brought_in(folder: Path) -> str:
    """Bring people in: from files, by hand, and in a strictly confidential section."""
    (folder / "list.csv").write_text(SPREADSHEET, encoding="utf-8")
    (folder / "export.json").write_bytes(PRIMERO)
    told = ran("import", "list.csv", "--programme", "north", "--dry-run", "--map", "map.toml")
    told += ran("import", "list.csv", "--programme", "north")
    told += ran("import", "export.json", "--programme", "north")
    for code in NAMED:
        ran("readers", code, "--because", "takes_over")
        ran("identity", code, *IDENTITY)
    store = opened(folder / "store")
    moment = datetime(2026, 11, 20, 9, tzinfo=UTC)
    section = ConfidentialSection(
        RecordId("sc-1"), CaseCode("C-0150"), "Who told us", SECTION, PersonCode("S-01"), moment
    )
    store.open_identities().add_section(section)
    store.close()
    return told
