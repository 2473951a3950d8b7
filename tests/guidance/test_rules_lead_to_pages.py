"""Every rule of the installed sets leads to one page of its own set, and every page of questions is well made."""

from collections import defaultdict

from supervisor_tui.domain.ids import RuleId, SetId
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.guidance.library import page_for, page_of

HOST = PluginHost.discover()


def test_every_registered_rule_leads_to_one_page() -> None:
    leading = defaultdict(list)
    for rule in HOST.rules():
        own = [page for page in HOST.pages if page.set == rule.set]
        closest = max((page.leads_here(rule.id) for page in own), default=0)
        leading[rule.id].append([page.id for page in own if closest and page.leads_here(rule.id) == closest])

    assert {rule: pages for rule, pages in leading.items() if any(len(one) != 1 for one in pages)} == {}


def test_a_rule_that_is_told_on_a_page_leads_there_and_others_to_the_page_of_their_part() -> None:
    names = {rule: page.id for rule in ("IAG-S1-13", "IAG-S1-02", "FU-19") if (page := HOST.library.page(RuleId(rule)))}

    assert names == {
        "IAG-S1-13": "telling-the-community",
        "IAG-S1-02": "step-1-registration",
        "FU-19": "after-closing",
    }


def test_a_part_of_an_id_counts_whole_up_to_a_dash() -> None:
    page = page_of("p", "---\ntitle: Step\ncovers: X-S1\nsource: s\n---\nText", SetId("x"))

    assert [page_for([page], RuleId(rule)) for rule in ("X-S1", "X-S1-02", "X-S11-02")] == [page, page, None]


def test_the_pages_name_principles_practices_steps_and_what_goes_along() -> None:
    iag = {page.id for page in HOST.pages if page.set == "iag_core"}

    assert iag >= {
        "principles",
        "practices",
        "step-1-registration",
        "step-2-assessment",
        "step-3-case-plan",
        "step-4-implementation",
        "step-5-follow-up-and-review",
        "step-6-closing",
        "consent-and-assent",
        "best-interests",
        "databases",
        "handing-a-case-over",
    }


def test_the_questions_of_a_page_lead_to_pages_that_are_there() -> None:
    asked = [(page, question) for page in HOST.pages for question in page.questions]

    assert len(asked) == 14
    assert [question.asks for page, question in asked if not any(one.id == question.page for one in HOST.pages)] == []
