"""What the guidelines ask of the three kinds of meeting: who comes, what is shown, what is decided, how often."""
