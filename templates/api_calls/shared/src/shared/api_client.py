"""A client of a Business API: what it refuses is for whoever asked."""

from typing import ClassVar

from shared.errors import NotFoundError, RelayedError, ServiceError
from shared.external_client import ExternalClient
from shared.http_client import ServiceClient


class _ApiServiceClient(ServiceClient):
    # A requirement that does not hold may be answered with 403.
    relayed: ClassVar[frozenset[int]] = ServiceClient.relayed | {403}


class ApiClient(ExternalClient):
    """Asks another service of the project, which says in our own words what it refuses."""

    client_type: ClassVar[type[ServiceClient]] = _ApiServiceClient

    def refusal_of(self, error: NotFoundError | RelayedError) -> ServiceError:
        """Tell it on; the places of faults are left out, since they lie in a request of ours."""
        if isinstance(error, RelayedError):
            return RelayedError(
                error.slug, error.status, error.title or error.slug, error.detail or error.slug
            )
        return NotFoundError()
