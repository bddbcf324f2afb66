"""Tests of what only a real PostgreSQL server can show."""
