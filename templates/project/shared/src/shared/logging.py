"""Structured logs: one JSON object a line, for our own loggers and everybody else's."""

import logging
import sys
from typing import TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from shared.context import current_correlation_id, current_trace_id
from shared.settings import LogLevel

_OWN_HANDLERS = ("uvicorn", "uvicorn.access", "uvicorn.error")
_CHATTY = ("httpcore", "httpx", "uvicorn.access")


class _StdoutHandler(logging.StreamHandler[TextIO]):
    """Write to the standard output of the moment, which may be replaced at run time."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record."""
        self.stream = sys.stdout
        super().emit(record)


def _add_correlation(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    event["correlation_id"] = current_correlation_id()
    event["trace_id"] = current_trace_id()
    return event


def configure_logging(service: str, level: LogLevel) -> None:
    """Send every log line of this process to the standard output as JSON.

    Args:
        service: The name that stands in every line.
        level: The least important level that is written.
    """

    def add_service(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
        event["service"] = service
        return event

    common: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        _add_correlation,
        add_service,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        # Local variables may hold personal data and secrets: they never reach a log.
        structlog.processors.ExceptionRenderer(
            structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
        ),
    ]
    structlog.configure(
        processors=[*common, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = _StdoutHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=common,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    root = logging.getLogger()
    for stale in [known for known in root.handlers if isinstance(known, _StdoutHandler)]:
        root.removeHandler(stale)
    root.addHandler(handler)
    root.setLevel(level)
    for name in _OWN_HANDLERS:
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)


def get_logger(name: str) -> structlog.stdlib.BoundLogger:
    """Give the logger of a module."""
    logger: structlog.stdlib.BoundLogger = structlog.stdlib.get_logger(name)
    return logger
