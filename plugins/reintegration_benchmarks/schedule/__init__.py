"""What is due after the move, and when: visits, plan updates, reviews, goals toward closing."""
