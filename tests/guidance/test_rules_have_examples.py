"""Every computed rule that is registered has an example that runs: a test marked with the rule's id."""

import ast
from pathlib import Path

from supervisor_tui.guidance.host import PluginHost

TESTS = Path(__file__).parents[1]


def marked_rules(source: str) -> set[str]:
    """Return the ids in `pytest.mark.rule(...)` on the tests of a module, whether on the test or in its parameters."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return {
        argument.value
        for call in calls
        if isinstance(call.func, ast.Attribute) and ast.unparse(call.func) == "pytest.mark.rule"
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }


def test_marks_are_found_on_tests_and_in_parameters_and_not_in_words() -> None:
    source = '''
import pytest

@pytest.mark.rule("A-1", "A-2")
def test_one() -> None:
    """pytest.mark.rule("A-9")"""

@pytest.mark.parametrize("day", [pytest.param(1, marks=pytest.mark.rule("A-3"))])
def test_two(day: int) -> None: ...
'''

    assert marked_rules(source) == {"A-1", "A-2", "A-3"}


def test_every_computed_rule_has_an_example_that_runs() -> None:
    marked = {rule for path in sorted(TESTS.rglob("test_*.py")) for rule in marked_rules(path.read_text("utf-8"))}
    without = [
        f"{rule.set}: {rule.id} ({rule.kind.value})"
        for rule in PluginHost.discover().rules()
        if rule.kind.is_computed and rule.id not in marked
    ]

    assert without == [], "registered rules without an example marked with their id"
