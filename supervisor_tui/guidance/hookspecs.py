"""The whole surface of a guidance set, on one page.

`register_…` declare, once. `after_…` are told and return nothing. What a set answers (closure checks, checks of the
case file, due items, checks on saving, agenda lines, figures) are the functions of the rules it registered. The host
calls each set and each rule alone, through a guard, with values that cannot be changed; what one set does never costs
another its answer.

A set is a module found through the entry-point group `supervisor_tui`:

    from supervisor_tui.guidance.hookspecs import hookimpl

    @hookimpl
    def register_guidance_set() -> GuidanceSet: ...
"""

from collections.abc import Iterable

import pluggy

from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.settings import Setting
from supervisor_tui.guidance.flows import FlowReason
from supervisor_tui.guidance.guidance_set import GuidanceSet
from supervisor_tui.guidance.library import Page
from supervisor_tui.guidance.panels import CaseScreenSource, PanelSource, ScreenSource
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
def register_reasons() -> Iterable[FlowReason]:
    """Declare the reasons for closing or handing over that your document names, each under the main reason it means."""
    raise NotImplementedError


@hookspec
def register_pages() -> Iterable[Page]:
    """Declare your pages of the Library, usually `pages_in(files("your_set") / "library", SET)`."""
    raise NotImplementedError


@hookspec
def register_screens() -> Iterable[ScreenSource | CaseScreenSource]:
    """Declare screens of your own: of the whole caseload by import path, of one case as data."""
    raise NotImplementedError


@hookspec
def after_record(record: Record) -> None:
    """Hear that a record of one of your kinds was saved."""
