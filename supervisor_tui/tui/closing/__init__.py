"""Closing: what stands in the way, each guidance by itself."""
