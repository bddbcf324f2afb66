"""Business rules, free of frameworks and of input and output."""
