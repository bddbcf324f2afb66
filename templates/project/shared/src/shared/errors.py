"""The failures that a service answers with; each has a stable slug and a status."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

Location = Literal["body", "query", "path", "header", "dependency"]


@dataclass(frozen=True)
class FieldError:
    """One fault of the input: where it stands, as a JSON pointer, and what is wrong."""

    pointer: str
    message: str
    location: Location = "body"


class ServiceError(Exception):
    """A failure that the caller may know about."""

    slug: str = "internal-error"
    status: int = 500
    title: str | None = None
    headers: ClassVar[Mapping[str, str]] = {}

    def __init__(self, detail: str | None = None, errors: Iterable[FieldError] = ()) -> None:
        super().__init__(detail or self.slug)
        self.detail = detail
        self.errors = tuple(errors)


class UnauthenticatedError(ServiceError):
    """The caller did not say who it is."""

    slug = "unauthenticated"
    status = 401
    headers: ClassVar[Mapping[str, str]] = {"WWW-Authenticate": "Bearer"}


class ForbiddenError(ServiceError):
    """The caller may not do this."""

    slug = "forbidden"
    status = 403


class NotFoundError(ServiceError):
    """There is no such thing."""

    slug = "not-found"
    status = 404


class UniqueViolationError(ServiceError):
    """Another row has this value already."""

    slug = "unique-violation"
    status = 409


class ReferencedError(ServiceError):
    """Other rows refer to this one, so it cannot go."""

    slug = "referenced"
    status = 409


class IdempotencyKeyInUseError(ServiceError):
    """A request with this key is still being handled."""

    slug = "idempotency-key-in-use"
    status = 409
    headers: ClassVar[Mapping[str, str]] = {"Retry-After": "1"}


class StaleVersionError(ServiceError):
    """The row has changed since the caller read it."""

    slug = "stale-version"
    status = 412


class BodyTooLargeError(ServiceError):
    """The body has more bytes than a request may have."""

    slug = "body-too-large"
    status = 413


class InvalidInputError(ServiceError):
    """The input breaks the contract."""

    slug = "invalid-input"
    status = 422


class InvalidCursorError(ServiceError):
    """The cursor is not one that this service has given out."""

    slug = "invalid-cursor"
    status = 422


class ReferenceNotFoundError(ServiceError):
    """The input refers to a row that does not exist."""

    slug = "reference-not-found"
    status = 422


class IdempotencyKeyReusedError(ServiceError):
    """The key belongs to another request."""

    slug = "idempotency-key-reused"
    status = 422


class VersionRequiredError(ServiceError):
    """A change has to name the version that it is made to."""

    slug = "version-required"
    status = 428


class UnavailableError(ServiceError):
    """Something that this service needs does not answer."""

    slug = "unavailable"
    status = 503
    headers: ClassVar[Mapping[str, str]] = {"Retry-After": "1"}


class HttpError(ServiceError):
    """A refusal of the web framework."""

    def __init__(self, slug: str, status: int) -> None:
        super().__init__()
        self.slug = slug
        self.status = status


class RelayedError(ServiceError):
    """A refusal of another service that is the caller's own business."""

    def __init__(
        self,
        slug: str,
        status: int,
        title: str,
        detail: str,
        errors: Iterable[FieldError] = (),
    ) -> None:
        super().__init__(detail, errors)
        self.slug = slug
        self.status = status
        self.title = title
