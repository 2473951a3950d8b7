"""The shapes of the JSON answers: people script against them, `schema` prints them."""
