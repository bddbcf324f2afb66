"""What all tests of the project have in common."""

import pytest

from shared.logging import configure_logging


@pytest.fixture(scope="session", autouse=True)
def json_logs() -> None:
    """Log as in production, so that what tests see is what operators see."""
    configure_logging("tests", "INFO")
