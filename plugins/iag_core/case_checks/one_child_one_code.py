"""One child, one registration, one code that is never used again."""

from collections.abc import Iterable
from datetime import date

from iag_core.problems import Problem, record_check
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.closing import Closure
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _


def every_registration(case: CaseFile) -> tuple[Entry[Registration], ...]:
    """Return every registration that stands in the file."""
    return case.of(Registration)


@record_check(
    "IAG-S1-12",
    Registration,
    title=_("The code is the child's own"),
    source="004 §3.1",
    nothing=_("There is no registration."),
    fine=_("The code was given once and fits the agency's numbering."),
    chosen=every_registration,
)
def the_code_is_given_once(case: CaseFile, _body: Registration, on: date, settings: Settings) -> Iterable[Problem]:
    """A child gets a code of its own at registration, in the agency's numbering; a closed case's code is not reused."""
    ended = [entry.on for entry in case.of(Closure) if entry.on <= on]
    if ended and any(entry.on <= ended[-1] for entry in case.of(Registration)):
        yield Problem(_("This code belongs to a case that was closed; another child needs a code of its own."))
    pattern = settings.word("case_code_pattern") or ""
    if pattern and not fits(case.code, pattern):
        yield Problem(_("The code does not fit the agency's numbering {pattern}.").format(pattern=pattern))


@record_check(
    "IAG-S1-14",
    Registration,
    title=_("One child in the file"),
    source="004 §2.5.2, §3.1",
    nothing=_("There is no registration."),
    fine=_("The file is about one child."),
    chosen=every_registration,
)
def one_child_in_the_file(case: CaseFile, body: Registration, on: date, _settings: Settings) -> Iterable[Problem]:
    """Each child has a registration of its own; brothers and sisters are named by the codes of their cases."""
    others = [entry for entry in case.of(Registration) if entry.body != body and entry.on <= on]
    if others and not any(entry.on >= others[0].on for entry in case.of(Closure) if entry.on <= on):
        yield Problem(
            _("There are two registrations in this file. Each child has its own; a correction names what it corrects.")
        )


def fits(code: str, pattern: str) -> bool:
    """Say whether a code fits a pattern in which # stands for a digit and ? for a letter."""
    return len(code) == len(pattern) and all(map(_fits_at, code, pattern))


def _fits_at(character: str, wanted: str) -> bool:
    if wanted == "#":
        return character.isdecimal()
    return character.isalpha() if wanted == "?" else character == wanted
