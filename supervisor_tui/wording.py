"""Every text that a person reads passes through here, so that it can be translated.

The language is the one that gettext finds in the environment (LANGUAGE, LC_ALL, LC_MESSAGES, LANG) when the program
starts. A guidance set keeps a catalogue of its own and asks for it with `catalogue("its_name", folder)`.
"""

import gettext
from pathlib import Path

__all__ = ["N_", "_", "catalogue", "ngettext"]


def catalogue(name: str, folder: Path) -> gettext.NullTranslations:
    """Return the translations called `name` below `folder`, or the texts as written where there are none."""
    return gettext.translation(name, localedir=folder, fallback=True)


_texts = catalogue("supervisor_tui", Path(__file__).parent / "locale")
_ = _texts.gettext
ngettext = _texts.ngettext


def N_(text: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """Mark a text for translation where it is declared; `_` translates it where it is shown."""
    return text
