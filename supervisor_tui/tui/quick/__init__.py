"""What is done from anywhere in one line."""
