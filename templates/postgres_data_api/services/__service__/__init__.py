"""Data API: it alone reads and writes the PostgreSQL database."""
