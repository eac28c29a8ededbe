"""A small load: some connections ask for one page again and again for a bounded time, and count the answers."""

import http.client
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from statistics import median, quantiles
from urllib.parse import urlsplit

GOOD = 200


@dataclass(frozen=True, slots=True)
class Page:
    """A page to ask for: its address on loopback and the cookie of who asks."""

    url: str
    cookie: str = ""


@dataclass(frozen=True, slots=True)
class Ratio:
    """One rate by another, pair by pair: the median, and between what the middle half lies; with both median rates."""

    median: float
    quarters: tuple[float, float]
    first_per_second: float
    second_per_second: float

    @classmethod
    def of(cls, pairs: list[tuple[float, float]]) -> "Ratio":
        """From rates that were measured side by side."""
        found = [first / second for first, second in pairs]
        low, middle, high = quantiles(found, n=4)
        firsts, seconds = zip(*pairs, strict=True)
        return cls(middle, (low, high), median(firsts), median(seconds))

    @classmethod
    def in_turn(cls, first: Callable[[], float], second: Callable[[], float], rounds: int) -> "Ratio":
        """Measure both, changing places every other time, so that a busy moment of the machine touches them alike."""
        pairs = []
        for number in range(rounds):
            if number % 2:
                other = second()
                pairs.append((first(), other))
            else:
                pairs.append((first(), second()))
        return cls.of(pairs)


class LoadError(RuntimeError):
    """A page answered something else than 200: the rate would mean nothing."""


def rate(page: Page, *, seconds: float = 3.0, connections: int = 4) -> float:
    """Answers a second over all connections. Raises LoadError."""
    start = time.perf_counter()
    end = start + seconds
    with ThreadPoolExecutor(connections) as pool:
        counts = list(pool.map(lambda _: _ask_until(page, end), range(connections)))
    return sum(counts) / (time.perf_counter() - start)


def ratio(first: Page, second: Page, *, rounds: int = 7, seconds: float = 3.0) -> Ratio:
    """First's rate by second's, asked in turn after a short warming up; the two change places every other time."""
    for page in (first, second):
        rate(page, seconds=seconds / 3)
    return Ratio.in_turn(lambda: rate(first, seconds=seconds), lambda: rate(second, seconds=seconds), rounds)


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
