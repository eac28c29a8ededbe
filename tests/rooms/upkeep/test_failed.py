"""What could not be done afterwards: its administrator sees codes and times, never whom it was for, and tries again."""

from email.message import EmailMessage
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_jobs import a_job_given_up
from tests.client import Client, Page, PageForm
from tests.mail.office import Office, give_address
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.audit.models import AuditEvent
from welfare.jobs.models import Job, JobState
from welfare.mail.delivering import DeliveryFailedError
from welfare.mail.models import MailState
from welfare.people.models import Assignment
from welfare.rules.actors import Role
from welfare.rules.registers import HOUSE


class Server:
    """A mail server that refuses until it is mended."""

    def __init__(self) -> None:
        self.code, self.is_final, self.taken = "recipient_550", True, 0

    def deliver(self, name: str, to: str, message: EmailMessage) -> None:
        """Take one message, or say why not."""
        assert name
        assert to
        assert message
        if self.code:
            raise DeliveryFailedError(self.code, is_final=self.is_final)
        self.taken += 1


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def office(village: Village) -> Office:
    return Office(village.ledger, village, uuid4())


@pytest.fixture
def ville(village: Village, visit: Visit) -> Client:
    """The provider's administrator."""
    return visit(village.staff(Role.ADMINISTRATOR, "Ville Ylläpito"))


@pytest.fixture
def oona(village: Village) -> Someone:
    """A teacher with an address."""
    return give_address(village, village.staff(Role.TEACHER, "Oona Rautasalo"), "oona@example.org")


def state_of(ledger: Ledger, job_id: UUID) -> JobState:
    with ledger.transaction() as transaction:
        return transaction.session.get_one(Job, job_id).state


def elsewhere(village: Village, who: Someone) -> None:
    """Let somebody see to the county's service instead."""
    with village.work() as work:
        post = work.session.scalars(select(Assignment).where(Assignment.person_id == who.person_id)).one()
        post.organisation_id = post.employer_id = village.county_id


def ways_again(page: Page) -> list[PageForm]:
    """The forms that have one thing tried again."""
    return [form for form in page.forms if "/again?" in (form.node.get("action") or "")]


def again(page: Page) -> PageForm:
    (form,) = ways_again(page)
    return form


def test_where_nothing_has_failed_the_page_says_so(ville: Client) -> None:
    page = ville.get("/").follow("Background jobs")
    assert page.has("Every mail has been delivered")
    assert page.follow("Jobs given up (0)").has("No job has been given up")


def test_a_mail_that_was_refused_is_shown_by_code_and_time_and_never_by_whom_it_was_for(
    ville: Client, office: Office, oona: Someone, server: Server
) -> None:
    office.order(oona)
    office.deliver(server)
    page = ville.get("/upkeep")
    assert page.has("Invitation to a meeting")
    assert page.has("The mail server refused the recipient (550)")
    assert page.has("Not tried any more")
    for secret in ("Oona", "Rautasalo", "oona@", "example.org", str(office.meeting_id)):
        assert secret not in page.html


def test_tried_again_it_is_delivered_and_leaves_the_list(
    ville: Client, office: Office, oona: Someone, server: Server
) -> None:
    office.order(oona)
    office.deliver(server)
    server.code = ""
    page = again(ville.get("/upkeep")).submit()
    assert page.has("It is tried again now. If it fails, it comes back here.")
    assert page.has("Every mail has been delivered")
    assert office.only().state is MailState.PLANNED
    assert office.deliver(server).done == 1
    assert (server.taken, office.only().state) == (1, MailState.DELIVERED)


def test_tried_again_in_vain_it_comes_back(ville: Client, office: Office, oona: Someone, server: Server) -> None:
    office.order(oona)
    office.deliver(server)
    again(ville.get("/upkeep")).submit()
    office.deliver(server)
    assert ville.get("/upkeep").has("The mail server refused the recipient (550)")


def test_a_mail_that_waits_for_its_next_try_says_when(
    ville: Client, office: Office, oona: Someone, server: Server
) -> None:
    server.code, server.is_final = "unreachable", False
    office.order(oona)
    assert ville.get("/upkeep").has("Every mail has been delivered")  # it has not been tried yet
    office.deliver(server)
    page = ville.get("/upkeep")
    assert page.has("The mail server could not be reached")
    assert page.has("Tried again by itself")
    assert ways_again(page) == []


def test_without_an_address_there_is_nothing_to_try(village: Village, ville: Client, office: Office) -> None:
    office.order(village.staff(Role.TEACHER, "Teemu Lahti"))
    page = ville.get("/upkeep")
    assert page.has("No address in the directory")
    assert page.has("Nothing to do here")
    assert page.has("Cleared away on 22 Feb 2027 at the earliest")


def test_all_that_failed_over_a_weekend_is_tried_again_at_once(
    village: Village, ville: Client, office: Office, oona: Someone, server: Server, ledger: Ledger
) -> None:
    job_id, house = a_job_given_up(village, village.provider_id), a_job_given_up(village, HOUSE)
    for _ in range(2):
        office.order(oona)
    office.deliver(server)
    page = ville.get("/upkeep").form("Try all again").submit()
    assert page.has("3 are tried again now.")
    assert state_of(ledger, job_id) is JobState.PLANNED
    assert state_of(ledger, house) is JobState.GIVEN_UP
    ville.post("/upkeep/again", {}, status=400)


def test_a_job_of_the_house_is_seen_and_comes_again_by_itself(village: Village, ville: Client) -> None:
    house = a_job_given_up(village, HOUSE)
    page = ville.get("/upkeep?shown=jobs")
    assert page.has("Locking the record of a meeting")
    assert page.has("The server stopped in the middle, each time")
    assert page.has("Comes again the next day")
    assert str(house) not in page.html


def test_what_another_controller_failed_to_do_is_not_there(
    village: Village, visit: Visit, office: Office, oona: Someone, server: Server, ledger: Ledger
) -> None:
    job_id = a_job_given_up(village, village.provider_id)
    office.order(oona)
    office.deliver(server)
    paula = village.staff(Role.ADMINISTRATOR, "Paula Pääkäyttäjä")
    own = visit(paula).get("/upkeep?shown=jobs")
    form = again(own)
    assert own.has("Locking the record of a meeting")
    elsewhere(village, paula)
    for shown in ("mails", "jobs"):
        assert visit(paula).get(f"/upkeep?shown={shown}").has("(0)")
    form.submit(status=404)
    assert state_of(ledger, job_id) is JobState.GIVEN_UP


@pytest.mark.parametrize("role", [Role.PRINCIPAL, Role.CURATOR, Role.DATA_PROTECTION_OFFICER, Role.TEACHER])
def test_nobody_but_administrators_sees_it(village: Village, visit: Visit, role: Role) -> None:
    job_id = a_job_given_up(village, village.provider_id)
    client = visit(village.staff(role, "Riitta Reksi"))
    client.get("/upkeep", status=404)
    assert "Background jobs" not in client.get("/").links
    client.get(f"/upkeep/jobs/{job_id}/again", status=405)


def test_two_who_try_at_once_are_told(village: Village, ville: Client, ledger: Ledger) -> None:
    job_id = a_job_given_up(village, village.provider_id)
    late = again(ville.get("/upkeep?shown=jobs"))
    again(ville.get("/upkeep?shown=jobs")).submit()
    assert late.submit().has("Somebody has had it tried again already.")
    assert state_of(ledger, job_id) is JobState.PLANNED


def test_having_it_tried_again_leaves_an_event(village: Village, ville: Client, ledger: Ledger) -> None:
    a_job_given_up(village, village.provider_id)
    again(ville.get("/upkeep?shown=jobs")).submit()
    with ledger.transaction() as transaction:
        statement = select(AuditEvent.outcome).where(AuditEvent.permission == "job:retry")
        assert transaction.session.scalars(statement).all() == ["done"]
