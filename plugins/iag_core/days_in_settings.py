"""Days that an agency wrote into its settings as text."""

from datetime import date

from supervisor_tui.domain.settings import Settings


def day_in(settings: Settings, key: str) -> date | None:
    """Return the day that a setting holds, or None where nothing readable stands there."""
    try:
        return date.fromisoformat((settings.word(key) or "").strip())
    except ValueError:
        return None
