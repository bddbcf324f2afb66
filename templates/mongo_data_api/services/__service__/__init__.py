"""Data API: it alone reads and writes the MongoDB database."""
