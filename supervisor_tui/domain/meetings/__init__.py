"""Meetings: three kinds that are never confused, who takes part, the minutes, the series and the copies sent."""
