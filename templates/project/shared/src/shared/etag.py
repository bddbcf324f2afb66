"""Versions of rows as entity tags (RFC 9110), for who serves HTTP and who calls."""


def to_etag(version: int) -> str:
    """Write the version of a row as a strong entity tag."""
    return f'"{version}"'
