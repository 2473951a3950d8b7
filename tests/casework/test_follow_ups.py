"""A follow-up as told, in one line."""

from datetime import date

import pytest

from supervisor_tui.casework.follow_ups import NotUnderstoodError, ToldFollowUp, read_line
from supervisor_tui.domain.records.contact import Channel, FollowUp, Situation
from supervisor_tui.domain.records.kind import YesNo

SATURDAY = date(2026, 11, 21)


def told(on: date, **fields: object) -> ToldFollowUp:
    return ToldFollowUp(on, FollowUp(**fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        (
            "visit yesterday, seen yes, same",
            told(
                date(2026, 11, 20),
                channel=Channel.HOME_VISIT,
                child_seen=YesNo.YES,
                situation=Situation.SAME,
                note="visit yesterday, seen yes, same",
            ),
        ),
        (
            "call thu child not seen, worse, aunt is ill",
            told(
                date(2026, 11, 19),
                channel=Channel.CALL,
                child_seen=YesNo.NO,
                situation=Situation.WORSE,
                note="call thu child not seen, worse, aunt is ill",
            ),
        ),
        (
            "2026-11-02 met at the office",
            told(date(2026, 11, 2), channel=Channel.MEETING, note="2026-11-02 met at the office"),
        ),
        ("unannounced visit", told(SATURDAY, channel=Channel.UNANNOUNCED_VISIT, note="unannounced visit")),
        (
            "teacher says safe: no",
            told(SATURDAY, channel=Channel.COMMUNITY, safe=YesNo.NO, note="teacher says safe: no"),
        ),
    ],
)
def test_a_line_says_day_channel_and_what_was_seen(line: str, meant: ToldFollowUp) -> None:
    assert read_line(line, SATURDAY) == meant


def test_what_the_line_does_not_say_stays_blank() -> None:
    body = read_line("call today", SATURDAY).body
    assert (body.child_seen, body.safe, body.situation) == (None, None, None)


def test_a_line_without_a_channel_is_asked_about() -> None:
    with pytest.raises(NotUnderstoodError, match="how the contact was made"):
        read_line("all is well", SATURDAY)
