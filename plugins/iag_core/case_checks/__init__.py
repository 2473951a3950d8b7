"""What stands on file and what does not, apart from saving and from closing: one module a subject.

Most of these checks are asked on saving too, as a warning that can be kept.
"""
