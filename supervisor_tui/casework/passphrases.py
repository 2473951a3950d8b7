"""What a passphrase has to be: typed twice alike, and long enough that guessing takes longer than anybody has."""

from supervisor_tui.wording import _

__all__ = ["SHORTEST", "passphrase_fault"]

SHORTEST = 12
"""Characters; four or five short words, which are remembered more easily than signs."""


def passphrase_fault(passphrase: str, again: str) -> str:
    """Return what is wrong with a passphrase, or nothing."""
    if len(passphrase.strip()) < SHORTEST:
        return _("At least {n} characters: four or five words are easy to remember.").format(n=SHORTEST)
    if passphrase != again:
        return _("The two are not alike. Type them once more.")
    return ""
