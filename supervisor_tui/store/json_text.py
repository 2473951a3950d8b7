"""Documents as text: the one way in and out, strict where TinyDB's own is not."""

import json
from collections.abc import Mapping
from typing import Any

import msgspec

__all__ = ["as_document", "as_text"]

_encoder = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def as_text(document: Mapping[str, Any]) -> str:
    """Write a document as JSON in UTF-8.

    Raises TypeError for a value that JSON does not know and ValueError for NaN and infinities, which TinyDB would write
    and no strict reader (the engine's own JSON functions among them) could read again.
    """
    return _encoder.encode(document if isinstance(document, dict) else dict(document))


def as_document(text: str) -> dict[str, Any]:
    """Read a document afresh: no two readers ever share a value that one of them might change."""
    document: dict[str, Any] = msgspec.json.decode(text, type=dict[str, Any])
    return document
