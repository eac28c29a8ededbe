"""Names in memory: for a minute, for one searcher, and gone when they are to be gone."""

from datetime import timedelta
from uuid import UUID, uuid4

from tests.clock import NOW
from welfare.people.name_cache import Looked, NameCache, NameOpened, Searcher

EETU = NameOpened(UUID(int=1), "Eetu Salo 7A", (("salo", "Salo"), ("eetu", "Eetu")))


def looked(*pending: UUID) -> Looked:
    return Looked(NOW, (EETU,), pending)


def somebody() -> Searcher:
    return Searcher(uuid4(), uuid4(), "whom they reach")


def test_names_are_kept_for_less_than_a_minute() -> None:
    cache, searcher = NameCache(seconds=60), somebody()
    cache.keep(searcher, looked())
    kept = cache.find(searcher, NOW + timedelta(seconds=59))
    assert kept is not None
    assert kept.index.find("eetu") == [EETU.id]
    assert cache.find(searcher, NOW + timedelta(seconds=60)) is None
    assert cache.find(searcher, NOW - timedelta(seconds=1)) is None
    cache.forget()


def test_nobody_finds_what_another_has_opened_nor_oneself_with_other_rights_or_in_another_session() -> None:
    cache, searcher = NameCache(), somebody()
    cache.keep(searcher, looked())
    others = (
        somebody(),
        Searcher(searcher.account_id, uuid4(), searcher.reach),
        Searcher(searcher.account_id, searcher.session_id, "fewer"),
    )
    assert [cache.find(other, NOW) for other in others] == [None, None, None]
    assert cache.find(searcher, NOW) is not None
    cache.forget()


def test_signing_out_forgets_ones_own_and_the_keys_take_all() -> None:
    cache, one, other = NameCache(), somebody(), somebody()
    cache.keep(one, looked())
    cache.keep(other, looked())
    assert one.account_id is not None
    cache.forget_account(one.account_id)
    assert cache.find(one, NOW) is None
    assert cache.find(other, NOW) is not None
    cache.forget()
    assert len(cache) == 0


def test_only_a_few_searchers_are_kept_the_latest() -> None:
    cache, searchers = NameCache(most=2), [somebody() for _ in range(3)]
    for searcher in searchers:
        cache.keep(searcher, looked())
    assert [cache.find(searcher, NOW) is None for searcher in searchers] == [True, False, False]
    cache.forget()


def test_a_sweep_lets_go_of_what_is_old_and_keeps_what_is_fresh() -> None:
    old, fresh = NameCache(seconds=0), NameCache(seconds=3600)
    for cache in (old, fresh):
        cache.keep(somebody(), looked())
        cache.sweep()
    assert (len(old), len(fresh)) == (0, 1)
    fresh.forget()


def test_the_one_who_has_come_further_is_not_set_back() -> None:
    cache, searcher = NameCache(), somebody()
    cache.keep(searcher, looked())
    cache.keep(searcher, looked(uuid4()))
    kept = cache.find(searcher, NOW)
    assert kept is not None
    assert not kept.pending
    cache.forget()
