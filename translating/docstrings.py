"""Babel's reader of Python files, which also takes the docstrings that are shown: of commands, on screen and typed.

What a key does is told by the docstring of its `Command`, what a typed command does by that of its function; both are
translated where they are shown, so translators have to be given them.
"""

import ast
import inspect
from collections.abc import Collection, Iterator
from typing import IO, Any, cast

from babel.messages.extract import extract_python

__all__ = ["with_docstrings"]

Message = tuple[int, str | None, str | tuple[str, ...], list[str]]
_OF_A_COMMAND = frozenset({"BINDING_KEY", "TITLE", "FOOTER"})
_TYPED = frozenset({"command", "group"})


def with_docstrings(
    file: IO[bytes], keywords: dict[str, Any], comment_tags: Collection[str], options: Any
) -> Iterator[Message]:
    """Give the messages of a file as Babel does, then the docstrings that are shown."""
    yield from cast("Iterator[Message]", extract_python(file, keywords, comment_tags, options))
    file.seek(0)
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and _is_shown(node):
            text = ast.get_docstring(node)
            if text:
                yield node.lineno, None, inspect.cleandoc(text), []


def _is_shown(node: ast.ClassDef | ast.FunctionDef) -> bool:
    if isinstance(node, ast.ClassDef):
        return any(_assigned(line) in _OF_A_COMMAND for line in node.body)
    return any(isinstance(one, ast.Call) and _called(one.func) in _TYPED for one in node.decorator_list)


def _assigned(line: ast.stmt) -> str:
    target = line.targets[0] if isinstance(line, ast.Assign) else getattr(line, "target", None)
    return target.id if isinstance(target, ast.Name) else ""


def _called(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else ""
