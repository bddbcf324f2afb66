"""What goes in and out, entity by entity."""
