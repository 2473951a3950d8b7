"""A conference from the command line: called, minuted, and its action in the case plan."""

from datetime import date, datetime, timedelta
from pathlib import Path

from tests.cli.conftest import Run


def today_here() -> date:
    """Return the day that the commands go by."""
    return datetime.now().astimezone().date()


def test_a_conference_is_called_minuted_and_its_action_stands_in_the_plan(command: Run, folder: Path) -> None:
    assert command("meeting", "new", "C-0117", "--at", "2026-11-24T14:00", "--with", "provider:nurse:AG-02").out == (
        "M-0001\n"
    )
    assert command("meeting", "record", "M-0001", "decision", "move", "to", "the", "aunt", "--reason", "safe").code == 0
    assert command("meeting", "record", "M-0001", "decision", "daily", "calls").code == 0
    action = ["action", "find", "a", "night", "shelter", "--who", "W-04", "--until", "2026-11-25", "--need", "N2"]
    assert command("meeting", "record", "M-0001", *action).code == 0

    plan = command("case", "C-0117", "--json").json["actions"]
    assert plan[-1] == {
        "action": "A2",
        "text": "find a night shelter",
        "owner": "W-04",
        "due_on": "2026-11-25",
        "status": "pending",
        "need": "N2",
        "meeting": "M-0001",
    }
    page = folder / "minutes.html"
    assert command("meeting", "minutes", "M-0001", "--format", "html", "--out", str(page)).code == 0
    assert "find a night shelter" in page.read_text(encoding="utf-8")


def test_a_line_about_a_case_that_is_not_on_the_agenda_is_refused(command: Run) -> None:
    command("meeting", "new", "C-0117", "--at", "2026-11-24T14:00")
    printed = command("meeting", "record", "M-0001", "note", "x", "--case", "C-0048")
    assert (printed.code, printed.err) == (2, "C-0048 does not stand on the agenda of M-0001.\n")


def test_minutes_hold_no_escape_sequence_and_no_name(command: Run) -> None:
    command("meeting", "new", "C-0117", "--at", "2026-11-24T14:00")
    command("meeting", "record", "M-0001", "note", "\x1b[2J[IMPORTANT] <script>")
    printed = command("meeting", "minutes", "M-0001")
    assert "\x1b" not in printed.out


def test_a_short_name_becomes_the_persons_code_so_that_no_name_is_kept(command: Run) -> None:
    command("meeting", "new", "C-0117", "--at", "2026-11-24T14:00")
    command("meeting", "record", "M-0001", "action", "find", "a", "shelter", "--who", "amos")
    command("told", "C-0117", "visit", "yesterday", "--by", "Amos")
    answer = command("case", "C-0117", "--json").json
    assert [action["owner"] for action in answer["actions"] if action["meeting"]] == ["W-04"]
    assert {record["told_by"] for record in answer["records"]} == {None, "W-04"}


def test_the_number_of_a_participant_says_whose_an_action_is(command: Run) -> None:
    command("meeting", "new", "C-0117", "--at", "2026-11-24T14:00", "--with", "provider:nurse:AG-02")
    command("meeting", "record", "M-0001", "action", "weigh the child", "--who", "p1")
    answer = command("case", "C-0117", "--json").json
    assert [action["owner"] for action in answer["actions"] if action["meeting"]] == ["nurse"]


def test_who_is_there_signs_and_steps_out_from_the_command_line(command: Run) -> None:
    command("meeting", "new", "C-0117", "--at", "2026-11-24T14:00", "--with", "provider:nurse", "--with", "child:child")
    assert command("meeting", "attend", "M-0001", "P1", "signed").code == 0
    assert command("meeting", "attend", "M-0001", "nurse", "out").out.splitlines() == [
        "P1  nurse  service provider  present  signed  stepped out",
        "P2  child  child  invited  not signed yet",
    ]
    assert command("meeting", "family", "M-0001").out == "the family is in the room\n"
    assert command("meeting", "family", "M-0001").out == "the family is not in the room\n"
    refused = command("meeting", "attend", "M-0001", "teacher", "here")
    assert (refused.code, refused.err) == (
        2,
        "teacher is not one participant of M-0001. They are: P1 nurse, P2 child.\n",
    )


def test_every_kind_of_line_is_recorded_with_what_belongs_to_it(command: Run) -> None:
    command("meeting", "new", "C-0117", "--at", "2026-11-24T14:00")
    option = ("option", "stay with the aunt", "--for", "near school", "--against", "small", "--best", "yes")
    assert command("meeting", "record", "M-0001", *option).code == 0
    view = ("child_view", "--view", "impossible", "--reason", "in hospital", "--on", "2026-11-20")
    assert command("meeting", "record", "M-0001", *view).code == 0
    lines = command("meeting", "agenda", "M-0001", "--json").json["minutes"]
    assert [
        (one["kind"], one["effects_for"], one["effects_against"], one["best_interests"], one["view"], one["reason"])
        for one in lines
    ] == [
        ("option", "near school", "small", "yes", None, ""),
        ("child_view", "", "", None, "impossible", "in hospital"),
    ]


def test_a_name_in_what_is_recorded_or_told_is_asked_about(command: Run) -> None:
    command("identity", "C-0117", "--name", "Zübeyda Demo")
    command("meeting", "new", "C-0117", "--at", f"{today_here()}T14:00")
    recorded = command("meeting", "record", "M-0001", "note", "Zubeyda", "is", "at", "home")
    told = command("told", "C-0117", "visit yesterday, met zubeyda", "--by", "Amos")
    asked = "please check: Is “zubeyda” somebody's name? Write the code; a name stands in the identities file only.\n"
    assert (recorded.code, recorded.err) == (0, asked)
    assert (told.code, told.err) == (0, asked)


def test_a_name_in_what_is_said_of_a_meeting_or_an_invitee_is_asked_about_once(command: Run) -> None:
    command("identity", "C-0117", "--name", "Zübeyda Demo")
    asked = "please check: Is “zubeyda” somebody's name? Write the code; a name stands in the identities file only.\n"
    called = command("meeting", "new", "C-0117", "called_because=Zubeyda fled", "--at", "2026-11-24T14:00")
    assert (called.code, called.out, called.err) == (0, "M-0001\n", asked)
    assert command("meeting", "change", "M-0001", "place=office").err == ""
    assert command("meeting", "change", "M-0001", "child_absent_because=zubeyda").err == ""
    invited = command("meeting", "invite", "M-0001", "provider", "teacher", "--sector", "aunt of zubeyda")
    assert (invited.code, invited.err) == (0, asked)
    noted = command("meeting", "invitee", "M-0001", "P1", "--basis", "consent", "--note", "Demo agreed")
    assert (noted.code, noted.err) == (0, asked.replace("zubeyda", "demo"))


def test_a_meeting_takes_no_less_than_a_minute(command: Run) -> None:
    refused = command("meeting", "new", "C-0117", "planned_minutes=-5", "--at", "2026-11-24T14:00")
    assert refused.code == 2
    assert refused.err.startswith("Field planned_minutes: Please type a number of 1 or more. ")
    assert command("meeting", "list").out == ""


def test_the_last_change_of_an_agenda_is_taken_back(command: Run) -> None:
    command("meeting", "new", "C-0117", "--at", "2026-11-24T14:00")
    before = command("meeting", "agenda", "M-0001").out
    assert command("meeting", "agenda", "M-0001", "--strike", "1").out != before
    assert command("meeting", "agenda", "M-0001", "--undo").out == before
    refused = command("meeting", "agenda", "M-0001", "--undo")
    assert (refused.code, refused.err) == (2, "There is no change of yours to take back here.\n")


def test_what_is_known_of_a_meeting_is_said_when_it_is_called_and_later(command: Run) -> None:
    command("meeting", "new", "C-0117", "called_because=two homes", "--at", "2026-11-24T14:00", "--with", "child:child")
    said = ("channel=video", "precautions=yes", "agenda_on=2026-11-20", "called_because=", "cases=C-0117,C-0048")
    assert command("meeting", "change", "M-0001", *said).code == 0
    prepared = ("--prepared", "2026-11-20", "--helped-by", "amos", "--report", "no")
    assert command("meeting", "invitee", "M-0001", "child", *prepared).code == 0

    meeting = command("meeting", "agenda", "M-0001", "--json").json
    assert [meeting[name] for name in ("called_because", "channel", "precautions", "agenda_on", "cases")] == [
        "",
        "video",
        "yes",
        "2026-11-20",
        ["C-0117", "C-0048"],
    ]
    (child,) = meeting["participants"]
    assert [child[name] for name in ("prepared_on", "supported_by", "report_sent")] == ["2026-11-20", "W-04", "no"]


def test_a_field_that_no_meeting_has_or_a_value_that_does_not_fit_is_one_sentence(command: Run) -> None:
    command("meeting", "new", "C-0117", "--at", "2026-11-24T14:00")
    for said, words in (
        ("room=office", "Field room: There is no such field. The fields are: agenda_on, called_because"),
        ("channel=letter", "Field channel: This is none of in_person, video, phone. The fields are"),
        ("agenda_on=soon", "Field agenda_on: This is not a day. Write it as 2026-11-30. The fields are"),
    ):
        refused = command("meeting", "change", "M-0001", said)
        assert (refused.code, refused.out, refused.err.startswith(words)) == (2, "", True)


def test_the_agenda_is_put_right_by_hand_one_change_at_a_time(command: Run) -> None:
    command(
        "meeting", "new", "C-0117", "C-0062", "planned_minutes=60", "--kind", "management", "--at", "2026-11-24T09:00"
    )
    for change in (
        ("--move", "2", "1"),
        ("--minutes", "2", "10"),
        ("--add", "school fees", "--case", "C-0117"),
        ("--add", "next meeting"),
        ("--strike", "4"),
    ):
        assert command("meeting", "agenda", "M-0001", *change).code == 0
    head, *points, foot = command("meeting", "agenda", "M-0001", "--ready").out.splitlines()
    assert head.endswith("case management meeting  planned  C-0062  C-0117")
    assert points == [
        "  1  W-05  C-0062  How it stands",
        "  2  W-04  C-0117  How it stands  (10 min)",
        "  3  W-04  C-0117  school fees",
    ]
    assert foot.startswith("10 of 60 minutes, 2 points without a time · ready since ")
    kept = command("meeting", "agenda", "M-0001", "--json").json["agenda"]
    assert [(one["case"], one["by"], one["minutes"]) for one in kept] == [
        ("C-0062", "W-05", None),
        ("C-0117", "W-04", 10),
        ("C-0117", "W-04", None),
    ]


def test_a_change_of_the_agenda_that_cannot_be_is_one_sentence(command: Run) -> None:
    command("meeting", "new", "C-0117", "--kind", "management", "--at", "2026-11-24T09:00")
    for change, words in (
        (("--move", "1", "9"), "The agenda of M-0001 has no point 9; it has 1.\n"),
        (("--minutes", "1", "-5"), "Say how many minutes: from 1 to 1440.\n"),
        (("--add", "x", "--case", "C-0048"), "C-0048 does not stand on the agenda of M-0001.\n"),
        (("--strike", "1", "--ready"), "One change at a time: the places of the points change with each.\n"),
    ):
        refused = command("meeting", "agenda", "M-0001", *change)
        assert (refused.code, refused.err) == (2, words)


def test_a_meeting_held_on_another_day_says_so_once_and_everywhere(command: Run) -> None:
    today, planned = today_here(), today_here() + timedelta(days=3)
    command("meeting", "new", "C-0117", "--at", f"{planned}T14:00")
    said = command("meeting", "record", "M-0001", "note", "is", "well").err
    assert said == (
        f"M-0001 was planned for {planned} and is noted as held on {today}. "
        "If that is wrong: supervisor-tui meeting change M-0001 held_on=DAY\n"
    )
    assert command("meeting", "record", "M-0001", "note", "eats", "well").err == ""
    assert f"  held on {today}  C-0117" in command("meeting", "list").out
    assert f"  held on {today}  C-0117" in command("meeting", "agenda", "M-0001").out
    assert f"- **Held on:** {today}\n" in command("meeting", "minutes", "M-0001").out
    assert command("meeting", "agenda", "M-0001", "--json").json["held_on"] == str(today)
    tomorrow = today + timedelta(days=1)
    refused = command("meeting", "change", "M-0001", f"held_on={tomorrow}")
    assert (refused.code, refused.err.split(",")[0]) == (2, f"{tomorrow} is still to come")
    yesterday = today - timedelta(days=1)
    assert command("meeting", "change", "M-0001", f"held_on={yesterday}").out.endswith(f"  held on {yesterday}\n")
