"""What every entity promises, kept by the fake and by PostgreSQL alike."""
