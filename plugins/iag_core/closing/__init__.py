"""What stands in the way of closing: one module a subject, each check a function that returns an answer."""
