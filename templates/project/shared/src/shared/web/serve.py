"""Run a service as a process of its own."""

from collections.abc import Sequence

import uvicorn

from shared.logging import configure_logging
from shared.settings import ServiceSettings


def serve(factory: str, service: str, settings: ServiceSettings, folders: Sequence[str]) -> None:
    """Serve an app until the process is told to stop.

    Args:
        factory: Where the function stands that makes the app, as `module:function`.
        service: The name in the logs.
        settings: Address, log level and whether to reload.
        folders: What is watched when the service reloads.
    """
    configure_logging(service, settings.log_level)
    uvicorn.run(
        factory,
        factory=True,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        # Who asks is never taken from headers behind our back.
        proxy_headers=False,
        reload=settings.reload,
        reload_dirs=list(folders) if settings.reload else None,
    )
