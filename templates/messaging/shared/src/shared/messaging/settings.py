"""Settings of services that send or receive messages."""

from pydantic import SecretStr

from shared.settings import ServiceSettings


class BrokerSettings(ServiceSettings):
    """Where RabbitMQ is."""

    rabbitmq_url: SecretStr
