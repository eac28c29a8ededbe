"""Lists show exactly what the rules permit: the queue is REQUEST_READ, one's own list is REQUEST_RECEIPT_READ."""

from collections.abc import Iterator
from itertools import product
from uuid import UUID

from sqlalchemy import select

from tests.builders import Village
from tests.builders_requests import a_request, at_work, the_request
from tests.rooms.requests.conftest import School
from welfare.audit.ledger import Ledger
from welfare.requests.actions.closing import close_request
from welfare.requests.actions.conflicts import shut_out
from welfare.requests.actions.handling import claim_request
from welfare.requests.models import ContactRequest
from welfare.requests.queries.loading import facts_of_request
from welfare.requests.queries.own import requests_sent_by
from welfare.requests.queries.queue import Show, queue_stretch, tally
from welfare.requests.queries.visible import requests_visible_to
from welfare.rules.actors import Actor, Post, Role, World
from welfare.rules.outcomes import Outcome
from welfare.rules.permissions import Permission, decide
from welfare.rules.requests import SenderKind, Service

STILL_OPEN = (Show.ALL, Show.UNCLAIMED, Show.MINE)


def every_actor(village: Village, schools: tuple[UUID, UUID], accounts: list[UUID]) -> Iterator[Actor]:
    """Each role at either school or both, as somebody who has claimed or sent something and as a stranger."""

    def post(role: Role, school: UUID) -> Post:
        return Post(role, school, village.county_id, frozenset({school}))

    posts: list[tuple[Post, ...]] = [(), *((post(role, school),) for role, school in product(Role, schools))]
    posts += [(post(Role.CURATOR, schools[0]), post(role, schools[1])) for role in (Role.NURSE, Role.PSYCHOLOGIST)]
    for some, account, world, is_full in product(posts, accounts, World, (True, False)):
        yield Actor(account, account, world, posts=some, full_sign_in=is_full)


def send_and_handle(school: School, elsewhere: UUID) -> list[UUID]:
    """Requests of every service at two schools, in several states; the accounts of those who have a part in them."""
    village = school.village
    far = village.student("Yusuf Karlsmaa", village.a_class("7K", elsewhere))
    nurse = village.staff(Role.NURSE, "Mirja Kanervala")
    first, *_others = (school.sent(service=service) for service in Service)
    a_request(village, far, school.teacher, school_id=elsewhere)
    school.sent_by_eetu(service=Service.NURSE)
    closed, kept = school.sent(kind=SenderKind.OTHER, together=None), school.sent()
    with at_work(village, school.curator) as work:
        for request_id in (first, closed):
            claim_request(work, the_request(work, request_id))
        close_request(work, the_request(work, closed), Outcome.ADVICE_ONLY)
        shut_out(work, the_request(work, kept), school.curator.account_id, "kin")
        shut_out(work, the_request(work, closed), nurse.account_id, "kin")
    return [school.curator.account_id, nurse.account_id, school.teacher.account_id, UUID(int=9)]


def test_what_is_listed_is_what_the_rules_permit(school: School, ledger: Ledger) -> None:
    elsewhere = school.village.another_school()
    accounts = send_and_handle(school, elsewhere)
    with ledger.transaction() as transaction:
        session, on = transaction.session, ledger.clock().date()
        rows = list(session.scalars(select(ContactRequest)))
        for actor in every_actor(school.village, (school.village.school_id, elsewhere), accounts):
            facts = {row.id: facts_of_request(session, row, actor, on) for row in rows}
            readable = {id for id, known in facts.items() if decide(actor, Permission.REQUEST_READ, known).is_granted}
            own = {
                id for id, known in facts.items() if decide(actor, Permission.REQUEST_RECEIPT_READ, known).is_granted
            }
            assert set(session.scalars(select(ContactRequest.id).where(requests_visible_to(actor)))) == readable
            assert set(session.scalars(select(ContactRequest.id).where(requests_sent_by(actor)))) == own
            shown = [queue_stretch(session, actor, show).ids for show in (Show.ALL, Show.CLOSED)]
            assert {id for ids in shown for id in ids} == readable
            counted = tally(session, actor, on).shown
            assert [counted.get(show, 0) for show in STILL_OPEN] == [
                len(queue_stretch(session, actor, show).ids) for show in STILL_OPEN
            ]
