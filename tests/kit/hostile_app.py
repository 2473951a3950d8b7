"""Every widget of the kit, filled with a text that would take over a terminal which obeyed it."""

from datetime import date

from textual import events
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll

from supervisor_tui.guidance.forms import FieldType, Form, FormField
from supervisor_tui.guidance.panels import Line as PanelLine
from supervisor_tui.guidance.panels import Lines, Panel, Paragraph
from supervisor_tui.kit.columns import Column
from supervisor_tui.kit.command_footer import CommandFooter
from supervisor_tui.kit.form_controls import FormTools
from supervisor_tui.kit.form_view import FormView
from supervisor_tui.kit.panel_view import PanelView
from supervisor_tui.kit.safe_input import SafeInput, SafeTextArea
from supervisor_tui.kit.safe_text import Line, SafeStatic, content, tell
from supervisor_tui.kit.virtual_table import VirtualTable
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.kit.work_list import WorkList

PAYLOAD = "\x1b]0;OWNED\x07\x1b]52;c;T1dORUQ=\x07\x1b[31337m\x9b31337m\u202eX\u2066\x00[b]\ud800[/"

NEVER_SENT = (
    b"\x1b]0;",
    b"\x1b]52;",
    b"\x1b[31337m",
    b"\xc2\x9b",
    b"\x9b31337m",
    "\u202e".encode(),
    "\u2066".encode(),
    b"\x00",
    b"OWNED\x07",
    b"RUQ=\x07",
)


HOSTILE_SECTIONS = (
    Paragraph(f"paragraph:{PAYLOAD}"),
    Lines(f"heading:{PAYLOAD}", (PanelLine(f"panel:{PAYLOAD}"),)),
)

HOSTILE_FORM = Form("", f"form:{PAYLOAD}", "", (FormField("said", f"field:{PAYLOAD}", FieldType.TEXT),))


class HostileApp(App[None]):
    CSS = """
    VirtualTable, WorkList { height: 3; }
    SafeTextArea { height: 2; }
    PanelView, FormView { height: 6; }
    """

    def compose(self) -> ComposeResult:
        columns = (Column[str]("text", PAYLOAD, str, width=40, flex=1),)
        with VerticalScroll():
            yield SafeStatic(content(f"static:{PAYLOAD}"))
            yield Line(content(f"line:{PAYLOAD}"))
            yield VirtualTable(columns, (f"row:{PAYLOAD}",), row_key=str)
            yield WorkList(columns, (Group(PAYLOAD, f"group:{PAYLOAD}", (PAYLOAD,), note=PAYLOAD),), line_key=str)
            yield SafeInput(f"value:{PAYLOAD}", placeholder=PAYLOAD)
            yield SafeInput(id="pasted")
            yield SafeInput(placeholder=f"placeholder:{PAYLOAD}")
            yield SafeTextArea(f"area:{PAYLOAD}\nsecond:{PAYLOAD}")
            yield PanelView(Panel("", HOSTILE_SECTIONS))
            yield FormView(HOSTILE_FORM, FormTools(date.fromisoformat), values={"said": f"answer:{PAYLOAD}"})
        yield CommandFooter()

    def on_mount(self) -> None:
        scroll = self.query_one(VerticalScroll)
        scroll.border_title = content(f"border:{PAYLOAD}")
        scroll.styles.border = ("round", "white")
        scroll.tooltip = content(PAYLOAD)
        field = self.query_one("#pasted", SafeInput)
        field.cursor_blink = False
        field.focus()
        field.post_message(events.Paste(f"pasted:{PAYLOAD}"))
        self.query_one(CommandFooter).note = f"note:{PAYLOAD}"
        tell(self, f"toast:{PAYLOAD}", title=f"title:{PAYLOAD}")
