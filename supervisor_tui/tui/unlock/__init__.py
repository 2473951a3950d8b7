"""Opening a store, and making one the first time."""
