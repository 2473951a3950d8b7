"""Screens of guidance sets about one case."""
