"""Deciding a number that guidance leaves to the agency, or gives as an example: the value, and why."""

from collections.abc import Iterable
from functools import cached_property

from textual.widget import Widget

from supervisor_tui.casework.deciding import decide, expected, value_typed
from supervisor_tui.domain.ids import ProgrammeId, SetId
from supervisor_tui.domain.settings import Setting
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content, tell
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.dialog import Dialog, labelled
from supervisor_tui.tui.settings.settings_lines import decided_line
from supervisor_tui.wording import _

__all__ = ["DecideScreen"]


class DecideScreen(Dialog[bool]):
    """Asks for the agency's own value of one setting; every decision before stays readable.

    programme: the one that stands in the form at first, with its value; none for every programme.
    """

    def __init__(self, key: str, programme: str = "") -> None:
        super().__init__()
        set_id, _dot, self.key = key.partition(".")
        self.set = SetId(set_id)
        self.programme = programme

    @cached_property
    def setting(self) -> Setting:
        """What the set declared."""
        return next(
            one for set_id, one in self.desk.host.declared_settings() if set_id == self.set and one.key == self.key
        )

    def heading(self) -> str:
        """Name the setting."""
        return self.setting.title

    def rows(self) -> Iterable[Widget]:
        """Return the lines."""
        one = self.setting
        default = _("no default") if one.default is None else f"{one.default} {one.unit}"
        yield labelled(
            _("Guidance says"),
            SafeStatic(content(_("{default} ({source})").format(default=default, source=one.source))),
        )
        held = [value for value in self.desk.store.settings.all() if value.set == self.set and value.key == self.key]
        for own in held:
            yield labelled(
                own.programme or _("Decided"), SafeStatic(content(decided_line(own, self.desk.store.people.all(), one)))
            )
        held_there = [own for own in held if (own.programme or "") == self.programme]
        value = str(held_there[-1].value) if held_there else ""
        yield labelled(_("Our value"), SafeInput(value, placeholder=one.unit or ", ".join(one.choices), id="value"))
        yield labelled(_("Why"), SafeInput(placeholder=_("who agreed it, where"), id="reason"))
        programmes = ", ".join(one.id for one in self.desk.store.programmes.all())
        words = _("every programme, or one of: {programmes}").format(programmes=programmes)
        yield labelled(_("For"), SafeInput(self.programme, placeholder=words, id="programme"))
        if one.below is not None:
            words = _("It must be below {limit}.").format(limit=one.below)
            yield SafeStatic(content(words), classes="hint")

    def save(self) -> None:
        """Write the decision down."""
        value = value_typed(self.setting, self.line("value"))
        if value is None:
            self.point_at("value", expected(self.setting))
            return
        programme = self.line("programme")
        if programme and self.desk.store.programmes.get(programme) is None:
            self.point_at("programme", _("There is no programme {programme}.").format(programme=programme))
            return
        reason = self.line("reason")
        if not reason:
            self.point_at("reason", _("A reason is needed: it is printed beside the value."))
            return
        try:
            decide(self.desk, self.set, self.key, value, reason, ProgrammeId(programme) if programme else None)
        except StoreProblem as problem:
            self.say(str(problem))
            return
        self.dismiss(result=True)
        tell(self, _("{title}: {value} {unit}").format(title=self.setting.title, value=value, unit=self.setting.unit))
        self.desk_app.settings_changed()
