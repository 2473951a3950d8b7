"""Deciding a number that guidance leaves to the agency, or gives as an example: the value, and why."""

from collections.abc import Iterable
from functools import cached_property

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from supervisor_tui.casework.days_as_typed import NotADayError
from supervisor_tui.casework.deciding import Agreed, agreed_on, decide, expected, value_typed
from supervisor_tui.casework.what_waits import what_waits
from supervisor_tui.domain.ids import ProgrammeId, SetId
from supervisor_tui.domain.settings import Setting
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content, tell
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.dialog import Dialog, labelled
from supervisor_tui.tui.settings.settings_lines import agreed, waiting_words
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
        self.proposed = ""

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
        yield from self._what_is_known()
        self.proposed = self.held_for(self.programme)
        shape = one.unit or ", ".join(one.choices)
        yield labelled(_("Our value"), SafeInput(self.proposed, placeholder=shape, id="value"))
        yield labelled(_("Agreed by"), SafeInput(placeholder=self.desk.person.short_name, id="agreed_by"))
        yield labelled(_("Agreed on"), SafeInput(placeholder=self.desk.clock().date().isoformat(), id="agreed_on"))
        yield labelled(_("Why"), SafeInput(placeholder=_("it is printed beside the value"), id="reason"))
        programmes = ", ".join(one.id for one in self.desk.store.programmes.all())
        words = _("every programme, or one of: {programmes}").format(programmes=programmes)
        yield labelled(_("For"), SafeInput(self.programme, placeholder=words, id="programme"))
        if one.below is not None:
            words = _("It must be below {limit}.").format(limit=one.below)
            yield SafeStatic(content(words), classes="hint")

    def _what_is_known(self) -> Iterable[Widget]:
        """Return what guidance says, what waits for the number, and what is decided already."""
        one = self.setting
        default = _("no default") if one.default is None else f"{one.default} {one.unit}"
        words = _("{default} ({source})").format(default=default, source=one.source)
        yield labelled(_("Guidance says"), SafeStatic(content(words)))
        waiting = what_waits(self.desk).get(f"{self.set}.{self.key}")
        if waiting is not None:
            yield labelled(_("Waits for it"), SafeStatic(content(waiting_words(waiting))))
        people = self.desk.store.people.all()
        for own in self.desk.store.settings.all():
            if (own.set, own.key) == (self.set, self.key):
                words = f"{own.value} {one.unit} · {agreed(own, people)}"
                yield labelled(own.programme or _("Decided"), SafeStatic(content(words)))

    def held_for(self, programme: str) -> str:
        """Return what is decided for a programme, or for all under "", as it would be typed; "" where nothing is."""
        held = self.desk.store.settings.all()
        mine = (own for own in held if (own.set, own.key, own.programme or "") == (self.set, self.key, programme))
        return next((str(own.value) for own in mine), "")

    @on(Input.Changed, "#programme")
    def _other_programme(self, event: Input.Changed) -> None:
        """Show what the other programme has decided, unless something else was typed."""
        value = self.query_one("#value", SafeInput)
        if value.value == self.proposed:
            self.proposed = value.value = self.held_for(event.value.strip())

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
            day = agreed_on(self.desk, self.line("agreed_on"))
        except NotADayError as problem:
            self.point_at("agreed_on", str(problem))
            return
        told = Agreed(reason, self.line("agreed_by"), day)
        try:
            decide(self.desk, self.set, self.key, value, told, ProgrammeId(programme) if programme else None)
        except StoreProblem as problem:
            self.say(str(problem))
            return
        self.dismiss(result=True)
        tell(self, _("{title}: {value} {unit}").format(title=self.setting.title, value=value, unit=self.setting.unit))
        self.desk_app.settings_changed()
