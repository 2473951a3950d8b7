"""What one guidance set does wrong never costs another its answer: each fault is caught, named and kept."""

from collections.abc import Callable
from datetime import date
from types import ModuleType
from typing import Annotated, Any, ClassVar, Protocol

import pytest

from supervisor_tui.domain.answers import Answer, Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem, DueState, due_state
from supervisor_tui.domain.ids import CaseCode, MeetingId, SetId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.meeting_file import MeetingFile
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import RecordBody, asked
from supervisor_tui.domain.records.note import Note
from supervisor_tui.domain.settings import Setting, Settings
from supervisor_tui.guidance.discovery import Candidate
from supervisor_tui.guidance.guard import Fault
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.guidance.panels import Panel, PanelSource, ScreenSource
from supervisor_tui.guidance.rules import RuleKind
from supervisor_tui.testing import a_case, a_programme, written
from tests.guidance.sets import (
    DAY,
    a_rule,
    a_set,
    asks_for_a_visit,
    case_of,
    fails,
    host_of,
    introduced,
    passes,
    raising,
    sound,
)


def faults_of(host: PluginHost, name: str) -> list[tuple[str, str]]:
    """Return where and what went wrong in a set."""
    (report,) = (one for one in host.reports() if one.id == name)
    return [(fault.where, fault.what) for fault in report.faults]


def verdicts(host: PluginHost, case: CaseFile) -> dict[str, Result]:
    """Return each set's verdict."""
    return {one.set.id: one.verdict for one in host.review_closing(case, DAY)}


BROKEN_AT_LOADING: dict[str, tuple[Candidate, str, str]] = {
    "it cannot be imported": (("bad", raising(ImportError("no module"))), "import", "ImportError"),
    "it ends the program when imported": (("bad", raising(SystemExit(3))), "import", "SystemExit"),
    "it misspells a hook": (a_set("bad", {"register_rulez": lambda: ()}), "register_rulez", "there is no such hook"),
    "its hook wants what nobody gives": (
        a_set("bad", {"register_rules": lambda everything: everything}),
        "register",
        "PluginValidationError",
    ),
    "it does not introduce itself": (
        ("bad", lambda: ModuleType("bad")),
        "register_guidance_set",
        "NoneType where a guidance set was promised",
    ),
    "it introduces itself as something else": (
        a_set("bad", guidance="I am a set"),
        "register_guidance_set",
        "str where a guidance set was promised",
    ),
    "it takes another's name": (
        a_set("bad", guidance=introduced("good")),
        "register_guidance_set",
        "its id is not its entry point's name",
    ),
    "it breaks while it introduces itself": (
        a_set("bad", {"register_guidance_set": raising(RuntimeError())}),
        "register_guidance_set",
        "RuntimeError",
    ),
}


@pytest.mark.parametrize("case", BROKEN_AT_LOADING.values(), ids=BROKEN_AT_LOADING.keys())
def test_a_set_that_cannot_be_loaded_is_named_and_unknown_and_the_others_answer(
    case: tuple[Candidate, str, str],
) -> None:
    broken, where, what = case

    host = host_of(broken, sound("good"))

    assert faults_of(host, "bad") == [(where, what)]
    assert faults_of(host, "good") == []
    assert host.set(SetId("bad")) is None
    assert verdicts(host, case_of("bad", "good")) == {"bad": Result.UNKNOWN, "good": Result.PASS}
    assert {one.set: len(one.items) for one in host.due_items(case_of("good"), DAY)} == {"good": 1}


class Nameless(RecordBody, frozen=True, kw_only=True):
    """Has no name."""


class Foreign(RecordBody, frozen=True, kw_only=True):
    """Has a name outside the prefix of its set."""

    KIND: ClassVar[str] = "good.visit"
    TITLE: ClassVar[str] = "Visit"


class Shadow(RecordBody, frozen=True, kw_only=True):
    """Takes the name of a kind of the product's own."""

    KIND: ClassVar[str] = "note"
    TITLE: ClassVar[str] = "Note"


class Own(RecordBody, frozen=True, kw_only=True):
    """Is as it should be."""

    KIND: ClassVar[str] = "bad.visit"
    TITLE: ClassVar[str] = "Visit"

    place: Annotated[str, asked("Where")] = ""


BROKEN_DECLARATIONS: dict[str, tuple[dict[str, Any], list[tuple[str, str]]]] = {
    "a rule is no rule": (
        {"rules": ("BAD-1", a_rule("bad", "BAD-2", passes))},
        [("register_rules", "str where Rule was promised")],
    ),
    "rules are no list": ({"rules": 7}, [("register_rules", "TypeError")]),
    "a rule belongs to another set": (
        {"rules": (a_rule("good", "GOOD-9", fails), a_rule("bad", "BAD-2", passes))},
        [("GOOD-9", "the rule says that it belongs to another set")],
    ),
    "a rule is registered twice": (
        {"rules": (a_rule("bad", "BAD-2", passes), a_rule("bad", "BAD-2", fails))},
        [("BAD-2", "the rule is registered twice")],
    ),
    "a rule has no function": (
        {"rules": (a_rule("bad", "BAD-1", None), a_rule("bad", "BAD-2", passes))},
        [("BAD-1", "a closure-check needs a function")],
    ),
    "a kind is no kind": (
        {"kinds": (Own, "visit")},
        [("register_record_kinds", "str where a kind of record was promised")],
    ),
    "a kind has no name": ({"kinds": (Own, Nameless)}, [("register_record_kinds: Nameless", "AttributeError")]),
    "a kind is named outside its prefix": (
        {"kinds": (Own, Foreign)},
        [("good.visit", "the name of its own kinds of record begins with bad.")],
    ),
    "a kind takes the product's name": (
        {"kinds": (Own, Shadow)},
        [("note", "the name of its own kinds of record begins with bad.")],
    ),
    "a kind is declared twice": ({"kinds": (Own, Own)}, [("bad.visit", "the kind of record is declared twice")]),
    "a setting is no setting": ({"settings": (60,)}, [("register_settings", "int where Setting was promised")]),
    "a panel is no panel": ({"panels": ("x",)}, [("register_panels", "str where PanelSource was promised")]),
    "a screen is no screen": (
        {"screens": ("x",)},
        [("register_screens", "str where ScreenSource or CaseScreenSource was promised")],
    ),
}


@pytest.mark.parametrize("case", BROKEN_DECLARATIONS.values(), ids=BROKEN_DECLARATIONS.keys())
def test_a_wrong_declaration_is_left_out_and_named_and_the_rest_of_the_set_stands(
    case: tuple[dict[str, Any], list[tuple[str, str]]],
) -> None:
    declared, faults = case

    host = host_of(a_set("bad", **{"rules": (a_rule("bad", "BAD-2", passes),), **declared}), sound("good"))

    assert faults_of(host, "bad") == faults
    assert faults_of(host, "good") == []
    expected = Result.UNKNOWN if declared.get("rules") == 7 else Result.PASS
    assert verdicts(host, case_of("bad", "good")) == {"bad": expected, "good": Result.PASS}
    assert host.kinds.get("note") is Note
    assert host.kinds.get("bad.visit") is (Own if "kinds" in declared else None)
    assert host.kinds.get("good.visit") is None


@pytest.mark.parametrize(
    ("broken", "what"),
    [
        (raising(ValueError("the mother of C-0117")), "ValueError"),
        (raising(SystemExit(1)), "SystemExit"),
        (raising(RecursionError()), "RecursionError"),
        (lambda _case, _as_of, _settings: True, "bool where an answer was promised"),
        (lambda _case, _as_of, _settings: None, "NoneType where an answer was promised"),
        (lambda _case: Answer.passes("fine"), "TypeError"),
    ],
)
def test_a_check_that_breaks_is_unknown_and_the_others_of_its_set_stand(
    broken: Callable[..., object], what: str
) -> None:
    rules = (a_rule("bad", "BAD-1", broken), a_rule("bad", "BAD-2", passes), a_rule("bad", "BAD-3", passes))
    host = host_of(a_set("bad", rules=rules), sound("good"))

    for _again in range(2):
        reviews = {one.set.id: one for one in host.review_closing(case_of("bad", "good"), DAY)}

        assert [check.answer.result for check in reviews[SetId("bad")].checks] == [
            Result.UNKNOWN,
            Result.PASS,
            Result.PASS,
        ]
        assert reviews[SetId("bad")].verdict is Result.UNKNOWN
        assert reviews[SetId("good")].verdict is Result.PASS
    assert faults_of(host, "bad") == [("BAD-1", what)]
    assert faults_of(host, "good") == []


def test_a_fault_never_carries_the_words_of_the_error() -> None:
    host = host_of(a_set("bad", rules=(a_rule("bad", "BAD-1", raising(ValueError("the mother of C-0117"))),)))

    (review,) = host.review_closing(case_of("bad"), DAY)

    fault = review.checks[0].fault
    assert fault is not None
    assert (fault.plugin, fault.where, fault.what, fault.place.partition(":")[0]) == (
        "bad",
        "BAD-1",
        "ValueError",
        "sets.py",
    )
    assert "mother" not in repr(host.reports()) + repr(review)


def test_a_stop_from_the_keyboard_is_nobodys_fault() -> None:
    host = host_of(a_set("bad", rules=(a_rule("bad", "BAD-1", raising(KeyboardInterrupt())),)))

    with pytest.raises(KeyboardInterrupt):
        host.review_closing(case_of("bad"), DAY)


@pytest.mark.parametrize(
    ("broken", "what"),
    [
        (raising(ZeroDivisionError()), "ZeroDivisionError"),
        (lambda _case, _as_of, _settings: None, "NoneType where DueItem was promised"),
        (lambda _case, _as_of, _settings: "visit", "str where DueItem was promised"),
        (lambda _case, as_of, _settings: [DueItem("visit", due=as_of), 3], "int where DueItem was promised"),
    ],
)
def test_a_schedule_that_breaks_twice_in_a_row_is_unknown_both_times_and_named_once(
    broken: Callable[..., object], what: str
) -> None:
    rules = (
        a_rule("bad", "BAD-1", broken, RuleKind.SCHEDULE),
        a_rule("bad", "BAD-2", asks_for_a_visit, RuleKind.SCHEDULE),
    )
    host = host_of(a_set("bad", rules=rules), sound("good"))

    for _again in range(2):
        found = {one.set: one.items for one in host.due_items(case_of("bad", "good"), DAY)}

        assert [(item.rule, due_state(item, DAY)) for item in found[SetId("bad")]] == [
            ("BAD-1", DueState.UNKNOWN),
            ("BAD-2", DueState.DUE),
        ]
        assert [(item.rule, due_state(item, DAY)) for item in found[SetId("good")]] == [("GOOD-2", DueState.DUE)]
    assert faults_of(host, "bad") == [("BAD-1", what)]


def test_a_schedule_that_breaks_on_the_way_gives_nothing_half() -> None:
    def half(_case: CaseFile, as_of: date, _settings: Settings) -> object:
        yield DueItem("visit", due=as_of)
        raise LookupError

    host = host_of(a_set("bad", rules=(a_rule("bad", "BAD-1", half, RuleKind.SCHEDULE),)))

    (found,) = host.due_items(case_of("bad"), DAY)

    assert [due_state(item, DAY) for item in found.items] == [DueState.UNKNOWN]
    assert faults_of(host, "bad") == [("BAD-1", "LookupError")]


class Attack(Protocol):
    """What a check does to what it was given."""

    def __call__(self, case: CaseFile, settings: Settings) -> None:
        """Try to change something."""


def rename(case: CaseFile, settings: Settings) -> None:
    case.code = CaseCode("C-6666")


def forget(case: CaseFile, settings: Settings) -> None:
    del case.records


def rewrite(case: CaseFile, settings: Settings) -> None:
    case.of(Note)[0].body.text = "nothing"  # type: ignore[misc]


def append(case: CaseFile, settings: Settings) -> None:
    case.records.append(case.records[0])  # type: ignore[attr-defined]


def decide(case: CaseFile, settings: Settings) -> None:
    settings._values["days"] = 0  # type: ignore[index]


def become_another(case: CaseFile, settings: Settings) -> None:
    settings.set = SetId("good")


@pytest.mark.parametrize("attack", [rename, forget, rewrite, append, decide, become_another])
def test_what_a_set_is_given_cannot_be_changed(attack: Attack) -> None:
    def attacking(case: CaseFile, _as_of: date, settings: Settings) -> Answer:
        attack(case, settings)
        return Answer.passes("changed")

    def looks(case: CaseFile, _as_of: date, settings: Settings) -> Answer:
        unchanged = (case.code, case.of(Note)[0].body.text, len(case.records), settings.number("days"), settings.set)
        return Answer.passes(repr(unchanged))

    rules = (a_rule("bad", "BAD-1", attacking), a_rule("bad", "BAD-2", looks))
    setting = Setting("days", "Days", 60, "days", "004")
    host = host_of(a_set("bad", rules=rules, settings=(setting,)))
    case = a_case(written(Note(text="quiet"), "2026-03-01"), programme=a_programme("bad"))

    (review,) = host.review_closing(case, DAY)

    assert [check.answer.result for check in review.checks] == [Result.UNKNOWN, Result.PASS]
    assert review.checks[1].answer.reason == repr(("C-0001", "quiet", 1, 60, "bad"))
    assert [where for where, _what in faults_of(host, "bad")] == ["BAD-1"]


def test_a_validator_or_an_agenda_rule_that_breaks_costs_nobody_else_theirs() -> None:
    rules = (
        a_rule("bad", "BAD-1", raising(OSError()), RuleKind.VALIDATOR),
        a_rule("bad", "BAD-2", raising(SystemExit()), RuleKind.MEETING_RULE),
    )
    host = host_of(a_set("bad", rules=rules), sound("good"))
    meeting = Meeting(
        id=MeetingId("M-1"), kind=MeetingKind.MANAGEMENT, starts=written(Note(text="a"), "2026-03-01").entered_on
    )

    assert host.check_draft(case_of("bad", "good"), Note(text="a"), DAY) == ()
    assert host.meetings.agenda(MeetingFile(meeting=meeting, cases=(case_of("bad", "good"),)), DAY) == ()
    assert faults_of(host, "bad") == [("BAD-1", "OSError"), ("BAD-2", "SystemExit")]


def test_a_panel_that_breaks_or_is_no_panel_is_a_fault_and_nothing_more() -> None:
    sources = (
        PanelSource("Broken", raising(KeyError("C-0117"))),  # type: ignore[arg-type]
        PanelSource("Wrong", lambda _case, _as_of, _settings: "text"),  # type: ignore[arg-type, return-value]
        PanelSource("Fine", lambda _case, _as_of, _settings: Panel("Fine", ())),
    )
    host = host_of(a_set("bad", panels=sources))

    drawn = [host.panel(SetId("bad"), source, case_of("bad"), DAY) for source in host.panels(SetId("bad"))]

    assert [type(one) for one in drawn] == [Fault, Fault, Panel]
    assert faults_of(host, "bad") == [("Broken", "KeyError"), ("Wrong", "str where a panel was promised")]


def deaf(record: Record) -> None:
    """Break on hearing of a record."""
    raise RuntimeError


def test_only_the_set_that_declared_a_kind_hears_of_its_records_and_may_break() -> None:
    heard: list[str] = []
    bad = a_set("bad", {"after_record": deaf}, kinds=(Own,))
    good = a_set("good", {"after_record": lambda record: heard.append(record.kind)})
    host = host_of(bad, good)

    host.tell(written(Own(place="market"), "2026-03-01"))
    host.tell(written(Note(text="a"), "2026-03-01"))

    assert heard == []
    assert faults_of(host, "bad") == [("after_record", "RuntimeError")]


def test_a_screen_is_named_and_its_path_is_not_followed() -> None:
    screen = ScreenSource("exit", "Exit", "Ways out", "no_such_module.screens:ExitScreen")

    assert host_of(a_set("good", screens=(screen,))).screens() == ((SetId("good"), screen),)
