"""What the service does, free of web and database."""
