"""The minutes of a meeting as a Markdown text, written and read back, under the headings of conference minutes."""
