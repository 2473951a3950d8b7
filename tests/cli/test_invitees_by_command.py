"""Who is invited, and what is recorded of each, from the command line."""

import json
from pathlib import Path

from supervisor_tui.domain.records.consent import Consent
from tests.cli.conftest import Run

CALLED = ("meeting", "new", "C-0117", "--at", "2026-11-24T14:00")


def test_who_is_invited_is_told_about_the_child_only_on_a_basis(command: Run) -> None:
    command(*CALLED, "--with", "caseworker:W-04", "--with", "provider:nurse:AG-02", "--with", "caregiver:mother")
    people = command("meeting", "people", "M-0001", "--json").json["people"]
    assert [(one["who"], one["professional"], one["basis"], one["told_about"]) for one in people] == [
        ("W-04", True, "need_to_know", ["C-0117"]),
        ("nurse", True, None, []),
        ("mother", False, "family", ["C-0117"]),
    ]


def test_a_consent_on_file_is_found_by_itself(command: Run, folder: Path) -> None:
    command(*CALLED, "--with", "provider:nurse:AG-02")
    given = {"giver": "caregiver", "form": "consent", "purpose": "conference", "agencies": ["AG-02"]}
    (folder / "consent.json").write_text(json.dumps(given), "utf-8")
    recorded = ("record", "C-0117", Consent.KIND, "--from", str(folder / "consent.json"), "--on", "2026-11-20")
    assert command(*recorded).code == 0
    (nurse,) = command("meeting", "people", "M-0001", "--json").json["people"]
    assert (nurse["basis"], nurse["basis_by_itself"], nurse["basis_note"]) == (
        "consent",
        True,
        "recorded on 2026-11-20",
    )


def test_somebody_is_invited_with_the_basis_and_changed_later(command: Run) -> None:
    command(*CALLED)
    law = ("--basis", "legal_duty", "--note", "children act")
    invited = command("meeting", "invite", "M-0001", "authority", "officer", "--agency", "AG-09", *law)
    assert invited.out == (
        "P1  officer  authority  AG-09  professional  may be told: the law  children act  harm: ?  not told yet  "
        "not signed yet  invited\n"
    )
    changed = command("meeting", "invitee", "M-0001", "P1", "--harm", "not_known", "--told", "2026-11-20")
    assert "harm: not known  told 4 days before" in changed.out
    assert "none: code only" in command("meeting", "invitee", "M-0001", "P1", "--basis", "none").out


def test_the_law_has_to_be_named_and_nobody_is_invited_twice(command: Run) -> None:
    command(*CALLED, "--with", "caseworker:W-04")
    unnamed = command("meeting", "invite", "M-0001", "authority", "officer", "--basis", "legal_duty")
    twice = command("meeting", "invite", "M-0001", "caseworker", "amos")
    assert (unnamed.code, unnamed.err) == (2, "Say in a note which law, or which danger: a duty by law.\n")
    assert (twice.code, twice.err) == (2, "W-04 is invited to M-0001 already.\n")
    assert len(command("meeting", "people", "M-0001", "--json").json["people"]) == 1
