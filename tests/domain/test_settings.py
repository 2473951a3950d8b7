"""Numbers that the agency may decide for itself."""

from datetime import date
from itertools import permutations

import pytest

from supervisor_tui.domain.ids import PersonCode, ProgrammeId, SetId
from supervisor_tui.domain.settings import AgencyValue, Setting, Settings, settings_for
from supervisor_tui.testing import settings_of

SET, NORTH = SetId("tested"), ProgrammeId("north")
DECLARED = (
    Setting("days", "Days", 60, "days", "004 §3.6"),
    Setting("weeks", "Weeks", None, "weeks", "004 §3.7"),
    Setting("word", "Word", "all", "", "ours", choices=("all", "any")),
)


def decided(
    value: int | str,
    *,
    key: str = "days",
    programme: ProgrammeId | None = None,
    on: date = date(2026, 1, 1),
    set_id: SetId = SET,
) -> AgencyValue:
    return AgencyValue(set_id, key, value, PersonCode("W-21"), on, "agreed", programme)


def test_without_the_agencys_word_the_default_holds_and_no_default_is_not_decided() -> None:
    settings = settings_for(SET, DECLARED, (), NORTH)

    assert (settings.number("days"), settings.number("weeks"), settings.word("word")) == (60, None, "all")
    assert settings.word("days") == "60"
    assert settings.word("weeks") is None
    assert not settings.is_local("days")
    assert settings.full_key("days") == "tested.days"


def test_a_programmes_own_value_goes_before_the_agencys_in_whatever_order_they_stand() -> None:
    values = (decided(30), decided(20, programme=NORTH), decided(10, set_id=SetId("other")))

    for order in permutations(values):
        assert settings_for(SET, DECLARED, order, NORTH).number("days") == 20
        assert settings_for(SET, DECLARED, order, ProgrammeId("south")).number("days") == 30
        assert settings_for(SET, DECLARED, order, None).number("days") == 30
    assert settings_for(SET, DECLARED, values, NORTH).is_local("days")


def test_of_two_decisions_the_later_counts_in_whatever_order_they_stand() -> None:
    values = (decided(30), decided(45, on=date(2026, 2, 1)))

    assert {settings_for(SET, DECLARED, order, None).number("days") for order in permutations(values)} == {45}


def test_a_set_that_asks_for_a_number_it_never_declared_is_at_fault() -> None:
    settings = settings_of(DECLARED)

    with pytest.raises(KeyError):
        settings.number("months")
    with pytest.raises(TypeError):
        settings.number("word")
    assert settings_for(SET, DECLARED, (decided(5, key="months"),), None).number("days") == 60


def test_settings_cannot_be_changed_by_whoever_they_are_handed_to() -> None:
    settings = settings_of(DECLARED, days=30)

    with pytest.raises(AttributeError):
        settings.set = SetId("mine")
    with pytest.raises(AttributeError):
        del settings.set
    with pytest.raises(TypeError):
        settings._values["days"] = 1  # type: ignore[index]
    with pytest.raises(TypeError):
        settings._local["days"] = decided(1)  # type: ignore[index]
    assert settings.number("days") == 30


def test_the_fingerprint_follows_the_values_and_nothing_else() -> None:
    def print_of(settings: Settings) -> str:
        return settings.fingerprint()

    assert print_of(settings_of(DECLARED)) == print_of(settings_of(reversed(DECLARED)))
    assert print_of(settings_of(DECLARED, days=60)) == print_of(settings_of(DECLARED))
    assert print_of(settings_of(DECLARED, days=61)) != print_of(settings_of(DECLARED))


def test_settings_that_note_say_which_numbers_an_answer_rests_on() -> None:
    noting = settings_of(DECLARED, days=30).noting()
    assert (noting.number("days"), noting.word("word")) == (30, "all")
    assert noting.read == ("days", "word")
    assert settings_of(DECLARED).read == ()
