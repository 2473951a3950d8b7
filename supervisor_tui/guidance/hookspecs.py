"""The whole surface of a guidance set, on one page.

`register_…` declare, once. `review_…` are asked and return findings. `after_…` are told and return nothing. Each set is
called alone, through a guard, with values that cannot be changed; what one set does never costs another its answer.

A set is a module found through the entry-point group `supervisor_tui`:

    from supervisor_tui.guidance.hookspecs import hookimpl

    @hookimpl
    def register_guidance_set() -> GuidanceSet: ...
"""

from collections.abc import Iterable
from datetime import date

import pluggy

from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.meeting import AgendaLine, Meeting
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.settings import Setting, Settings
from supervisor_tui.guidance.findings import Finding
from supervisor_tui.guidance.guidance_set import GuidanceSet
from supervisor_tui.guidance.panels import PanelSource, ScreenSource
from supervisor_tui.guidance.rules import Rule

GROUP = "supervisor_tui"
hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)


@hookspec
def register_guidance_set() -> GuidanceSet:
    """Say who you are. The only hook that every set must have."""
    raise NotImplementedError


@hookspec
def register_record_kinds() -> Iterable[type[RecordBody]]:
    """Declare your own kinds of record, each named with your id and a dot."""
    raise NotImplementedError


@hookspec
def register_rules() -> Iterable[Rule]:
    """Declare your rules, usually `RuleBook.all()`; the host calls their functions one by one."""
    raise NotImplementedError


@hookspec
def register_settings() -> Iterable[Setting]:
    """Declare the numbers that your rules read, with default and source."""
    raise NotImplementedError


@hookspec
def register_panels() -> Iterable[PanelSource]:
    """Declare your tabs of the case file."""
    raise NotImplementedError


@hookspec
def register_screens() -> Iterable[ScreenSource]:
    """Declare screens of your own, by import path."""
    raise NotImplementedError


@hookspec
def review_record(case: CaseFile, draft: RecordBody, on: date, settings: Settings) -> Iterable[Finding]:
    """Look at a record about to be saved; refuse only what is impossible, warn about the rest."""
    raise NotImplementedError


@hookspec
def review_agenda(
    meeting: Meeting, cases: tuple[CaseFile, ...], as_of: date, settings: Settings
) -> Iterable[AgendaLine]:
    """Propose lines for a meeting's agenda."""
    raise NotImplementedError


@hookspec
def after_record(record: Record) -> None:
    """A record of yours was saved."""
