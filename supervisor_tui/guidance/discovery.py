"""Finding guidance sets: through the entry-point group, the bundled ones exactly like an agency's own.

A set that is switched off is never imported. One that cannot be imported, or that misspells a hook, is left out and
named; the others are loaded. Each set has a plugin manager of its own, so that no call reaches two of them.
"""

from collections.abc import Callable, Collection, Iterable
from importlib.metadata import entry_points
from typing import TypeVar

import msgspec
import pluggy

from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.settings import Setting
from supervisor_tui.guidance import hookspecs
from supervisor_tui.guidance.flows import FlowReason
from supervisor_tui.guidance.forms import form_of
from supervisor_tui.guidance.guard import Fault, guarded, wrong_type
from supervisor_tui.guidance.guidance_set import GuidanceSet
from supervisor_tui.guidance.library import Page
from supervisor_tui.guidance.panels import CaseScreenSource, PanelSource, ScreenSource
from supervisor_tui.guidance.rules import Rule

Candidate = tuple[str, Callable[[], object]]
DeclaredT = TypeVar("DeclaredT")


class LoadedSet(msgspec.Struct, frozen=True):
    """A guidance set that was found. `guidance` is None where it could not be loaded; `faults` says why."""

    id: str
    guidance: GuidanceSet | None = None
    faults: tuple[Fault, ...] = ()
    kinds: tuple[type[RecordBody], ...] = ()
    rules: tuple[Rule, ...] = ()
    settings: tuple[Setting, ...] = ()
    panels: tuple[PanelSource, ...] = ()
    screens: tuple[ScreenSource, ...] = ()
    case_screens: tuple[CaseScreenSource, ...] = ()
    pages: tuple[Page, ...] = ()
    reasons: tuple[FlowReason, ...] = ()
    manager: pluggy.PluginManager | None = None


def installed(group: str = hookspecs.GROUP) -> tuple[Candidate, ...]:
    """Return the name and loader of every guidance set installed, in the order of their names."""
    found = sorted(entry_points(group=group), key=lambda entry: entry.name)
    return tuple((entry.name, entry.load) for entry in found)


def load(candidates: Iterable[Candidate], disabled: Collection[str] = ()) -> tuple[LoadedSet, ...]:
    """Load each candidate by itself; those named in `disabled` are not touched."""
    return tuple(_load_one(name, loader) for name, loader in candidates if name not in disabled)


def _load_one(name: str, loader: Callable[[], object]) -> LoadedSet:
    module = guarded(name, "import", loader)
    if isinstance(module, Fault):
        return LoadedSet(name, faults=(module,))
    manager = guarded(name, "register", _registered, name, module)
    if isinstance(manager, Fault):
        return LoadedSet(name, faults=(manager,))
    unknown = [caller.name for caller in manager.get_hookcallers(module) or () if not caller.has_spec()]
    if unknown:
        return LoadedSet(name, faults=tuple(Fault(name, hook, "there is no such hook") for hook in unknown))
    return _declarations(name, manager)


def _registered(name: str, module: object) -> pluggy.PluginManager:
    manager = pluggy.PluginManager(hookspecs.GROUP)
    manager.add_hookspecs(hookspecs)
    manager.register(module, name)
    return manager


def _declarations(name: str, manager: pluggy.PluginManager) -> LoadedSet:
    said = guarded(name, "register_guidance_set", manager.hook.register_guidance_set)
    if isinstance(said, Fault):
        return LoadedSet(name, faults=(said,))
    guidance = said[0] if said else None
    if not isinstance(guidance, GuidanceSet):
        return LoadedSet(name, faults=(wrong_type(name, "register_guidance_set", guidance, "a guidance set"),))
    if guidance.id != name:
        return LoadedSet(name, faults=(Fault(name, "register_guidance_set", "its id is not its entry point's name"),))
    faults: list[Fault] = []
    screens = _answered(name, manager, "register_screens", faults)
    faults += [
        wrong_type(name, "register_screens", one, "ScreenSource or CaseScreenSource")
        for one in screens
        if not isinstance(one, ScreenSource | CaseScreenSource)
    ]
    return LoadedSet(
        name,
        guidance,
        kinds=_kinds(name, manager, faults),
        rules=_rules(name, manager, faults),
        settings=_declared(name, manager, "register_settings", Setting, faults),
        panels=_declared(name, manager, "register_panels", PanelSource, faults),
        screens=tuple(one for one in screens if isinstance(one, ScreenSource)),
        case_screens=tuple(one for one in screens if isinstance(one, CaseScreenSource)),
        pages=_declared(name, manager, "register_pages", Page, faults),
        reasons=_declared(name, manager, "register_reasons", FlowReason, faults),
        faults=tuple(faults),
        manager=manager,
    )


def _declared(
    name: str, manager: pluggy.PluginManager, hook: str, wanted: type[DeclaredT], faults: list[Fault]
) -> tuple[DeclaredT, ...]:
    values = _answered(name, manager, hook, faults)
    faults += [wrong_type(name, hook, value, wanted.__name__) for value in values if not isinstance(value, wanted)]
    return tuple(value for value in values if isinstance(value, wanted))


def _rules(name: str, manager: pluggy.PluginManager, faults: list[Fault]) -> tuple[Rule, ...]:
    """Return the rules that can be asked; a rule of another set, a second one or one without a function is left out."""
    found: dict[tuple[str, str], Rule] = {}
    for rule in _declared(name, manager, "register_rules", Rule, faults):
        if rule.set != name:
            faults.append(Fault(name, rule.id, "the rule says that it belongs to another set"))
        elif rule.kind.is_computed and rule.function is None:
            faults.append(Fault(name, rule.id, f"a {rule.kind.value} needs a function"))
        elif (rule.id, rule.kind) in found:
            faults.append(Fault(name, rule.id, "the rule is registered twice"))
        else:
            found[rule.id, rule.kind] = rule
    return tuple(found.values())


def _kinds(name: str, manager: pluggy.PluginManager, faults: list[Fault]) -> tuple[type[RecordBody], ...]:
    hook = "register_record_kinds"
    found: dict[str, type[RecordBody]] = {}
    for value in _answered(name, manager, hook, faults):
        if not (isinstance(value, type) and issubclass(value, RecordBody)):
            faults.append(wrong_type(name, hook, value, "a kind of record"))
            continue
        form = guarded(name, f"{hook}: {value.__name__}", form_of, value)
        if isinstance(form, Fault):
            faults.append(form)
        elif not form.kind.startswith(f"{name}."):
            faults.append(Fault(name, form.kind, f"the name of its own kinds of record begins with {name}."))
        elif form.kind in found:
            faults.append(Fault(name, form.kind, "the kind of record is declared twice"))
        else:
            found[form.kind] = value
    return tuple(found.values())


def _answered(name: str, manager: pluggy.PluginManager, hook: str, faults: list[Fault]) -> tuple[object, ...]:
    def ask() -> tuple[object, ...]:
        said = getattr(manager.hook, hook)()
        return tuple(said[0]) if said else ()

    values = guarded(name, hook, ask)
    if isinstance(values, Fault):
        faults.append(values)
        return ()
    return values
