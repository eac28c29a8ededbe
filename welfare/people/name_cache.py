"""Names that a search has opened, kept in memory for at most a minute, so that the next word typed needs no key.

A deliberate exception to opening anew: only names, only of those whom the searcher reaches, each searcher's apart and
under everything that the reach rests on, so that a right that changes finds nothing here. What is found is loaded and
opened anew all the same. Forgotten at sign-out, with the keys, and by a timer when nobody asks any more.
"""

import time
from collections import OrderedDict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from threading import Lock, Timer
from uuid import UUID

from welfare.people.finding import NameIndex

SECONDS = 60
MOST_SEARCHERS = 32


@dataclass(frozen=True, slots=True)
class NameOpened:
    """One name as a search needs it."""

    id: UUID
    words: str
    sort_key: tuple[tuple[str, str], tuple[str, str]]


@dataclass(frozen=True)
class Looked:
    """The names opened so far, and who is still to be looked at."""

    at: datetime
    names: tuple[NameOpened, ...]
    pending: tuple[UUID, ...]

    @cached_property
    def index(self) -> NameIndex:
        """Every name by its parts, in the order of names."""
        ordered = sorted(self.names, key=lambda name: name.sort_key)
        return NameIndex((name.id, name.words) for name in ordered)

    @property
    def total(self) -> int:
        """How many names there are to look at."""
        return len(self.names) + len(self.pending)


@dataclass(frozen=True, slots=True)
class Searcher:
    """Who searches, in which session, among whom: all that the names kept are good for."""

    account_id: UUID | None
    session_id: UUID | None
    reach: Hashable


class NameCache:
    """The names of a few searchers, each for a minute."""

    def __init__(self, *, most: int = MOST_SEARCHERS, seconds: float = SECONDS) -> None:
        """Keep the names of so many searchers for so long."""
        self._most, self._seconds = most, seconds
        self._kept: OrderedDict[Searcher, tuple[float, Looked]] = OrderedDict()
        self._lock = Lock()
        self._timer: Timer | None = None

    def find(self, searcher: Searcher, now: datetime) -> Looked | None:
        """What is kept for a searcher and not too old."""
        with self._lock:
            _since, looked = self._kept.get(searcher, (0.0, None))
            is_fresh = looked is not None and timedelta() <= now - looked.at < timedelta(seconds=self._seconds)
            return looked if is_fresh else None

    def keep(self, searcher: Searcher, looked: Looked) -> None:
        """Keep what a search has opened, unless another of the same searcher has come further meanwhile."""
        with self._lock:
            _since, known = self._kept.get(searcher, (0.0, None))
            if known is not None and known.at >= looked.at and len(known.pending) < len(looked.pending):
                return
            self._kept[searcher] = (time.monotonic(), looked)
            self._kept.move_to_end(searcher)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
            self._wind()

    def forget(self) -> None:
        """Let go of every name, as when keys are let go of."""
        with self._lock:
            self._drop(list(self._kept))

    def forget_account(self, account_id: UUID) -> None:
        """Let go of what one account has opened, in whichever session."""
        with self._lock:
            self._drop([searcher for searcher in self._kept if searcher.account_id == account_id])

    def sweep(self) -> None:
        """Let go of what is older than it may be, and come back for the rest."""
        with self._lock:
            oldest = time.monotonic() - self._seconds
            self._timer = None
            self._drop([searcher for searcher, (since, _looked) in self._kept.items() if since <= oldest])
            self._wind()

    def __len__(self) -> int:
        """How many searchers' names are kept."""
        return len(self._kept)

    def _drop(self, searchers: Iterable[Searcher]) -> None:
        for searcher in searchers:
            del self._kept[searcher]
        if not self._kept and self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _wind(self) -> None:
        if self._timer is None and self._kept:
            self._timer = Timer(self._seconds, self.sweep)
            self._timer.daemon = True
            self._timer.start()
