"""From which side a text is read."""

import unicodedata

__all__ = ["holds_letters_from_the_right", "reads_from_the_right"]


def reads_from_the_right(text: str) -> bool:
    """Say whether the first letter belongs to a script that is read from the right, as Arabic is."""
    for character in text:
        match unicodedata.bidirectional(character):
            case "R" | "AL":
                return True
            case "L":
                return False
    return False


def holds_letters_from_the_right(text: str) -> bool:
    """Say whether some letter belongs to a script that is read from the right."""
    return not text.isascii() and any(unicodedata.bidirectional(character) in {"R", "AL"} for character in text)
