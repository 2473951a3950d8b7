"""Best interests: refugees' procedures (BIA, BID), decisions that need an authority, and the law we act under."""
