"""The operations over HTTP, entity by entity."""
