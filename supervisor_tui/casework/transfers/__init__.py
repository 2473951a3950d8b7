"""Handing a case to another agency, one or a whole load; and from one caseworker to another here."""
