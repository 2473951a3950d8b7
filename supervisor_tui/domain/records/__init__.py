"""The kinds of record that every case file may hold, each declared once: one typed declaration, one subject a file."""
