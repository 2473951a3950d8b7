"""Whose passphrase opens what, and what is said when it does not."""

import json
import os
from pathlib import Path

import pytest

from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.store.key_slots import Cost, DataKeys, KeySlots, OpenedSlot
from supervisor_tui.store.problems import NoKey, StoreProblem, WrongPassphrase
from supervisor_tui.store.recovery_key import new_recovery_key, recovery_secret
from tests.store.builders import CHEAP, PASSPHRASE

KEYS = DataKeys.new()
RUTH = OpenedSlot(PersonCode("W-01"), KEYS)


@pytest.fixture
def slots(tmp_path: Path) -> KeySlots:
    slots = KeySlots(tmp_path / "keys.json", CHEAP)
    slots.create(KEYS)
    slots.add("Ruth", PASSPHRASE, RUTH)
    return slots


def test_each_person_opens_with_their_own_passphrase_and_is_known_by_it(slots: KeySlots) -> None:
    amos = OpenedSlot(PersonCode("W-04"), KEYS)
    slots.add("Amos", "other words", amos)

    assert [slots.open("Ruth", PASSPHRASE), slots.open("Amos", "other words")] == [RUTH, amos]


def test_a_name_is_found_however_it_is_spelled(slots: KeySlots) -> None:
    assert slots.open("  rUTH ", PASSPHRASE) == RUTH


def test_a_passphrase_is_the_same_from_every_keyboard(slots: KeySlots) -> None:
    slots.add("Noor", "caf\u00e9", RUTH)

    assert slots.open("Noor", "cafe\u0301") == RUTH


def test_who_must_not_read_identities_gets_the_cases_key_alone(slots: KeySlots) -> None:
    slots.add("Leila", "other words", OpenedSlot(PersonCode("W-05"), KEYS.cases_only()))

    assert slots.open("Leila", "other words").keys == DataKeys(KEYS.cases, None)


def test_a_wrong_passphrase_is_told_in_one_sentence(slots: KeySlots) -> None:
    with pytest.raises(WrongPassphrase, match=r"^The passphrase does not open the key of Ruth\.$"):
        slots.open("Ruth", "seven small boat")


def test_a_name_without_a_key_is_told_in_one_sentence(slots: KeySlots) -> None:
    with pytest.raises(NoKey, match=r"^Nobody called Amos has a key to this store\.$"):
        slots.open("Amos", PASSPHRASE)


def test_an_empty_passphrase_is_refused(slots: KeySlots) -> None:
    with pytest.raises(WrongPassphrase, match="is needed"):
        slots.add("Amos", "  ", RUTH)


def test_nobody_gets_two_keys(slots: KeySlots) -> None:
    with pytest.raises(StoreProblem, match="has a key already"):
        slots.add("RUTH", "other words", RUTH)


def test_a_changed_passphrase_opens_and_the_old_one_does_not(slots: KeySlots) -> None:
    slots.change_passphrase("Ruth", PASSPHRASE, "other words")

    assert slots.open("Ruth", "other words") == RUTH
    with pytest.raises(WrongPassphrase):
        slots.open("Ruth", PASSPHRASE)


def test_a_passphrase_is_changed_by_who_knows_it(slots: KeySlots) -> None:
    with pytest.raises(WrongPassphrase):
        slots.change_passphrase("Ruth", "a guess", "other words")
    assert slots.open("Ruth", PASSPHRASE) == RUTH


def test_a_forgotten_passphrase_is_replaced(slots: KeySlots) -> None:
    slots.replace("Ruth", "other words", RUTH)

    assert slots.open("Ruth", "other words") == RUTH


def test_a_key_taken_away_opens_nothing_and_the_others_stay(slots: KeySlots) -> None:
    slots.add("Amos", "other words", RUTH)
    slots.remove("Amos")

    assert (slots.has("Amos"), slots.open("Ruth", PASSPHRASE)) == (False, RUTH)
    with pytest.raises(NoKey):
        slots.remove("Amos")


def test_the_recovery_key_opens_whatever_became_of_the_others(slots: KeySlots) -> None:
    recovery = slots.renew_recovery_key(KEYS)
    slots.remove("Ruth")

    assert slots.open_with_recovery_key(recovery.lower().replace("-", " ")) == KEYS


def test_a_recovery_key_that_was_replaced_opens_nothing(slots: KeySlots) -> None:
    before = slots.renew_recovery_key(KEYS)
    slots.renew_recovery_key(KEYS)

    with pytest.raises(WrongPassphrase, match="another store, or was replaced"):
        slots.open_with_recovery_key(before)


def test_the_file_names_nobody_and_holds_no_key(slots: KeySlots) -> None:
    content = slots.path.read_text().casefold()

    assert [word in content for word in ("ruth", "w-01", PASSPHRASE, KEYS.cases.hex())] == [False] * 4


def test_a_slot_moved_to_another_name_does_not_open(slots: KeySlots) -> None:
    slots.add("Amos", "other words", OpenedSlot(PersonCode("W-04"), KEYS))
    stored = json.loads(slots.path.read_text())
    mine, theirs = stored["slots"][1], stored["slots"][2]
    mine["name"], theirs["name"] = theirs["name"], mine["name"]
    slots.path.write_text(json.dumps(stored))

    with pytest.raises(WrongPassphrase):
        slots.open("Amos", PASSPHRASE)


def test_a_slot_whose_cost_was_lowered_does_not_open(slots: KeySlots) -> None:
    dear = KeySlots(slots.path, Cost(memory_kib=16, passes=2, lanes=1))
    dear.add("Amos", "other words", RUTH)
    slots.path.write_text(slots.path.read_text().replace('"passes": 2', '"passes": 1'))

    with pytest.raises(WrongPassphrase):
        slots.open("Amos", "other words")


def test_a_slot_keeps_the_cost_it_was_made_with(slots: KeySlots) -> None:
    later = KeySlots(slots.path, Cost(memory_kib=16, passes=2, lanes=1))

    assert later.open("Ruth", PASSPHRASE) == RUTH


def test_a_key_file_that_asks_for_all_memory_is_refused(slots: KeySlots) -> None:
    slots.path.write_text(slots.path.read_text().replace('"memory_kib": 8', '"memory_kib": 99999999'))

    with pytest.raises(StoreProblem, match="more memory"):
        slots.open("Ruth", PASSPHRASE)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"{", "is damaged"), (b'{"format":9,"salt":"","slots":[]}', "later version"), (None, "cannot be read")],
)
def test_a_key_file_that_does_not_read_is_told(slots: KeySlots, content: bytes | None, sentence: str) -> None:
    slots.path.unlink()
    if content is not None:
        slots.path.write_bytes(content)

    with pytest.raises(StoreProblem, match=sentence):
        slots.check()


def test_a_change_that_cannot_be_written_leaves_the_file_as_it_was(
    slots: KeySlots, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = slots.path.read_bytes()

    def fail(_handle: int) -> None:
        raise OSError

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError):  # noqa: PT011 - any will do
        slots.remove("Ruth")
    assert ([path.name for path in slots.path.parent.iterdir()], slots.path.read_bytes()) == (["keys.json"], before)


def test_keys_are_not_shown_where_a_value_is_printed() -> None:
    assert repr(OpenedSlot(PersonCode("W-01"), KEYS)) == "OpenedSlot(person='W-01', keys=<data keys>)"


def test_every_mistyped_letter_of_a_recovery_key_is_noticed_with_its_group() -> None:
    key = new_recovery_key()
    letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

    for place, letter in enumerate(key):
        for other in letters.replace(letter, "") if letter != "-" else "":
            with pytest.raises(WrongPassphrase, match=f"Group {place // 6 + 1} "):
                recovery_secret(key[:place] + other + key[place + 1 :])


def test_letters_that_look_like_digits_are_read_as_digits() -> None:
    key = new_recovery_key()

    assert recovery_secret(key.replace("0", "o").replace("1", "l")) == key


@pytest.mark.parametrize("typed", ["", "HE8X3", "HE8X3-"])
def test_a_recovery_key_that_is_too_short_is_told(typed: str) -> None:
    with pytest.raises(WrongPassphrase):
        recovery_secret(typed)


def test_groups_in_another_order_are_noticed() -> None:
    first, second, *rest = new_recovery_key().split("-")

    with pytest.raises(WrongPassphrase, match="Group 1 "):
        recovery_secret("-".join([second, first, *rest]))
