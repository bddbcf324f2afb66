"""Tests of the service; those that need PostgreSQL say so."""
