"""How a handler says what is to become of a message; any other failure is tried again."""


class PermanentError(Exception):
    """It would fail however often it is tried: the message goes to the dead letters at once."""

    reason = "permanent"


class InvalidMessageError(PermanentError):
    """The message is not what its type promises."""

    reason = "invalid"


class StopHandling(Exception):  # noqa: N818  # like StopIteration, this is no failure
    """There is nothing to do, and that is fine: the message is done."""
