"""The ways out that this set answers for, one module a way."""
