"""How a text speaks: the few tones that screens and guidance sets share, so that every theme can draw them well.

A tone goes along with a word, a letter or a mark, and never says something alone.
"""

from enum import StrEnum

__all__ = ["Tone", "tone_rules"]


class Tone(StrEnum):
    """What a text means to the eye."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    URGENT = "urgent"
    WARNING = "warning"
    GOOD = "good"

    @property
    def style(self) -> str:
        """The style for `content(text, tone.style)`."""
        return _STYLES[self]


_STYLES = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.QUIET: "$foreground 75%",
    Tone.URGENT: "bold $text-error",
    Tone.WARNING: "$text-warning",
    Tone.GOOD: "$text-success",
}

_RULES = {
    Tone.PLAIN: "",
    Tone.STRONG: "text-style: bold;",
    Tone.QUIET: "color: $foreground 75%;",
    Tone.URGENT: "color: $text-error; text-style: bold;",
    Tone.WARNING: "color: $text-warning;",
    Tone.GOOD: "color: $text-success;",
}


def tone_rules(prefix: str) -> str:
    """Return the style sheet for the component classes `<prefix>--<tone>` of a widget that draws its own lines."""
    return "\n".join(f".{prefix}--{tone} {{ {_RULES[tone]} }}" for tone in Tone)
