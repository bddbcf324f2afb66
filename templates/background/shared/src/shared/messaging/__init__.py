"""Work that nobody waits for: messages, retries, dead letters, schedules."""
