"""Cells that hold what Ruby's `inspect` wrote: Primero's CSV puts whole sections into a cell in this way.

`[{"unique_id" => "004", "name" => nil}]` since Ruby 3.4, `[{"unique_id"=>"004", :name=>nil}]` before it. It is not
JSON, though JSON reads as well. It is read letter by letter and never run; what does not read is no value, and the
caller keeps the cell as the text it is.
"""

import re
from datetime import date, datetime

from supervisor_tui.exchange.reading.values import Part, Value

__all__ = ["NotInspectedError", "looks_inspected", "parse_inspected"]

_LONGEST = 4 * 1024 * 1024
_DEEPEST = 24

_SPACE = re.compile(r"\s*")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_SYMBOL = re.compile(r":([A-Za-z_][A-Za-z0-9_]*(?:[?!]|=(?!>))?)")
_BARE_KEY = re.compile(r"([A-Za-z_][A-Za-z0-9_]*[?!]?):(?!:)")
_ARROW = re.compile(r"\s*=>\s*")
_COLON = re.compile(r"\s*:\s*")
_WORD = re.compile(r"(?:nil|null|true|false)\b")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d+)?(?: ?(UTC|Z|[+-]\d\d:?\d\d))?(?: [+-]\d\d:\d\d)?")
_DAY = re.compile(r"(?:[A-Z][a-z]{2}, )(\d\d [A-Z][a-z]{2} \d{4})(?: (\d\d:\d\d:\d\d) ([+-]\d\d:?\d\d))?")
_PLAIN_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBER = re.compile(r"-?\d{1,40}(?:_\d{3})*(\.\d{1,40})?(?:[eE][+-]?\d{1,3})?")
_ESCAPE = re.compile(r"\\(u\{[0-9A-Fa-f ]{1,64}\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{1,2}|[0-7]{1,3}|.)", re.DOTALL)
_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "e": "\x1b", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "s": " "}
_WORDS: dict[str, Value] = {"nil": None, "null": None, "true": True, "false": False}


class NotInspectedError(ValueError):
    """The text is not what `inspect` writes."""


def looks_inspected(cell: Value) -> bool:
    """Tell whether a cell may hold an inspected list or hash."""
    return isinstance(cell, str) and len(cell) >= 2 and (cell[0] + cell[-1]) in {"[]", "{}"}


def parse_inspected(text: str) -> Value:
    """Return the value that Ruby wrote: hashes as parts, arrays as tuples, symbols as text.

    Raises NotInspectedError, with the position and none of the text.
    """
    if len(text) > _LONGEST:
        raise NotInspectedError("longer than any section is")
    reader = _Reader(text)
    value = reader.value(0)
    reader.skip(_SPACE)
    if reader.at != len(text):
        raise reader.lost()
    return value


class _Reader:
    """Walks through the text once, from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.at = 0

    def lost(self) -> NotInspectedError:
        """Say where reading came to its end."""
        return NotInspectedError(f"unexpected at {self.at}")

    def skip(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Step over what matches here."""
        found = pattern.match(self._text, self.at)
        if found is not None:
            self.at = found.end()
        return found

    def value(self, depth: int) -> Value:
        """Read one value of any kind."""
        if depth > _DEEPEST:
            raise self.lost()
        self.skip(_SPACE)
        match self._text[self.at : self.at + 1]:
            case "[":
                return self._array(depth)
            case "{":
                return self._hash(depth)
            case '"':
                return self._string()
            case ":":
                return self._symbol()
            case _:
                return self._bare()

    def _array(self, depth: int) -> tuple[Value, ...]:
        self.at += 1
        items: list[Value] = []
        while not self._closes("]"):
            if items:
                self._comma()
            items.append(self.value(depth + 1))
        return tuple(items)

    def _hash(self, depth: int) -> Part:
        self.at += 1
        fields: list[tuple[str, Value]] = []
        while not self._closes("}"):
            if fields:
                self._comma()
            fields.append((self._key(), self.value(depth + 1)))
        return Part(tuple(fields))

    def _closes(self, bracket: str) -> bool:
        self.skip(_SPACE)
        if self._text.startswith(bracket, self.at):
            self.at += 1
            return True
        return False

    def _comma(self) -> None:
        if not self._text.startswith(",", self.at):
            raise self.lost()
        self.at += 1
        self.skip(_SPACE)

    def _key(self) -> str:
        if bare := self.skip(_BARE_KEY):
            return bare[1]
        is_string = self._text.startswith('"', self.at)
        key = self._string() if is_string else self._symbol()
        if not (self.skip(_ARROW) or (is_string and self.skip(_COLON))):
            raise self.lost()
        return key

    def _string(self) -> str:
        found = self.skip(_STRING)
        if found is None:
            raise self.lost()
        inside = found[1]
        if "\\" not in inside:
            return inside
        return _SURROGATES.sub(_joined, _ESCAPE.sub(_letter, inside)).encode("utf-8", "replace").decode()

    def _symbol(self) -> str:
        if self._text.startswith(':"', self.at):
            self.at += 1
            return self._string()
        found = self.skip(_SYMBOL)
        if found is None:
            raise self.lost()
        return found[1]

    def _bare(self) -> Value:
        """Read what stands without quotes: words, dates as Rails writes them, numbers."""
        if word := self.skip(_WORD):
            return _WORDS[word[0]]
        for pattern, made in ((_MOMENT, _moment), (_DAY, _day), (_PLAIN_DAY, _plain_day), (_NUMBER, _number)):
            if found := self.skip(pattern):
                try:
                    return made(found)
                except (ValueError, OverflowError):
                    raise self.lost() from None
        raise self.lost()


def _letter(escape: re.Match[str]) -> str:
    """Return what one escape stands for."""
    code = escape[1]
    if code.startswith("u{"):
        return "".join(_character(point) for point in code[2:-1].split())
    if code[0] in "ux" and len(code) > 1:
        return _character(code[1:])
    if code[0] in "01234567":
        return chr(int(code, 8))
    return _LETTERS.get(code, code)


def _character(point: str) -> str:
    number = int(point, 16)
    return chr(number) if number <= 0x10FFFF else "\N{REPLACEMENT CHARACTER}"


def _joined(pair: re.Match[str]) -> str:
    """Put the two halves of a letter together that JSON writes as two escapes."""
    return pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le")


def _moment(found: re.Match[str]) -> Value:
    offset = found[3] or ""
    return datetime.fromisoformat(f"{found[1]}T{found[2]}" + ("+00:00" if offset in {"UTC", "Z"} else offset))


def _day(found: re.Match[str]) -> Value:
    day = datetime.strptime(found[1], "%d %b %Y").date()  # noqa: DTZ007 - a day has no offset
    return _at_hour(day, found[2], found[3]) if found[2] else day


def _at_hour(day: date, hour: str, offset: str) -> datetime:
    return datetime.fromisoformat(f"{day.isoformat()}T{hour}{offset}")


def _plain_day(found: re.Match[str]) -> Value:
    return date.fromisoformat(found[0])


def _number(found: re.Match[str]) -> Value:
    text = found[0].replace("_", "")
    return int(text) if text.lstrip("-").isdigit() else float(text)
