"""The hand-over list: what is open, what was agreed to, nothing more, and no names unless they are asked for."""

import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.transfers.acts import TransferAct
from supervisor_tui.casework.transfers.on_paper import hand_over_on_paper
from supervisor_tui.casework.transfers.packing import pack_of
from supervisor_tui.casework.transfers.sections import covers
from supervisor_tui.exchange.paper.paper import CodesOrNames
from supervisor_tui.store.audit import Act
from supervisor_tui.store.identities import Identity
from supervisor_tui.store.problems import IdentitiesClosed
from tests.casework.transfers.handing_over import AGREED, CODE, PROPOSED, TOLD, done, planned


def test_only_the_parts_that_the_consent_names_go_along_and_the_rest_is_listed_with_why(desk: Desk) -> None:
    planned(desk)
    pack = pack_of(desk, CODE)
    assert [(section.title, len(section.records)) for section in pack.sections] == [("plan", 1)]
    withheld = {one.what: (one.count, one.why) for one in pack.withheld}
    assert withheld["Assessment"] == (2, "not among the parts that go")
    assert withheld["names, address, contacts"][1] == "codes only; given by hand where they are needed"


def test_what_the_plan_leaves_out_stays_though_the_consent_names_it(desk: Desk) -> None:
    done(desk, TransferAct.PROPOSE, PROPOSED)
    done(desk, TransferAct.CONSENT, {**AGREED, "sections": ["plan", "assessment"]})
    done(desk, TransferAct.PLAN, {**TOLD, "sections": ["assessment"]})
    assert [section.title for section in pack_of(desk, CODE).sections] == ["assessment"]


def test_what_is_open_goes_along_whatever_the_sections(desk: Desk) -> None:
    planned(desk)
    assert [(one.number, one.what, one.who) for one in pack_of(desk, CODE).open_work] == [
        ("A1", "talk with the head teacher", "W-04")
    ]


@pytest.mark.rule("IAG-TRF-14")
def test_a_strict_section_and_a_field_with_a_name_are_left_out_and_said_so(desk: Desk) -> None:
    desk.store.names.index(CODE, ("Wanjiru Teacher",))
    planned(desk)
    pack = pack_of(desk, CODE)
    assert pack.open_work[0].what == "(left out: it holds a name)"
    assert "records with fields left out" in {one.what for one in pack.withheld}


def test_names_stand_in_the_pack_only_where_somebody_asks_and_may_read_them(desk: Desk) -> None:
    planned(desk)
    identities = desk.store.open_identities()
    identities.save(Identity(CODE, names=("Wanjiru Kamau",), address="Hill Road"))
    paper = hand_over_on_paper(desk, CODE)
    assert (paper.holds, "Wanjiru" in paper.markdown) == (CodesOrNames.CODES, False)
    named = hand_over_on_paper(desk, CODE, with_names=True)
    assert (named.holds, "Wanjiru Kamau" in named.markdown) == (CodesOrNames.NAMES, True)


def test_that_a_pack_was_made_is_in_the_log(desk: Desk) -> None:
    planned(desk)
    pack_of(desk, CODE)
    assert (desk.store.audit.entries()[0].act, desk.store.audit.entries()[0].case) == (Act.EXPORTED, CODE)


def test_the_list_reads_as_a_paper(desk: Desk) -> None:
    planned(desk)
    text = hand_over_on_paper(desk, CODE).markdown
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert headings == [
        "# Hand-over list: C-0117",
        "## What is open",
        "## Plan for the hand-over",
        "## Goals of the case plan",
        "## Consents that hold",
        "## Goes along: plan",
        "### 2026-08-25 Case plan",
        "## What does not go along, and why",
        "## Taken over",
    ]
    assert "consent of 2026-11-21 by caregiver, for: plan" in text


@pytest.mark.parametrize(
    ("section", "kind", "title"),
    [
        ("assessment", "risk_level", "Risk level"),
        ("Case plan", "plan", "Case plan"),
        ("follow-up", "review", "Review"),
        ("iag_core.visit_after_closing", "iag_core.visit_after_closing", "Visit after closing"),
    ],
)
def test_a_part_is_named_by_its_kind_its_title_or_what_it_belongs_to(section: str, kind: str, title: str) -> None:
    assert covers(section, kind, title)
    assert not covers(section, "note", "Note")


def test_a_closed_identities_file_gives_no_names(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    planned(desk)

    def locked() -> object:
        raise IdentitiesClosed

    monkeypatch.setattr(desk.store, "open_identities", locked)
    with pytest.raises(IdentitiesClosed):
        hand_over_on_paper(desk, CODE, with_names=True)
