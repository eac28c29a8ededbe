"""Who may see a request, by the law and not by the code (OHL 20-21 §: the receiving service's own record)."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from tests.builders import BEGINNING
from tests.builders_requests import at_work, the_request
from tests.rooms.requests.conftest import School
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.audit.models import AuditEvent
from welfare.people.models import Assignment
from welfare.requests.actions.handling import claim_request
from welfare.rules.actors import Role
from welfare.rules.requests import Service

CONTENT = "Riidat kaveripiirissä jatkuvat."
DEEDS = ("talks/new", "talks/held", "hand-over", "urgency", "outcome", "keep-out")


def refusals(ledger: Ledger) -> list[str]:
    with ledger.transaction() as transaction:
        refused = select(AuditEvent.permission).where(AuditEvent.outcome == "refused").order_by(AuditEvent.at)
        return list(transaction.session.scalars(refused))


@pytest.mark.parametrize(
    ("service", "readers"),
    [
        (Service.CURATOR, {Role.CURATOR, Role.SENIOR_CURATOR}),
        (Service.UNSURE, {Role.CURATOR, Role.SENIOR_CURATOR}),
        (Service.PSYCHOLOGIST, {Role.PSYCHOLOGIST}),
        (Service.NURSE, {Role.NURSE}),
        (Service.DOCTOR, {Role.DOCTOR}),
    ],
)
def test_only_the_service_asked_reads_it(school: School, visit: Visit, service: Service, readers: set[Role]) -> None:
    request_id = school.sent(service=service)
    for role in Role:
        if role in {Role.STUDENT, Role.GUARDIAN}:
            continue
        client = visit(school.village.staff(role, f"Virpi {role.value.title()}"))
        page = client.get(f"/requests/{request_id}", status=200 if role in readers else 404)
        assert page.has(CONTENT) == (role in readers), role


def test_the_sender_the_pupil_and_the_guardian_get_no_content(school: School, visit: Visit, ledger: Ledger) -> None:
    guardian = school.village.guardian("Kaisa Kallioniemi", school.eetu)
    ids = school.sent(), school.sent_by_eetu(), school.sent_by_guardian(guardian)
    for sender, request_id in zip((school.teacher, school.eetu, guardian), ids, strict=True):
        client = visit(sender)
        client.canaries = (CONTENT, "Että ei kerrota")
        client.get(f"/requests/{request_id}", status=404)
        assert client.get(f"/requests/{request_id}/receipt").has("Received")
        client.get("/requests")
        client.get("/")
        client.get("/requests/queue", status=404)
    assert refusals(ledger) == ["request:read", "request:queue"] * 3


def test_a_curator_of_another_school_finds_nothing(school: School, visit: Visit) -> None:
    stranger = school.village.staff(Role.CURATOR, "Mika Muualla", school_id=school.village.another_school())
    request_id = school.sent()
    client = visit(stranger)
    client.canaries = (CONTENT, "Eetu")
    client.get(f"/requests/{request_id}", status=404)
    assert client.get("/requests/queue").has("No requests here")
    assert client.get("/").has("The queue is empty")
    client.post(f"/requests/{request_id}/claim", status=400)  # no token
    visit(school.curator).get(f"/requests/{request_id}")


def test_nobody_elses_receipt_is_shown(school: School, visit: Visit) -> None:
    request_id = school.sent()
    for other in (school.curator, school.linnea, school.village.staff(Role.PRINCIPAL, "Riitta Rehtori")):
        visit(other).get(f"/requests/{request_id}/receipt", status=404)
    visit(school.teacher).get(f"/requests/{request_id}/receipt")


def test_deeds_are_the_handlers_alone(school: School, visit: Visit) -> None:
    request_id = school.sent()
    colleague = school.village.staff(Role.CURATOR, "Mika Kanervala")
    claimed = visit(school.curator)
    claimed.get(f"/requests/{request_id}").form("Claim").submit()
    other = visit(colleague)
    assert other.get(f"/requests/{request_id}").has(CONTENT)
    for deed in DEEDS:
        claimed.get(f"/requests/{request_id}/{deed}")
        other.get(f"/requests/{request_id}/{deed}", status=404)


def test_a_request_that_is_not_there_and_one_that_is_not_yours_look_alike(school: School, visit: Visit) -> None:
    client = visit(school.village.staff(Role.NURSE, "Mirja Kanervala"))
    hidden, missing = school.sent(), uuid4()
    pages = [client.flask.get(f"/requests/{id}").data for id in (hidden, missing)]
    assert pages[0] == pages[1]


def test_a_talk_or_duty_of_another_request_is_not_found(school: School, visit: Visit) -> None:
    mine, other = school.sent(), school.sent(together=False, together_reason="poissa")
    client = visit(school.curator)
    for request_id in (mine, other):
        client.get(f"/requests/{request_id}").form("Claim").submit()
    page = client.get(f"/requests/{other}").follow("Tell the pupil about the request")
    task_id = UUID(page.url.rsplit("/", 1)[1])
    client.get(f"/requests/{mine}/duties/{task_id}", status=404)
    client.get(f"/requests/{mine}/talks/{uuid4()}", status=404)


@pytest.mark.parametrize(("now", "status"), [(Role.CURATOR, 200), (Role.TEACHER, 404), (Role.NURSE, 404), (None, 404)])
def test_who_handles_it_reads_it_elsewhere_too_but_only_while_in_the_service(
    school: School, visit: Visit, now: Role | None, status: int
) -> None:
    """The post at the school ends; what is left is a post of the same service, another one, or none."""
    request_id = school.sent()
    with at_work(school.village, school.curator) as work:
        claim_request(work, the_request(work, request_id))
    client = visit(school.curator)
    assert client.get(f"/requests/{request_id}").has(CONTENT)
    elsewhere = school.village.another_school()
    with school.village.work() as work:
        post = work.session.scalars(select(Assignment).where(Assignment.person_id == school.curator.person_id)).one()
        if now is None:
            post.ends_on = BEGINNING
        else:
            post.role, post.organisation_id = now, elsewhere
    page = client.get(f"/requests/{request_id}", status=status)
    assert page.has(CONTENT) == (status == 200)
    assert client.get("/").has("Kallioniemi") == (status == 200)
