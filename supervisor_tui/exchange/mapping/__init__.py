"""What each column of a file becomes here: proposed, written out for a person to edit, and read back."""
