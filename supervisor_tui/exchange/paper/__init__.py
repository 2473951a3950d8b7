"""A Markdown text of our own as a page to print or send: HTML, Word (DOCX) and PDF.

Write the text with `typed_text`, put it into a `Paper` and hand it to `printed`.
"""
