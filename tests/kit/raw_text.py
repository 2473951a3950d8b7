"""Finds the places where a text could reach the screen uncleaned, by reading the source."""

import ast
from collections.abc import Iterator
from pathlib import Path

RAW_WIDGETS = frozenset(
    {"DataTable", "Input", "Log", "Markdown", "MarkdownViewer", "MaskedInput", "RichLog", "TextArea"}
)
"""They draw a text as it is, or as markup; the kit has a safe one for each, or draws it itself."""

TAKES_TEXT = frozenset(
    {
        "Button", "Checkbox", "Collapsible", "Content", "Digits", "Label", "Link", "ListItem", "Option", "OptionList",
        "RadioButton", "Selection", "SelectionList", "Static", "Tab", "TabPane", "Text", "Tooltip",
        "add_column", "add_option", "add_options", "add_row", "add_rows", "assemble", "from_markup", "notify", "styled",
    }
)  # fmt: skip
TEXTS_BEFORE_CHILDREN = {"TabPane": 1, "Collapsible": 0, "ListItem": 0}
"""How many of the arguments are texts, where the rest are the widgets inside."""

TEXT_ATTRIBUTES = frozenset({"border_title", "border_subtitle", "placeholder", "sub_title", "tooltip"})
NO_TEXT_KEYWORDS = frozenset(
    {"id", "classes", "name", "severity", "markup", "variant", "timeout", "value", "style", "action"}
)

CLEANING = frozenset({"content", "shown", "fit", "join"})
TRANSLATING = frozenset({"_", "N_", "ngettext"})


def raw_texts(file: Path) -> Iterator[str]:
    """Give `file:line: what` for each place where something else than a literal or a cleaned text is shown."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    making_content = frozenset(
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.returns is not None and "Content" in ast.unparse(node.returns)
    )
    ours = _imported_from_us(tree)
    for scope in (tree, *(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))):
        known = _known_content(scope, making_content)
        for node in _own_nodes(scope):
            for text in _shown_by(node, ours):
                if not _is_clean(text, known, making_content):
                    yield f"{file.as_posix()}:{text.lineno}: {ast.unparse(node)}"
            for name in _raw_widgets_made(node):
                yield f"{file.as_posix()}:{name.lineno}: {name.id} draws raw texts"


def _imported_from_us(tree: ast.Module) -> frozenset[str]:
    """Return the names that stand for something of ours, such as `guidance.forms.Option`, and not for a widget."""
    return frozenset(
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and not (node.module or "").startswith(("textual", "rich"))
        for alias in node.names
    )


def _raw_widgets_made(node: ast.AST) -> Iterator[ast.Name]:
    made = [node.func] if isinstance(node, ast.Call) else node.bases if isinstance(node, ast.ClassDef) else []
    yield from (name for name in made if isinstance(name, ast.Name) and name.id in RAW_WIDGETS)


def _own_nodes(scope: ast.AST) -> Iterator[ast.AST]:
    """Go through a scope without the functions inside it, which are scopes themselves."""
    for child in ast.iter_child_nodes(scope):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield child
            yield from _own_nodes(child)


def _shown_by(node: ast.AST, ours: frozenset[str]) -> Iterator[ast.expr]:
    if isinstance(node, ast.Call) and _called(node) in TAKES_TEXT - ours:
        yield from node.args[: TEXTS_BEFORE_CHILDREN.get(_called(node))]
        yield from (keyword.value for keyword in node.keywords if keyword.arg not in NO_TEXT_KEYWORDS)
    if isinstance(node, ast.Assign):
        for target in node.targets:
            if isinstance(target, ast.Attribute) and target.attr in TEXT_ATTRIBUTES:
                yield node.value


def _known_content(scope: ast.AST, making_content: frozenset[str]) -> frozenset[str]:
    known: set[str] = set()
    if isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef):
        arguments = (*scope.args.args, *scope.args.kwonlyargs)
        known.update(
            argument.arg
            for argument in arguments
            if argument.annotation is not None and "Content" in ast.unparse(argument.annotation)
        )
    for node in _own_nodes(scope):
        if isinstance(node, ast.Assign) and _is_clean(node.value, frozenset(known), making_content):
            known.update(target.id for target in node.targets if isinstance(target, ast.Name))
    return frozenset(known)


def _is_clean(node: ast.expr, known: frozenset[str], making_content: frozenset[str]) -> bool:
    match node:
        case ast.Constant():
            return True
        case ast.Name(id=name):
            return name in known
        case ast.Call():
            return _is_clean_call(node, making_content)
        case ast.Starred(value=ast.Call(func=ast.Name(id="map"), args=[ast.Name(id=name), *_])):
            return name in making_content
        case ast.BinOp(left=ast.Constant(), op=ast.Mult()):
            return True
        case _:
            parts = _parts(node)
            return bool(parts) and all(_is_clean(part, known, making_content) for part in parts)


def _parts(node: ast.expr) -> list[ast.expr]:
    match node:
        case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
            return [one, other]
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.BoolOp(values=parts):
            return parts
        case ast.Starred(value=ast.GeneratorExp(elt=part) | ast.ListComp(elt=part)):
            return [part]
        case _:
            return []


def _is_clean_call(node: ast.Call, making_content: frozenset[str]) -> bool:
    name = _called(node)
    if name in TRANSLATING:
        return all(isinstance(part, ast.Constant) for part in node.args[:1])
    return name in CLEANING | making_content | TAKES_TEXT - {"from_markup"}


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""
