"""After the closing: the visit, what it finds, and opening a case again."""
