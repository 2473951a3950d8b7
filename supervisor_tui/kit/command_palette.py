"""Every command of the screen in Textual's palette, found by any of its letters."""

from collections.abc import Sequence
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.fuzzy import FuzzySearch

from supervisor_tui.domain.shown_text import shown
from supervisor_tui.kit.active_commands import ActiveCommand, active_commands
from supervisor_tui.kit.safe_text import content
from supervisor_tui.kit.tones import Tone

__all__ = ["CommandsInReach"]


class CommandsInReach(Provider):
    """Put it into `App.COMMANDS`: offers what can be done at this moment, with its key and its help."""

    async def discover(self) -> Hits:
        """Offer everything while nothing is typed."""
        for active in self._offered():
            title = active.command.title()
            yield DiscoveryHit(_words(content(title), active), partial(self._run, active), title)

    async def search(self, query: str) -> Hits:
        """Offer what matches the typed letters, in its title or in its help."""
        fuzzy = FuzzySearch()
        for active in self._offered():
            title = shown(active.command.title())
            score, places = fuzzy.match(query, title)
            score = max(score, fuzzy.match(query, active.command.help())[0] / 2)
            if score > 0:
                yield Hit(score, _words(_highlighted(title, places), active), partial(self._run, active), title)

    def _offered(self) -> tuple[ActiveCommand, ...]:
        return tuple(active for active in active_commands(self.screen) if active.command.IN_PALETTE and active.enabled)

    async def _run(self, active: ActiveCommand) -> None:
        await self.app.run_action(active.command.name(), default_namespace=active.node)


def _highlighted(title: str, places: Sequence[int]) -> Content:
    found = content(title)
    for place in places:
        found = found.stylize("bold underline", place, place + 1)
    return found


def _words(title: Content, active: ActiveCommand) -> Content:
    keys = content(f"  {active.keys[0]}" if active.keys else "", "bold $text-accent")
    return Content.assemble(title, keys, "  ", content(active.command.help(), Tone.QUIET.style))
