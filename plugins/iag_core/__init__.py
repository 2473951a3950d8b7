"""The Inter-Agency Guidelines for Case Management and Child Protection (2014): six steps, time frames, closing.

`plugin.py` is what the product finds. `schedule/` holds what is due and when, `closing/` what stands in the way of
closing, each one module a subject; `settings.py` holds every number with its source.
"""
