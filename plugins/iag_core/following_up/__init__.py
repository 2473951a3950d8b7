"""What the page on follow-up advises while a case runs: changes, services, others who watch, conferences (002)."""
