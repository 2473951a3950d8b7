"""A case-management workspace for child-protection supervisors, in a terminal and offline."""
