"""The Library: where does it say so?"""
