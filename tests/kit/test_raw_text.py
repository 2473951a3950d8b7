"""No source of ours hands a text to the screen that was not cleaned."""

from pathlib import Path

import pytest

from tests.kit.raw_text import raw_texts

ROOT = Path(__file__).parents[2]
WHERE_CLEANING_IS_DONE = frozenset({"safe_text.py", "safe_input.py"})

SCREEN_SOURCES = sorted(
    file
    for folder in ("supervisor_tui/kit", "supervisor_tui/tui", "plugins")
    for file in (ROOT / folder).rglob("*.py")
    if file.name not in WHERE_CLEANING_IS_DONE
)


@pytest.mark.parametrize("file", SCREEN_SOURCES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_text_on_the_screen_was_cleaned(file: Path) -> None:
    assert list(raw_texts(file)) == []


@pytest.mark.parametrize(
    "source",
    [
        "Static(case.note)",
        "Label(f'{code} late')",
        "Static(_('{code} late').format(code=code))",
        "self.notify(message)",
        "table.add_row(case.code)",
        "OptionList(name)",
        "Option(case.code, id='x')",
        "Content.from_markup(note)",
        "Content.assemble(title, ' ')",
        "Content.assemble((note, 'bold'))",
        "Content(note)",
        "Button(label=note)",
        "widget.border_title = case.code",
        "widget.tooltip = str(case)",
        "Markdown('# Title')",
        "class Note(TextArea): ...",
        "def draw(note: str):\n    Static(note)",
        "def draw():\n    note = case.note\n    Static(note)",
    ],
)
def test_a_bare_text_is_found(source: str, tmp_path: Path) -> None:
    file = tmp_path / "screen.py"
    file.write_text(source, encoding="utf-8")

    assert len(list(raw_texts(file))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "Static('Nothing is late.')",
        "Static(_('Nothing is late.'))",
        "Static(content(case.note), id=name)",
        "notify(shown(message), severity=level)",
        "Content.assemble(content(title), '  ', (shown(note), 'bold'))",
        "widget.border_title = content(case.code)",
        "widget.tooltip = None",
        "def draw(note: Content):\n    Static(note)",
        "def draw():\n    note = content(case.note)\n    Static(note)",
        "def words(case) -> Content:\n    return content(case.note)\nStatic(words(case))",
        "OptionList(Option(content(case.code)))",
        "from supervisor_tui.guidance.forms import Option\nOption(person.code, person.short_name)",
        "def typed(event: Input.Submitted) -> None:\n    save(event.value)",
        "Content(' ' * gap)",
    ],
)
def test_a_cleaned_text_and_our_own_words_are_let_through(source: str, tmp_path: Path) -> None:
    file = tmp_path / "screen.py"
    file.write_text(source, encoding="utf-8")

    assert list(raw_texts(file)) == []
