"""The lines of the Plugins and settings screen: what is not decided first, then sets, faults, screens and numbers."""

from collections.abc import Iterable

import msgspec

from supervisor_tui.casework.what_waits import Waiting
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.ids import SetId
from supervisor_tui.domain.people import Person
from supervisor_tui.domain.programme import Programme, Standing
from supervisor_tui.domain.settings import AgencyValue, Setting
from supervisor_tui.guidance.host import PluginReport
from supervisor_tui.kit.columns import Cell, Column
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.tui.settings.in_force import (
    InForce,
    is_open,
    of_each_programme,
    own_value,
    undecided_for,
    value_for_all,
)
from supervisor_tui.wording import _, ngettext

__all__ = ["COLUMNS", "SettingsLine", "agreed", "settings_groups", "waiting_words"]


class SettingsLine(msgspec.Struct, frozen=True):
    """A line, and what Enter opens: a setting by its full key, a screen, a programme or a person.

    programme beside a setting: the one that the number is decided for.
    """

    key: str
    what: str
    mark: Result | None = None
    value: Cell = Cell("")
    note: str = ""
    setting: str = ""
    screen: str = ""
    programme: str = ""
    person: str = ""


COLUMNS: tuple[Column[SettingsLine], ...] = (
    Column("mark", "", lambda line: line.mark if line.mark is not None else "", width=1),
    Column("what", "", lambda line: line.what, width=30, flex=2),
    Column("value", "", lambda line: line.value, width=20, flex=1),
    Column("note", "", lambda line: Cell(line.note, Tone.QUIET), width=20, flex=2, leaves_first=1),
)


def settings_groups(found: InForce) -> tuple[Group[SettingsLine], ...]:
    """Return the groups, those somebody has to act on first."""
    groups = (_undecided(found), _faults(found), _sets(found), _screens(found), *_settings(found), *_agency(found))
    return tuple(group for group in groups if group.lines)


def _undecided(found: InForce) -> Group[SettingsLine]:
    """Return a line a number: what to decide, and what waits for it; what most cases wait for stands first."""
    lines = tuple(
        _open_line(found, set_id, one)
        for set_id, one in sorted(found.settings, key=lambda declared: _least_waited_for(found, declared))
        if is_open(found, set_id, one)
    )
    note = _("what needs them stays not known until then; Enter decides")
    return Group("undecided", _("THE AGENCY HAS NOT DECIDED"), lines, count=len(lines), note=note, tone=Tone.WARNING)


def _least_waited_for(found: InForce, declared: tuple[SetId, Setting]) -> tuple[int, bool]:
    set_id, one = declared
    waiting = found.waiting.get(f"{set_id}.{one.key}")
    return (-waiting.cases if waiting else 0, waiting is None)


def waiting_words(waiting: Waiting | None) -> str:
    """Say what waits for a number that nobody decided, in how many cases."""
    if waiting is None:
        return _("nothing waits for it today")
    of = ngettext("{n} case waits", "{n} cases wait", waiting.cases).format(n=waiting.cases)
    return ": ".join((of if waiting.cases else _("waiting"), ", ".join(waiting.titles)))


def _faults(found: InForce) -> Group[SettingsLine]:
    lines = tuple(
        SettingsLine(
            f"fault/{report.id}/{number}",
            f"{report.id}: {fault.where}",
            Result.FAIL,
            Cell(fault.what, Tone.URGENT),
            fault.place,
        )
        for report in found.reports
        for number, fault in enumerate(report.faults)
    )
    note = _("what they concern is not known; the author of the set can mend it")
    return Group("faults", _("FAULTS"), lines, count=len(lines), note=note, tone=Tone.URGENT)


def _sets(found: InForce) -> Group[SettingsLine]:
    return Group("sets", _("GUIDANCE SETS"), tuple(_set_line(report) for report in found.reports))


def _set_line(report: PluginReport) -> SettingsLine:
    if not report.version:
        return SettingsLine(f"set/{report.id}", report.id, Result.FAIL, Cell(_("could not be loaded"), Tone.URGENT))
    rules = ngettext("{n} rule", "{n} rules", report.rules).format(n=report.rules)
    faults = ngettext("{n} fault", "{n} faults", len(report.faults)).format(n=len(report.faults))
    return SettingsLine(
        f"set/{report.id}",
        report.title,
        Result.FAIL if report.faults else Result.PASS,
        Cell(_("version {version}").format(version=report.version)),
        " · ".join((rules, faults) if report.faults else (rules,)),
    )


def _screens(found: InForce) -> Group[SettingsLine]:
    lines = tuple(
        SettingsLine(f"screen/{set_id}.{one.id}", one.title, note=one.hint, screen=f"{set_id}.{one.id}")
        for set_id, one in found.screens
    )
    return Group("screens", _("SCREENS OF THE SETS"), lines)


def _settings(found: InForce) -> Iterable[Group[SettingsLine]]:
    for report in found.reports:
        lines = tuple(
            line
            for set_id, one in found.settings
            if set_id == report.id
            for line in (*_decided(found, set_id, one), *_of_programmes(found, set_id, one))
        )
        title = _("Numbers: {set}").format(set=report.title)
        yield Group(f"numbers/{report.id}", title, lines, count=len(lines), folded=True)


def _decided(found: InForce, set_id: SetId, one: Setting) -> Iterable[SettingsLine]:
    """Return the line of a number, unless it stands open above."""
    if not is_open(found, set_id, one):
        yield _setting_line(found, set_id, one)


def _setting_line(found: InForce, set_id: SetId, one: Setting) -> SettingsLine:
    own = own_value(found, set_id, one)
    value = value_for_all(found, set_id, one)
    words = _not_decided(one) if value is None else f"{value} {one.unit}".strip()
    return SettingsLine(
        f"setting/{set_id}.{one.key}",
        one.title,
        Result.UNKNOWN if value is None else None,
        Cell(words, Tone.WARNING if value is None else Tone.STRONG if own else Tone.PLAIN),
        _decided_line(own, found.people, one) if own else one.source,
        setting=f"{set_id}.{one.key}",
    )


def _not_decided(one: Setting) -> str:
    return _("not decided ({unit})").format(unit=one.unit) if one.unit else _("not decided")


def _open_line(found: InForce, set_id: SetId, one: Setting) -> SettingsLine:
    """Say what waits, name the programmes it is open for where others have decided, open the form for a single one."""
    line = _setting_line(found, set_id, one)
    waiting = waiting_words(found.waiting.get(line.setting))
    line = msgspec.structs.replace(line, note=f"{waiting} · {one.source}")
    undecided = undecided_for(found, set_id, one)
    if len(undecided) == len(found.programmes):
        return line
    titles = ", ".join(programme.title for programme in undecided)
    return msgspec.structs.replace(
        line,
        value=Cell(_("open for {programmes}").format(programmes=titles), Tone.WARNING),
        programme=undecided[0].id if len(undecided) == 1 else "",
    )


def _of_programmes(found: InForce, set_id: SetId, one: Setting) -> Iterable[SettingsLine]:
    titles = {programme.id: programme.title for programme in found.programmes}
    for programme, own in of_each_programme(found, set_id, one).items():
        yield SettingsLine(
            f"setting/{set_id}.{one.key}/{programme}",
            _("{setting}: {programme}").format(setting=one.title, programme=titles.get(programme, programme)),
            None,
            Cell(f"{own.value} {one.unit}".strip(), Tone.STRONG),
            _decided_line(own, found.people, one),
            setting=f"{set_id}.{one.key}",
            programme=programme,
        )


def _decided_line(own: AgencyValue, people: Iterable[Person], one: Setting) -> str:
    """Say who decided the agency's own value, when and why, and what the source says."""
    default = _("default {value} ({source})").format(value=one.default, source=one.source)
    return f"{agreed(own, people)} · {default if one.default is not None else one.source}"


def agreed(own: AgencyValue, people: Iterable[Person]) -> str:
    """Say who agreed a value and when, why, and who wrote that down where it was somebody else or another day."""
    who = next((person.short_name for person in people if person.code == own.decided_by), own.decided_by)
    written = _("{who}, {day}").format(who=who, day=own.decided_on.isoformat())
    told = _("{who}, {day}").format(who=own.agreed_by or who, day=(own.agreed_on or own.decided_on).isoformat())
    words = _("agreed by {told}: {why}").format(told=told, why=own.reason)
    return words if told == written else _("{words} (written down by {written})").format(words=words, written=written)


def _agency(found: InForce) -> Iterable[Group[SettingsLine]]:
    programmes = tuple(_programme_line(found, one) for one in found.programmes)
    yield Group("programmes", _("Programmes"), programmes, count=len(programmes), folded=True)
    people = tuple(
        SettingsLine(
            f"person/{one.code}",
            f"{one.code}  {one.short_name}",
            value=Cell(", ".join(role.label for role in one.roles)),
            note="" if one.active else _("left"),
            person=one.code,
        )
        for one in found.people
    )
    yield Group("people", _("People"), people, count=len(people), folded=True)


def _programme_line(found: InForce, programme: Programme) -> SettingsLine:
    context = programme.contexts[-1].context.label if programme.contexts else _("context not set")
    standings = {entry.set: entry.standing for entry in programme.sets}
    titles = {report.id: report.title for report in found.reports}
    held = " · ".join(
        f"{titles.get(name, name)} {standing.label}"
        for name, standing in standings.items()
        if standing is not Standing.OFF
    )
    note = held or _("no guidance is in force")
    return SettingsLine(
        f"programme/{programme.id}", programme.title, value=Cell(context), note=note, programme=programme.id
    )
