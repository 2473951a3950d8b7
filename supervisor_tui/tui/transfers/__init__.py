"""Handing cases over: to another agency, and to another caseworker here."""
