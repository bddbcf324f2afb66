"""Use cases: what callers can do, and the ports that this needs."""
