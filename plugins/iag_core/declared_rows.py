"""Rows of the rulebook that are a field, an item of a checklist, a line of the settings or a page."""

from importlib.resources import files

from iag_core.guidance import SET, rules
from supervisor_tui.guidance.library import Page, pages_in
from supervisor_tui.guidance.rules import RuleKind
from supervisor_tui.wording import _

FORM_ROWS: tuple[tuple[str, str, str], ...] = (
    ("IAG-S1-01", _("How the child came to notice"), "004 §1.2"),
    ("IAG-S1-07", _("Age and sex; the name stands elsewhere"), "004 §3.1"),
    ("IAG-S1-08", _("Whom the child lives with"), "004 §3.1"),
    ("IAG-S1-09", _("How the child can be reached"), "004 §3.1"),
    ("IAG-S1-10", _("Day, hour and place of registration"), "004 §3.1"),
    ("IAG-S1-11", _("First concerns"), "004 §3.1"),
    ("IAG-S2-05", _("Safety, health and basic needs"), "004 §3.2"),
    ("IAG-S2-15", _("Risks and strengths"), "004 §1.2, §3.2"),
    ("IAG-S2-23", _("Sources of the assessment"), "004 §3.2"),
    ("IAG-S4-02", _("How each need is met"), "004 §1.2, §3.4"),
    ("IAG-S4-12", _("Payments from the emergency fund"), "004 §2.3"),
    ("IAG-S5-01", _("Do services arrive, is it better or worse"), "004 §1.2, §3.5"),
    ("IAG-S5-07", _("Ways of following up"), "004 §3.5"),
    ("IAG-S5-14", _("The four questions of a review"), "004 §1.2, §3.5"),
    ("IAG-CONS-12", _("What a consent is for"), "004 §1.2, §3.4, §3.6"),
    ("IAG-PRIN-11", _("Four things that make a child strong"), "004 §1.4"),
    ("IAG-PRIN-17", _("Options weighed"), "004 §1.3"),
)

CHECKLIST_ROWS: tuple[tuple[str, str, str], ...] = (
    ("IAG-S1-05", _("Another service was pointed out"), "004 §3.1"),
    ("IAG-S2-07", _("Levels and limits are agreed with others"), "004 §3.1, §3.2"),
    ("IAG-S2-14", _("Acted at once when harm was near"), "004 §1.2"),
    ("IAG-S2-17", _("Planned, gathered, checked, thought through"), "004 §3.2"),
    ("IAG-S2-18", _("Accounts that disagree are cleared up"), "004 §3.2"),
    ("IAG-S2-21", _("Next steps were talked through"), "004 §3.2"),
    ("IAG-S2-24", _("A safe place, simple words, a method one knows"), "004 §3.2"),
    ("IAG-S2-25", _("Confidentiality and purpose were explained"), "004 §3.2"),
    ("IAG-S2-26", _("The child's wishes were sought"), "004 §3.2"),
    ("IAG-S3-06", _("Goals set with child and family"), "004 §1.2"),
    ("IAG-S3-11", _("The child has a copy it understands"), "004 §3.3"),
    ("IAG-S4-04", _("Somebody went along"), "004 §3.4"),
    ("IAG-S4-07", _("The way of referring and whom to ask are known"), "004 §3.4"),
    ("IAG-S4-10", _("Told that there is no service, and raised"), "004 §1.1, §2.2"),
    ("IAG-S5-08", _("Home visits are thought of before"), "004 §3.5"),
    ("IAG-S5-15", _("Child and family took part"), "004 §3.5"),
    ("IAG-S5-18", _("Times that suit child and family"), "004 §1.4"),
    ("IAG-CONS-02", _("Four things were understood"), "004 §1.3"),
    ("IAG-CONS-06", _("Explained for a child, questions invited"), "004 §1.3, §1.4"),
    ("IAG-CONS-13", _("Told what has to be reported, before the talk"), "004 §3.2"),
    ("IAG-PRIN-01", _("Possible harm was thought of"), "004 §1.3"),
    ("IAG-PRIN-02", _("It is said why this is best for the child"), "004 §1.3"),
    ("IAG-PRIN-04", _("Code of conduct signed"), "004 §1.3"),
    ("IAG-PRIN-09", _("Form and time suited the child"), "004 §1.4"),
    ("IAG-PRIN-13", _("The child had its say at every step"), "004 §1.4"),
    ("IAG-DB-06", _("Those who enter data are trained"), "004 §2.5.2"),
    ("IAG-DB-08", _("Other databases were looked for"), "004 §2.5.2"),
    ("IAG-DB-09", _("Forms, database, sharing, protection"), "004 §2.5.2"),
)

PAGES: tuple[Page, ...] = pages_in(files("iag_core") / "library", SET)

for _rule, _title, _source in FORM_ROWS:
    rules.declared(_rule, kind=RuleKind.FORM, title=_title, source=_source)
for _rule, _title, _source in CHECKLIST_ROWS:
    rules.declared(_rule, kind=RuleKind.CHECKLIST, title=_title, source=_source)
for _page in PAGES:
    for _rule in _page.rules:
        rules.declared(_rule, kind=RuleKind.CONTENT, title=_page.title, source=_page.source)
