"""The JSON answers are a contract: their keys stay."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_due_keeps_its_keys(command: Run) -> None:
    answer = command("due", "--json").json
    assert set(answer) == {"as_of", "items", "for_me"}
    wanted = {"rule", "case", "set", "title", "due", "state", "worker", "source"}
    assert all(wanted <= set(item) for item in answer["items"])


def test_caseload_keeps_its_keys(command: Run) -> None:
    answer = command("caseload", "--json").json
    assert [line["case"] for line in answer["cases"]] == ["C-0048", "C-0062", "C-0093", "C-0117", "C-0120", "C-0121"]
    wanted = {"case", "worker", "status", "risk", "step", "overdue", "next_due"}
    assert all(wanted <= set(line) for line in answer["cases"])


def test_closure_keeps_its_keys(command: Run) -> None:
    answer = command("closure", "C-0048", "--json").json
    assert {"case", "as_of", "verdicts", "open", "ways", "changed_since", "changed", "differences"} <= set(answer)
    for verdict in answer["verdicts"]:
        assert {"set", "version", "in_force", "verdict", "built", "checks"} <= set(verdict)
        assert verdict["in_force"] in {"decides", "informs", "no"}
        for check in verdict["checks"]:
            assert {"rule", "result", "strength", "title", "reason", "facts", "earliest", "source"} <= set(check)


def test_a_set_in_force_that_is_not_installed_is_unknown(command: Run) -> None:
    verdicts = command("closure", "C-0048", "--json").json["verdicts"]
    assert [(one["set"], one["verdict"]) for one in verdicts if one["in_force"] == "decides"] == [
        ("field_practice", "unknown")
    ]


def test_plugins_and_rules_need_no_store(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SUPERVISOR_TUI_STORE")
    plugins = command("plugins", "--json").json["plugins"]
    assert {one["id"] for one in plugins} >= {"iag_core", "prerana_exit", "reintegration_benchmarks"}
    assert all(set(one) >= {"id", "version", "kind", "rules", "faults"} for one in plugins)
    rules = command("rules", "--json").json["rules"]
    assert all(set(one) >= {"rule", "set", "kind", "title", "strength", "source"} for one in rules)


def test_a_set_that_is_left_out_is_not_listed(command: Run) -> None:
    plugins = command("-p", "no:iag_core", "plugins", "--json").json["plugins"]
    assert "iag_core" not in {one["id"] for one in plugins}


def test_a_past_day_answers_for_that_day(command: Run) -> None:
    answer = command("--as-of", "2026-11-16", "caseload", "--json").json
    assert answer["as_of"] == "2026-11-16"
    assert {line["case"] for line in answer["cases"]} == {"C-0048", "C-0062", "C-0093", "C-0117"}


def test_schema_describes_kinds_and_answers(command: Run) -> None:
    names = command("schema").out.split()
    assert {"follow_up", "registration", "answer.due", "answer.case"} <= set(names)
    assert "Was the child seen in person?" in command("schema", "follow_up").out


def test_a_case_answers_in_the_shape_of_its_schema(command: Run) -> None:
    answer = command("case", "C-0117", "--json").json
    schema = command("schema", "answer.case")
    assert set(answer) == set(__import__("json").loads(schema.out)["$defs"]["CaseAnswer"]["properties"])


@pytest.mark.parametrize(
    "arguments",
    [
        ["due", "--json"],
        ["caseload"],
        ["case", "C-0117"],
        ["closure", "C-0048"],
        ["indicators"],
        ["rules"],
        ["plugins"],
    ],
)
def test_a_reading_command_never_loads_textual(folder: Path, arguments: list[str]) -> None:
    script = (
        "import sys; from supervisor_tui.cli.main import run; code = run(sys.argv[1:]);"
        "sys.exit(code or int('textual' in sys.modules) * 9)"
    )
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
