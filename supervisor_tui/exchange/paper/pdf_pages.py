"""The pages of a PDF: A4, with head and foot, in typefaces that the file carries with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.resources import as_file, files
from typing import Self

from fpdf import FPDF
from fpdf.fonts import TTFFont

from supervisor_tui.domain.shown_text import shown
from supervisor_tui.exchange.paper.marking import PAGE_OF_PAGES, head_of
from supervisor_tui.exchange.paper.paper import Paper

__all__ = ["FAMILY", "SQUARE", "Pages"]

SQUARE = "\u25a1"
"""Stands for a sign that no typeface has."""

FAMILY = "text"
_SMALL = 8.5
_NO_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
_TYPEFACES = (
    (FAMILY, "", "NotoSans-Regular.ttf"),
    (FAMILY, "B", "NotoSans-Bold.ttf"),
    (FAMILY, "I", "NotoSans-Italic.ttf"),
    ("arabic", "", "NotoSansArabic-Regular.ttf"),
    ("arabic", "B", "NotoSansArabic-Bold.ttf"),
    ("devanagari", "", "NotoSansDevanagari-Regular.ttf"),
    ("devanagari", "B", "NotoSansDevanagari-Bold.ttf"),
    ("signs", "", "DejaVuSans.ttf"),
)


class Pages(FPDF):
    """A4 pages that carry title and marking at the head, and at the foot which page of how many it is."""

    def __init__(self, paper: Paper) -> None:
        super().__init__(format="A4", unit="mm")
        self.missed_a_sign = False
        self.set_creation_date(_NO_MOMENT)
        self.set_title(shown(paper.title))
        self.set_lang(shown(paper.language))
        self.alias_nb_pages("")
        self.set_margins(18, 24, 18)
        self.set_auto_page_break(auto=True, margin=22)
        _carry_typefaces(self)
        self._head = tuple(map(self.in_signs_at_hand, head_of(paper)))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_trouble: object) -> None:
        """Close the typefaces' files."""
        for font in self.fonts.values():
            if isinstance(font, TTFFont):
                font.ttfont.close()

    def header(self) -> None:
        """Write the head; called for each page as it begins."""
        left, right = self._head
        self.set_font(FAMILY, "", _SMALL)
        self.set_xy(self.l_margin, 11)
        self.cell(self.epw / 2, 5, left)
        self.set_font(FAMILY, "B", _SMALL)
        self.cell(self.epw / 2, 5, right, align="R")
        self.set_draw_color(120)
        self.line(18, 17.5, self.w - 18, 17.5)
        self.set_xy(self.l_margin, self.t_margin)

    def number(self) -> None:
        """Write the foot of every page, once their number is known."""
        self.set_auto_page_break(auto=False)
        for page in range(1, self.pages_count + 1):
            self.page = page
            self.font_family = ""
            self.set_font(FAMILY, "", _SMALL)
            self.set_xy(18, self.h - 15)
            self.cell(self.w - 36, 5, PAGE_OF_PAGES.format(page=page, pages=self.pages_count), align="R")

    def begin_another_unless(self, room: float) -> None:
        """Begin another page where this one lacks so much room; what takes more than half a page may be torn."""
        if self.will_page_break(room if room <= self.eph / 2 else self.eph / 10):
            self.add_page()

    def forget_direction(self) -> None:
        """Draw from the left again: fpdf2 goes on in the direction of the last table or paragraph that had one."""
        self.set_text_shaping(use_shaping_engine=True)

    def in_signs_at_hand(self, text: str) -> str:
        """Return a text with a square for each sign that no typeface has, and remember that there was one."""
        if text.isascii():
            return text
        drawn = "".join(one if one == "\n" or self._has(one) else SQUARE for one in text)
        self.missed_a_sign = self.missed_a_sign or drawn != text
        return drawn

    def _has(self, sign: str) -> bool:
        return any(ord(sign) in font.cmap for font in self.fonts.values() if isinstance(font, TTFFont))

    @contextmanager
    def stepped_in(self, width: float) -> Iterator[None]:
        """Draw what follows further in."""
        before = self.l_margin
        self.set_left_margin(before + width)
        try:
            yield
        finally:
            self.set_left_margin(before)
            self.set_x(before)


def _carry_typefaces(pages: FPDF) -> None:
    folder = files("supervisor_tui.exchange.paper") / "fonts"
    for family, style, name in _TYPEFACES:
        with as_file(folder / name) as file:
            pages.add_font(family, style, file)
    pages.set_fallback_fonts(["arabic", "devanagari", "signs"], exact_match=False)
    pages.set_text_shaping(use_shaping_engine=True)
