"""What translators are given: the texts that `_` marks, and the docstrings that are shown."""
