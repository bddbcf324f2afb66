"""What every service of the project has in common: infrastructure, no business data."""
