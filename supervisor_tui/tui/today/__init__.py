"""Today: what must not be missed, the first line the one to act on."""
