"""What the application's ports are made of."""
