"""Stories of cases, and the test that runs them."""
