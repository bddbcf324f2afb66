"""What is declared."""

import pytest

from shared.messaging.plan import UNLIMITED, QueuePlan, plan_delay
from shared.testing.messages import make_sample

SAFE = {
    "x-queue-type": "quorum",
    "x-dead-letter-strategy": "at-least-once",
    "x-overflow": "reject-publish",
}


def test_a_queue_has_waiting_rooms_and_dead_letters() -> None:
    """Nothing gets lost between them."""
    queue = QueuePlan(name="loans", bindings=(), retries=5)
    declared = {item.name: item.arguments for item in queue.declarations()}
    assert declared == {
        "loans.retry.1s": {
            **SAFE,
            "x-dead-letter-exchange": "",
            "x-dead-letter-routing-key": "loans",
            "x-message-ttl": 1000,
        },
        "loans.retry.10s": {
            **SAFE,
            "x-dead-letter-exchange": "",
            "x-dead-letter-routing-key": "loans",
            "x-message-ttl": 10_000,
        },
        "loans.retry.60s": {
            **SAFE,
            "x-dead-letter-exchange": "",
            "x-dead-letter-routing-key": "loans",
            "x-message-ttl": 60_000,
        },
        "loans.dlq": {"x-queue-type": "quorum", "x-delivery-limit": UNLIMITED},
        "loans": {
            **SAFE,
            "x-dead-letter-exchange": "",
            "x-dead-letter-routing-key": "loans.dlq",
            "x-delivery-limit": 20,
        },
    }


def test_without_retries_and_dead_letters_there_is_one_queue() -> None:
    """A message that comes back too often is dropped."""
    queue = QueuePlan(name="loans", bindings=(), retries=0, dead_letter=False)
    (declared,) = queue.declarations()
    assert declared.arguments == {"x-queue-type": "quorum", "x-delivery-limit": 20}


@pytest.mark.parametrize(
    ("attempt", "room"),
    [
        (1, "loans.retry.1s"),
        (2, "loans.retry.10s"),
        (3, "loans.retry.60s"),
        (4, "loans.retry.60s"),
        (5, None),
    ],
)
def test_each_attempt_has_its_waiting_room(attempt: int, room: str | None) -> None:
    """The last one stands for all that follow."""
    queue = QueuePlan(name="loans", bindings=(), retries=4)
    assert queue.retry_queue(attempt) == room


def test_a_delayed_message_comes_to_its_exchange() -> None:
    """With its own routing key."""
    delay = plan_delay("finance.events", "loan.overdue", 3600)
    assert delay.name == "finance.events.loan.overdue.after_3600s"
    assert delay.arguments == {
        **SAFE,
        "x-dead-letter-exchange": "finance.events",
        "x-dead-letter-routing-key": "loan.overdue",
        "x-message-ttl": 3_600_000,
    }


def test_a_queue_is_found_by_its_name() -> None:
    """One that is not planned is a mistake."""
    sample = make_sample()
    assert sample.plan.queue(sample.queue.name) is sample.queue
    assert not sample.plan.has_exchange("other")
    with pytest.raises(LookupError):
        sample.plan.queue("other")
