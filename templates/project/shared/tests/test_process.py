"""Settings, logs, and the start of a process."""

import asyncio
import json
import logging
from collections.abc import Iterator
from unittest.mock import patch

import pytest
from fastapi.security import HTTPAuthorizationCredentials

from shared import health
from shared.errors import ForbiddenError, UnauthenticatedError, UnavailableError
from shared.logging import configure_logging, get_logger
from shared.settings import ServiceSettings, load_settings
from shared.testing.servers import require_server
from shared.web.serve import serve
from shared.web.tokens import Caller, find_caller, read_token, require_access

CALLERS = (
    Caller("reader", "token-1", "read"),
    Caller("writer", "token-2", "write"),
)


@pytest.fixture
def own_logs() -> Iterator[None]:
    """Configure logs for a test, and as before after it."""
    configure_logging("a_service", "INFO")
    yield
    configure_logging("tests", "INFO")


def read_lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    """Read what was logged; a line that is not JSON fails the test."""
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.usefixtures("own_logs")
def test_every_line_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    """Our own, the server's, and any library's."""
    get_logger("own").info("happened", number=1)
    logging.getLogger("uvicorn.error").info("Started %s", "process")
    logging.getLogger("a.library").warning("a\nnewline")
    logging.getLogger("httpx").info("chatter")
    own, server, library = read_lines(capsys)
    assert own["event"] == "happened"
    assert own["number"] == 1
    assert own["service"] == "a_service"
    assert own["correlation_id"] is None
    assert own["trace_id"] is None
    assert server["event"] == "Started process"
    assert library["level"] == "warning"


@pytest.mark.usefixtures("own_logs")
def test_traces_have_no_local_variables(capsys: pytest.CaptureFixture[str]) -> None:
    """They may hold secrets."""
    secret = "".join(["top", "-", "secret"])
    try:
        int(secret[:0])
    except ValueError:
        get_logger("own").exception("failed")
    (line,) = read_lines(capsys)
    assert "ValueError" in json.dumps(line["exception"])
    assert secret not in json.dumps(line)


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """By names in capitals."""
    monkeypatch.setenv("LOG_LEVEL", "DEBUG")
    monkeypatch.setenv("PORT", "8042")
    settings = load_settings(ServiceSettings)
    assert (settings.log_level, settings.port) == ("DEBUG", 8042)


def test_a_wrong_setting_is_named_without_its_value(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process does not start."""
    monkeypatch.setenv("PORT", "a-secret-by-mistake")
    with pytest.raises(SystemExit, match="PORT") as caught:
        load_settings(ServiceSettings)
    assert "a-secret-by-mistake" not in str(caught.value)


@pytest.mark.parametrize(("reload", "watched"), [(True, ["src"]), (False, None)])
def test_a_process_serves_the_app(reload: bool, watched: list[str] | None) -> None:
    """It logs as configured, and reloads in development only."""
    settings = ServiceSettings(reload=reload, port=8042)
    with patch("uvicorn.run") as run:
        serve("module:factory", "tests", settings, ["src"])
    assert run.call_args.args == ("module:factory",)
    assert run.call_args.kwargs["log_config"] is None
    assert run.call_args.kwargs["proxy_headers"] is False
    assert run.call_args.kwargs["port"] == 8042
    assert run.call_args.kwargs["reload_dirs"] == watched


async def test_a_check_that_hangs_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Readiness is answered in time."""
    monkeypatch.setattr(health, "CHECK_SECONDS", 0.01)
    with pytest.raises(UnavailableError):
        await health.ensure_ready({"store": lambda: asyncio.sleep(60)})
    await health.ensure_ready({})


def test_callers_are_known_by_their_tokens() -> None:
    """And may do what was drawn for them."""
    reader = find_caller(CALLERS, "token-1")
    writer = find_caller(CALLERS, "token-2")
    assert (reader.name, writer.name) == ("reader", "writer")
    assert require_access(reader, "read") is reader
    assert require_access(writer, "write") is writer
    with pytest.raises(ForbiddenError):
        require_access(reader, "write")


@pytest.mark.parametrize(
    ("token", "error"),
    [
        (None, UnauthenticatedError),
        ("", UnauthenticatedError),
        ("token-3", ForbiddenError),
    ],
)
def test_strangers_are_refused(token: str | None, error: type[Exception]) -> None:
    """With or without a token."""
    with pytest.raises(error):
        find_caller(CALLERS, token)


def test_a_token_may_be_missing() -> None:
    """Who needs one says so in its own words."""
    assert read_token(None) is None
    sent = HTTPAuthorizationCredentials(scheme="Bearer", credentials="token-1")
    assert read_token(sent) == "token-1"


def test_a_server_that_is_missing_skips_or_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether it may be missing is said by `REQUIRE_SERVERS`."""
    monkeypatch.setenv("TEST_SOMETHING_URL", "there")
    assert require_server("TEST_SOMETHING_URL") == "there"
    monkeypatch.delenv("TEST_SOMETHING_URL")
    monkeypatch.delenv("REQUIRE_SERVERS", raising=False)
    with pytest.raises(pytest.skip.Exception):
        require_server("TEST_SOMETHING_URL")
    monkeypatch.setenv("REQUIRE_SERVERS", "1")
    with pytest.raises(pytest.fail.Exception):
        require_server("TEST_SOMETHING_URL")
