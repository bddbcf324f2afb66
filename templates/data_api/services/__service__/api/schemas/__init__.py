"""Queries and pages, entity by entity."""
