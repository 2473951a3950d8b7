"""In which context a case is judged, and which guidance holds for it."""

from datetime import date

import msgspec

from supervisor_tui.domain.ids import ProgrammeId, SetId
from supervisor_tui.domain.programme import (
    Context,
    ContextPeriod,
    GuidanceRisk,
    Programme,
    SetInForce,
    Standing,
)
from supervisor_tui.domain.records.responsibility import ContextForCase, GuidanceForCase
from supervisor_tui.domain.standing import NOT_SWITCHED_ON, context_on, standing_of
from supervisor_tui.testing import a_case, a_programme, registered, written

MARCH, APRIL, MAY = date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1)
SET = SetId("tested")
NORTH = Programme(
    ProgrammeId("north"),
    "North",
    contexts=(ContextPeriod(Context.EMERGENCY, APRIL), ContextPeriod(Context.DEVELOPMENT, MARCH)),
    sets=(SetInForce(SET, Standing.INFORMS, APRIL, "trial"), SetInForce(SET, Standing.DECIDES, MARCH, "agreed")),
)


def test_the_programmes_context_holds_from_its_day_on() -> None:
    case = a_case(programme=NORTH)

    assert [context_on(case, day) for day in (date(2026, 2, 28), MARCH, date(2026, 3, 31), APRIL)] == [
        None,
        Context.DEVELOPMENT,
        Context.DEVELOPMENT,
        Context.EMERGENCY,
    ]


def test_of_two_words_of_one_day_the_later_one_holds() -> None:
    again = msgspec.structs.replace(
        NORTH,
        contexts=(*NORTH.contexts, ContextPeriod(Context.DEVELOPMENT, APRIL)),
        sets=(*NORTH.sets, SetInForce(SET, Standing.DECIDES, APRIL, "put right")),
    )

    assert again.context_on(APRIL) is Context.DEVELOPMENT
    assert again.standing_on(SET, APRIL) == SetInForce(SET, Standing.DECIDES, APRIL, "put right")


def test_a_cases_own_context_goes_before_the_programmes() -> None:
    own = written(ContextForCase(context=Context.DEVELOPMENT, reason="moved out of the camp"), "2026-05-01")
    case = a_case(own, programme=NORTH)

    assert context_on(case, date(2026, 4, 30)) is Context.EMERGENCY
    assert context_on(case, MAY) is Context.DEVELOPMENT


def test_a_set_is_not_in_force_unless_somebody_said_so() -> None:
    case = a_case(programme=NORTH)

    assert standing_of(case, SET, date(2026, 2, 28)) == SetInForce(
        SET, Standing.OFF, date(2026, 2, 28), NOT_SWITCHED_ON
    )
    assert standing_of(case, SET, MARCH) == SetInForce(SET, Standing.DECIDES, MARCH, "agreed")
    assert standing_of(case, SET, APRIL) == SetInForce(SET, Standing.INFORMS, APRIL, "trial")
    assert standing_of(case, SetId("other"), APRIL).standing is Standing.OFF


def test_a_case_may_have_its_own_standing_for_one_set() -> None:
    own = written(GuidanceForCase(set=SET, standing=Standing.OFF, reason="court order"), "2026-05-01")
    case = a_case(own, programme=NORTH)

    assert standing_of(case, SET, date(2026, 4, 30)).standing is Standing.INFORMS
    assert standing_of(case, SET, MAY) == SetInForce(SET, Standing.OFF, MAY, "court order")
    assert standing_of(case, SetId("other"), MAY).reason == NOT_SWITCHED_ON


def test_the_usual_risk_levels_run_from_the_highest_danger_down() -> None:
    levels = a_programme().risk_levels

    assert [level.rank for level in levels] == sorted(level.rank for level in levels)
    high = a_programme().risk_level("high")
    assert high is not None
    assert high.guidance is GuidanceRisk.HIGH
    assert a_programme().risk_level("purple") is None


def test_a_record_that_cannot_be_read_does_not_switch_a_set_off_in_silence() -> None:
    broken = msgspec.structs.replace(
        written(GuidanceForCase(set=SetId("field"), standing=Standing.OFF, reason="x"), "2026-01-02"),
        body=msgspec.Raw(b'{"standing":"maybe"}'),
    )
    standing = standing_of(a_case(registered("2026-01-01"), broken), SetId("other"), date(2026, 2, 1))
    assert standing.standing is Standing.INFORMS
    assert "cannot be read" in standing.reason
