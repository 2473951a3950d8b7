"""Handing a case to another agency: consent before the file, acceptance before the closing, and a look afterwards."""
