"""The client of a Business API: its refusals are told on, everything else is an outage."""

import httpx
import pytest

from shared.api_client import ApiClient
from shared.errors import FieldError, NotFoundError, RelayedError, UnavailableError
from shared.problem import to_problem

REFUSAL = RelayedError(
    "too-much", 409, "Refused", "That is too much.", [FieldError("/amount", "Less.")]
)


async def do_nothing(_seconds: float) -> None:
    """Wait no time at all."""


async def ask(response: httpx.Response) -> bytes:
    """Ask an API that gives this answer."""
    transport = httpx.MockTransport(lambda _request: response)
    async with ApiClient("shop", "http://shop", transport=transport, pause=do_nothing) as client:
        return await client.ask("POST", "/orders", {"amount": 1}, {"Idempotency-Key": "once"})


async def test_answer() -> None:
    """What it answers is given as it is."""
    assert await ask(httpx.Response(201, content=b"{}")) == b"{}"


@pytest.mark.parametrize("status", [403, 409, 412, 422])
async def test_refusal(status: int) -> None:
    """What it refuses is told on, without places in a request that nobody else has seen."""
    problem = to_problem(REFUSAL, "/orders").model_dump(mode="json")
    with pytest.raises(RelayedError) as raised:
        await ask(httpx.Response(status, json={**problem, "status": status}))
    error = raised.value
    assert (error.slug, error.status, error.title) == ("too-much", status, "Refused")
    assert error.detail == "That is too much."
    assert error.errors == ()


async def test_missing() -> None:
    """What it has not got is not there."""
    with pytest.raises(NotFoundError):
        await ask(httpx.Response(404))


@pytest.mark.parametrize("status", [400, 409, 500, 503])
async def test_outage(status: int) -> None:
    """Anything else, and a refusal without words, is an outage."""
    with pytest.raises(UnavailableError):
        await ask(httpx.Response(status))
