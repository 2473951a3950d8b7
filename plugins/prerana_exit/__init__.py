"""Prerana's exit parameters as a guidance set: the ways out of a case, what each asks for and what falls due on it."""
