"""The set's tab of the case file: the star, the visits, the reviews, the earliest closing day."""
