"""The committed descriptions of messages are those of the code."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from shared.events.plan import PLAN
from shared.messaging.envelope import Envelope

from scripts.export_events import ENDING, FOLDER, KINDS, describe

CONTRACTS = FOLDER.parent
DOCUMENT: dict[str, Any] = yaml.safe_load(
    (CONTRACTS / "asyncapi.yaml").read_text(encoding="utf-8"),
)


@pytest.mark.parametrize("message", KINDS)
def test_schema_is_current(message: str) -> None:
    """Whoever changes a message writes its schema anew, with `make contracts`."""
    written = (FOLDER / f"{message}{ENDING}").read_text(encoding="utf-8")
    assert written == describe(message)


def test_every_schema_has_its_message() -> None:
    """No schema outlives its message."""
    assert {path.name for path in FOLDER.iterdir()} == {f"{message}{ENDING}" for message in KINDS}


def test_envelope() -> None:
    """The body of every message is described as it is read."""
    described = Envelope.model_json_schema(ref_template="#/components/schemas/{model}")
    # What its attributes mean is for readers of the code.
    described["description"] = described["description"].partition("\n")[0]
    parts = described.pop("$defs")
    schemas = DOCUMENT["components"]["schemas"]
    assert schemas["Envelope"] == described
    assert {name: schemas[name] for name in parts} == parts


def test_exchanges() -> None:
    """Every message has the exchange and the routing key that it is published with."""
    kinds = {exchange.name: exchange.kind for exchange in PLAN.exchanges}
    described = {
        (binding["exchange"]["name"], binding["exchange"]["type"], channel["address"])
        for channel, binding in _channels("routingKey")
    }
    assert described == {
        (kind.exchange, kinds[kind.exchange], kind.name) for kind in KINDS.values()
    }
    assert {exchange for exchange, _, _ in described} == set(kinds)


def test_queues() -> None:
    """Every queue gets what it is bound for, and is worked off as it is declared."""
    described = {
        binding["queue"]["name"]: (
            channel["address"],
            {(bound["exchange"], bound["key"]) for bound in channel["x-bindings"]},
            channel["x-prefetch"],
            channel["x-retries"],
            channel["x-dead-letter"],
        )
        for channel, binding in _channels("queue")
    }
    assert described == {
        queue.name: (
            queue.name,
            {(bound.exchange, bound.key) for bound in queue.bindings},
            queue.prefetch,
            queue.retries,
            queue.dead_letter,
        )
        for queue in PLAN.queues
    }


def test_versions() -> None:
    """The envelope of a message names it, and the version of its schema."""
    schemas = DOCUMENT["components"]["schemas"]
    for name, kind in KINDS.items():
        said = schemas[name]["allOf"][1]["properties"]
        assert (said["type"]["const"], said["version"]["const"]) == (name, kind.version)


def test_references() -> None:
    """What is referred to is there."""
    for reference in _references(DOCUMENT):
        path, _, place = reference.partition("#/")
        if path:
            assert (CONTRACTS / path).is_file()
            continue
        part = DOCUMENT
        for name in place.split("/"):
            assert name in part
            part = part[name]


def _channels(sort: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for channel in DOCUMENT["channels"].values():
        binding = channel["bindings"]["amqp"]
        if binding["is"] == sort:
            yield channel, binding


def _references(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"]
        for value in part.values():
            yield from _references(value)
    if isinstance(part, list):
        for item in part:
            yield from _references(item)
