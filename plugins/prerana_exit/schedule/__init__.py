"""What falls due on the ways out: the steps of the six months, and the work on an order of the committee."""
