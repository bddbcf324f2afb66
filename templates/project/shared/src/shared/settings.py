"""Typed settings, read from environment variables."""

from typing import Literal, TypeVar

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]


class ServiceSettings(BaseSettings):
    """What every service can be told from outside."""

    model_config = SettingsConfigDict(
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    log_level: LogLevel = "INFO"
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    reload: bool = False


SettingsT = TypeVar("SettingsT", bound=ServiceSettings)


def load_settings(kind: type[SettingsT]) -> SettingsT:
    """Read the settings of a service from the environment.

    Raises:
        SystemExit: A variable is missing or wrong; the message names each, never its value.
    """
    try:
        return kind()
    except ValidationError as error:
        faults = "; ".join(
            f"{str(fault['loc'][0]).upper()}: {fault['msg']}" for fault in error.errors()
        )
        message = f"Check these environment variables: {faults}"
        raise SystemExit(message) from error
