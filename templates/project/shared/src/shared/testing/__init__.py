"""What the tests of all services have in common."""
