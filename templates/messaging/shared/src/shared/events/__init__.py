"""The messages of the project: what they hold, and which queues they reach."""
