"""Reintegration into family or community care, as Kenya's handbook of case management asks for it.

The monitoring calendar, the six-monthly case review with twelve benchmarks, and what must be in order before a case is
closed. Source: the handbook (seed 003), restated in our own words; the handbook is a short reference, and the Guidebook
and the Caseworker's Toolkit hold the full text and the blank forms.
"""
