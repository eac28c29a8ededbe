"""A small load: some connections ask for one page again and again for a bounded time, and count the answers."""

import http.client
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from statistics import median
from urllib.parse import urlsplit

GOOD = 200


@dataclass(frozen=True, slots=True)
class Page:
    """A page to ask for: its address on loopback and the cookie of who asks."""

    url: str
    cookie: str = ""


class LoadError(RuntimeError):
    """A page answered something else than 200: the rate would mean nothing."""


def rate(page: Page, *, seconds: float = 3.0, connections: int = 4) -> float:
    """Answers a second over all connections. Raises LoadError."""
    end = time.perf_counter() + seconds
    start = time.perf_counter()
    with ThreadPoolExecutor(connections) as pool:
        counts = list(pool.map(lambda _: _ask_until(page, end), range(connections)))
    return sum(counts) / (time.perf_counter() - start)


def ratio(first: Page, second: Page, *, rounds: int = 5, seconds: float = 3.0) -> tuple[float, float, float]:
    """The median of first's rate by second's, taken pair by pair in turn; with both median rates."""
    pairs = [(rate(first, seconds=seconds), rate(second, seconds=seconds)) for _ in range(rounds)]
    return (
        median(a / b for a, b in pairs),
        median(a for a, _ in pairs),
        median(b for _, b in pairs),
    )


def _ask_until(page: Page, end: float) -> int:
    parts = urlsplit(page.url)
    connection = http.client.HTTPConnection(parts.hostname or "127.0.0.1", parts.port)
    headers = {"Cookie": page.cookie, "Accept-Language": "fi"}
    count = 0
    while time.perf_counter() < end:
        connection.request("GET", parts.path or "/", headers=headers)
        answer = connection.getresponse()
        answer.read()
        if answer.status != GOOD:
            message = f"{page.url} answered {answer.status}"
            raise LoadError(message)
        count += 1
    connection.close()
    return count
