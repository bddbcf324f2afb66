"""Who calls the service in its tests, whatever callers were drawn."""

from shared.web.tokens import Caller

READER = "token-of-a-service-that-may-only-read"
WRITER = "token-of-a-service-that-may-write-too"

CALLERS = (
    Caller("reader", READER, "read"),
    Caller("writer", WRITER, "write"),
    Caller("other_writer", f"{WRITER}-2", "write"),
)
