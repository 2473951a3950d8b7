"""What is due and until when: one module a subject, each rule a function that returns due items."""
