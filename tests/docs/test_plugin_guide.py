"""The guidance set that the plugin guide spells out is whole: it is found, it loads, and its own tests pass."""

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from supervisor_tui.guidance import hookspecs
from supervisor_tui.guidance.rules import RuleBook, RuleKind
from tests.docs.pages import PLUGIN_GUIDE, ROOT, named_files

HOOKS = tuple(name for name in vars(hookspecs) if name.startswith(("register_", "review_", "after_")))


@pytest.fixture(scope="module")
def guide() -> str:
    return PLUGIN_GUIDE.read_text("utf-8")


@pytest.fixture(scope="module")
def package(guide: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the files of the guide into a folder, with what an installer would write beside them."""
    folder = tmp_path_factory.mktemp("school-return")
    files = named_files(guide)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    install(folder, tomllib.loads(files["pyproject.toml"])["project"])
    return folder


def install(folder: Path, project: Mapping[str, object]) -> None:
    """Write the package's metadata, by which its entry points are found."""
    name, version = str(project["name"]), str(project["version"])
    groups = project["entry-points"]
    assert isinstance(groups, dict)
    metadata = folder / f"{name.replace('-', '_')}-{version}.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", "utf-8")
    lines = [
        f"[{group}]\n" + "".join(f"{one} = {where}\n" for one, where in points.items())
        for group, points in groups.items()
    ]
    (metadata / "entry_points.txt").write_text("\n".join(lines), "utf-8")


def run(package: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python beside the package, as somebody does who has installed it."""
    environment = {**os.environ, "PYTHONPATH": str(package), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=package, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def test_the_set_of_the_guide_is_found_and_loads_without_a_fault(package: Path) -> None:
    printed = run(package, "-m", "supervisor_tui", "plugins", "--json")

    plugins = {one["id"]: one for one in json.loads(printed.stdout)["plugins"]}
    mine = plugins["school_return"]
    assert (mine["version"], mine["rules"], mine["faults"]) == ("1.0", 9, [])


def test_the_tests_of_the_guide_pass(package: Path) -> None:
    printed = run(package, "-m", "pytest", "-q", "-W", "error", "-p", "no:cacheprovider", "tests")

    assert printed.returncode == 0, printed.stdout


def test_the_page_of_the_guide_is_printed_below_its_rule(package: Path) -> None:
    printed = run(package, "-m", "supervisor_tui", "rules", "SR-1")

    assert "The teacher says, not long ago" in printed.stdout
    assert "Ask the class teacher, not the office." in printed.stdout


def test_the_screen_of_the_guide_can_be_made(package: Path) -> None:
    made = (
        "from datetime import date; from school_return.screens import OutOfSchoolScreen as Screen;"
        "from school_return.settings import SETTINGS; from supervisor_tui.testing import settings_of;"
        "print(len(tuple(Screen((), date(2026, 3, 10), settings_of(SETTINGS)).compose_body())))"
    )

    assert run(package, "-c", made).stdout == "1\n"


def test_the_guide_shows_a_worked_example_of_every_kind_of_rule(guide: str) -> None:
    decorators = {
        "closure_check",
        "schedule_rule",
        "case_check",
        "validator",
        "agenda_rule",
        "meeting_check",
        "meeting_schedule",
        "indicator",
        "flow_part",
    }
    computed = [kind for kind in RuleKind if kind.is_computed]
    assert len(decorators) == len(computed)
    assert all(hasattr(RuleBook, name) for name in decorators)

    files = named_files(guide)
    tests = files["tests/test_school_return.py"]
    registered = [
        rule
        for text in files.values()
        for name in decorators
        for rule in re.findall(rf"@rules\.{name}\(\"(\S+)\"", text)
    ]
    assert len(registered) == len(decorators)
    assert [rule for rule in registered if f'mark.rule("{rule}")' not in tests] == []


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_is_explained_in_the_guide(hook: str, guide: str) -> None:
    assert f"| `{hook}` |" in guide
    assert f"def {hook}(" in named_files(guide)["school_return/plugin.py"]


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_has_a_test(hook: str) -> None:
    tests = (path for path in (ROOT / "tests").rglob("*.py") if path.parent.name != "docs")
    short = hook.removeprefix("register_").removeprefix("record_")
    called = re.compile(rf"\b{hook}\b|\ba_set\([^)]*\b{short}=")

    assert any(called.search(path.read_text("utf-8")) for path in tests)
