"""Where a page may lead on to, when the address came from outside."""

from urllib.parse import urlsplit


def local_path(target: str, otherwise: str) -> str:
    """A path inside this service; ``otherwise`` for anything else (no scheme, host, backslash or control sign)."""
    is_plain = target.isprintable() and "\\" not in target and target.startswith("/") and not target.startswith("//")
    try:
        parts = urlsplit(target)
    except ValueError:
        return otherwise
    return target if is_plain and not parts.scheme and not parts.netloc else otherwise
