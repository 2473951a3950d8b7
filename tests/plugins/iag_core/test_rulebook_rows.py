"""Every row of the rulebook that belongs here is registered as what it is, and every computed one has an example.

The rows are listed by what the rulebook calls them. Meetings, supervision, trust and the keeping of files are rows of
other subjects and are not listed.
"""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from supervisor_tui.guidance.rules import RuleKind
from tests.guidance.test_rules_have_examples import marked_rules
from tests.plugins.iag_core.stories import HOST

COMPUTED = frozenset(kind for kind in RuleKind if kind.is_computed)
ON_THE_FILE = frozenset({RuleKind.CASE_CHECK, RuleKind.VALIDATOR})
OURS = re.compile(r"(IAG-(S1|S2|S3|S4|S5|CLS|TRF|CONS|PRIN|BI|DB)|FU)-\d+")
OF_OTHER_SUBJECTS = frozenset({"IAG-CLS-24", "IAG-CLS-25", "FU-12", "FU-13", "FU-25", "FU-26"})


def rows(text: str) -> frozenset[str]:
    """Return the ids of lines such as “IAG-S2 05 15 23”."""
    return frozenset(
        f"{prefix}-{number}"
        for line in text.strip().splitlines()
        for prefix, *numbers in [line.split()]
        for number in numbers
    )


FORMS = rows("""
    IAG-S1 01 07 08 09 10 11
    IAG-S2 05 15 23
    IAG-S4 02 12
    IAG-S5 01 07 14
    IAG-CLS 17
    IAG-CONS 12
    IAG-PRIN 11 17
    IAG-BI 03 07
""")
CHECKLISTS = rows("""
    IAG-S1 05
    IAG-S2 07 14 17 18 21 24 25 26
    IAG-S3 06 11
    IAG-S4 04 07 10
    IAG-S5 08 15 18
    IAG-CLS 01
    IAG-TRF 13
    IAG-CONS 02 06 13
    IAG-PRIN 01 02 04 09 13
    IAG-BI 09
    IAG-DB 06 08 09
""")
CONTENT = rows("""
    IAG-S1 13
    IAG-S5 09
    IAG-PRIN 12 14 16
    IAG-BI 06
    IAG-DB 01 07
    FU 04 07 08 27 28
""")
VALIDATORS = rows("""
    IAG-S1 02 03 04 12 14
    IAG-S2 04 06 13 16 19 20 27
    IAG-S3 03 04 05 07 08 09 10 12 14 16
    IAG-S4 03 08 09 11
    IAG-S5 10 16 17
    IAG-CLS 18 22 23 28
    IAG-CONS 01 03 04 05 07 08 09 10 11
    IAG-PRIN 05 10 15
    IAG-BI 01 02 04 08
    IAG-DB 02
    FU 02 07 09 10 14 21
""")
SCHEDULES = rows("""
    IAG-S2 01 02 03 08 09 10 11 12
    IAG-S3 01
    IAG-S4 05
    IAG-S5 02 03 04 05 06 11 12 13
    IAG-CLS 15 16 27
    IAG-TRF 15
    IAG-PRIN 08
    IAG-DB 03
    FU 01 03 05 06 11 19 20
""")
CLOSURE_CHECKS = rows("""
    IAG-S2 22
    IAG-CLS 02 03 04 05 06 07 08 10 11 12 13 14 19 20 21 29 30
    FU 15 16 17 18 19 22 23 24
""")
INDICATORS = rows("""
    IAG-S1 06
    IAG-S2 28
    IAG-S3 02 15
    IAG-S4 01 06
    IAG-CLS 09 26
    IAG-TRF 10
    IAG-PRIN 03 07
    IAG-DB 04 05
""")
MEETING_RULES = rows("""
    IAG-S3 13 17
    IAG-BI 05
""")
TRANSFERS = rows("IAG-TRF 01 02 03 04 05 06 07 08 09 11 12 14")
ACCESS = rows("IAG-PRIN 06")

ROWS = (
    FORMS
    | CHECKLISTS
    | CONTENT
    | VALIDATORS
    | SCHEDULES
    | CLOSURE_CHECKS
    | INDICATORS
    | MEETING_RULES
    | TRANSFERS
    | ACCESS
)


def registered_as(kinds: Iterable[RuleKind]) -> frozenset[str]:
    """Return the ids that are registered as one of these kinds."""
    wanted = frozenset(kinds)
    return frozenset(rule.id for rule in HOST.rules() if rule.kind in wanted)


def test_the_registry_holds_every_row_and_none_that_the_rulebook_does_not_have() -> None:
    registered = {rule.id for rule in HOST.rules() if OURS.fullmatch(rule.id)}

    assert len(ROWS) == 204
    assert registered - OF_OTHER_SUBJECTS == ROWS


@pytest.mark.parametrize(
    ("called", "kinds"),
    [
        (FORMS, {RuleKind.FORM}),
        (CHECKLISTS, {RuleKind.CHECKLIST}),
        (CONTENT, {RuleKind.CONTENT}),
        (VALIDATORS, ON_THE_FILE),
        (SCHEDULES, {RuleKind.SCHEDULE}),
        (CLOSURE_CHECKS, {RuleKind.CLOSURE_CHECK}),
        (INDICATORS, {RuleKind.INDICATOR}),
        (MEETING_RULES, {RuleKind.MEETING_RULE}),
        (TRANSFERS | ACCESS, COMPUTED),
    ],
)
def test_each_row_is_registered_as_what_the_rulebook_calls_it(
    called: frozenset[str], kinds: frozenset[RuleKind]
) -> None:
    assert called - registered_as(kinds) == frozenset()


def test_every_computed_row_has_an_example_that_runs() -> None:
    folder = Path(__file__).parent
    marked = {rule for path in folder.glob("test_*.py") for rule in marked_rules(path.read_text("utf-8"))}

    assert (ROWS & registered_as(COMPUTED)) - marked == frozenset()
