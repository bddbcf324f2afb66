"""Searches, entity by entity."""
