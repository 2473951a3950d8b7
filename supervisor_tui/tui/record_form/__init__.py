"""Writing a record down."""
