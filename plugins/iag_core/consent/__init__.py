"""Consent and assent: asked before services, understood, by age, per agency, for how long, and the exception."""
