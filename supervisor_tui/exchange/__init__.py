"""In and out: files of other systems read into records, minutes and lists written for others to read."""
