"""Keys: what they are called on the screen, and which ones reach us in every terminal."""

from textual.keys import format_key

from supervisor_tui.wording import N_, _

__all__ = ["key_fault", "key_name"]

_NAMES = {
    "enter": N_("Enter"),
    "escape": N_("Esc"),
    "space": N_("Space"),
    "tab": N_("Tab"),
    "up": N_("Up"),
    "down": N_("Down"),
    "left": N_("Left"),
    "right": N_("Right"),
    "pageup": N_("PgUp"),
    "pagedown": N_("PgDn"),
    "home": N_("Home"),
    "end": N_("End"),
    "delete": N_("Del"),
    "insert": N_("Ins"),
    "backspace": N_("Backspace"),
}

_LOST_KEYS = {
    "ctrl+enter": "most terminals send plain Enter",
    "ctrl+space": "Windows sends NUL, or changes the input language",
    "ctrl+s": "it stops the output of many terminals",
    "ctrl+q": "it quits the application",
    "ctrl+c": "it ends programs",
    "ctrl+z": "it puts programs to sleep",
    "ctrl+v": "it pastes in Windows Terminal",
    "ctrl+i": "terminals send Tab",
    "ctrl+j": "terminals send a line break",
    "ctrl+m": "terminals send Enter",
    "ctrl+h": "terminals send Backspace",
    "f11": "windows take it for the full screen",
}


def key_name(key: str) -> str:
    """Return a key of Textual's (`ctrl+n`, `question_mark`) as people call it (`^N`, `?`)."""
    *modifiers, plain = key.split("+")
    name = _(_NAMES[plain]) if plain in _NAMES else _character_or_function_key(plain)
    for modifier in reversed(modifiers):
        name = f"^{name.upper()}" if modifier == "ctrl" else f"{modifier.capitalize()}+{name}"
    return name


def key_fault(key: str) -> str:
    """Say why a key does not reach us in every terminal, Windows Terminal included; empty where it does."""
    if key in _LOST_KEYS:
        return _LOST_KEYS[key]
    modifiers = key.split("+")[:-1]
    if "alt" in modifiers or "meta" in modifiers:
        return "Alt opens menus, or writes letters on many keyboards"
    if "ctrl" in modifiers and "shift" in modifiers:
        return "the terminal keeps Ctrl+Shift for itself"
    return ""


def _character_or_function_key(key: str) -> str:
    is_function_key = key.startswith("f") and key[1:].isdigit()
    return key.upper() if is_function_key else format_key(key)
