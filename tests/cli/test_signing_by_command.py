"""Who signs is looked for before a passphrase is asked for, on every way to write an approval."""

import pytest

from tests.cli.conftest import Run

APPROVAL = ("record", "C-0117", "approval", "what=transfer", "decision=approved")
NOBODY = "Nobody here has the code M-99"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((*APPROVAL, "body=manager", "approver=M-99"), f"{NOBODY}. Name a supervisor or manager."),
        ((*APPROVAL, "body=case_manager", "approver=M-99"), f"{NOBODY}, so nobody can sign. Leave it blank where"),
        (("closing", "approve", "C-0048", "--by", "M-99"), f"{NOBODY}. Name a supervisor or manager."),
        (("closing", "refuse", "C-0048", "--by", "M-99", "--why", "x"), f"{NOBODY}. Name a supervisor or manager."),
    ],
)
def test_a_signer_who_does_not_exist_is_told_in_one_sentence(
    command: Run, arguments: tuple[str, ...], sentence: str
) -> None:
    refused = command(*arguments)
    assert (refused.code, refused.out) == (2, "")
    assert sentence in refused.err
    assert "passphrase" not in refused.err


def test_nobody_types_a_passphrase_for_what_is_refused_anyway(command: Run) -> None:
    refused = command(*APPROVAL, "body=manager", "approver=W-04")
    assert (refused.code, "passphrase" in refused.err.casefold()) == (2, False)
    assert "W-04 carries this case. Somebody else has to decide." in refused.err
