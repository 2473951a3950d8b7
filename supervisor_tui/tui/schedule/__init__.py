"""What falls due on which day."""
