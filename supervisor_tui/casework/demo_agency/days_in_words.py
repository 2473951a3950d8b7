"""Days in the demo's files, which move with the day on which it is opened.

“@12” is twelve days before, “@-3” is in three days. An hour may follow (“@12T10:30”).
"""

import re
from datetime import date, datetime, time, timedelta, tzinfo

_DAY = re.compile(r"@(?P<ago>-?\d+)(?:T(?P<hour>\d\d):(?P<minute>\d\d))?")


def with_days(value: object, day: date, offset: tzinfo | None) -> object:
    """Return a value of a file with every such word turned into a day, or a moment, counted back from `day`."""
    match value:
        case dict():
            return {key: with_days(one, day, offset) for key, one in value.items()}
        case list() | tuple():
            return [with_days(one, day, offset) for one in value]
        case str():
            return day_said(value, day, offset)
        case _:
            return value


def day_said(text: str, day: date, offset: tzinfo | None) -> str:
    """Return the day, or the moment, that a word such as “@12” means; any other text as it stands."""
    found = _DAY.fullmatch(text)
    if found is None:
        return text
    on = day - timedelta(days=int(found["ago"]))
    if found["hour"] is None:
        return on.isoformat()
    return datetime.combine(on, time(int(found["hour"]), int(found["minute"])), offset).isoformat()
