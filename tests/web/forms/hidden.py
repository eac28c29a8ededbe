"""The company with Aada under non-disclosure for safety (turvakielto), and unusual words in every field of a place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from uuid import UUID

from pypdf import PdfReader
from sqlalchemy import select
from werkzeug.test import TestResponse

from tests.builders import Someone, Village, system_work
from tests.builders_requests import at_work
from tests.web.forms.scene import Scene
from tests.web.forms.test_addresses import address, gets
from tests.web.test_access_matrix import Visitor
from welfare.access.gate import Gate
from welfare.access.needs import Reading
from welfare.accounts.actors import actor_of
from welfare.accounts.models import Account, Level, SignInSession
from welfare.audit.ledger import Ledger
from welfare.cases.models import Case
from welfare.datarights.models import LogRequest
from welfare.meetings.models import Attendee, Meeting
from welfare.non_disclosures.actions import SetProtection, set_protection
from welfare.organisations.models import Organisation, SchoolClass
from welfare.people.models import Enrolment, Person
from welfare.requests.models import ContactRequest
from welfare.rules.actors import Role
from welfare.rules.log_requests import Asker
from welfare.rules.non_disclosure import ProtectionSource
from welfare.rules.permissions import Permission

BROKEN = re.compile(r"[\s\u00ad-]")
"""Where a paper breaks a word."""
HOME = {"street": "Suojapolku 17", "postal_code": "98765", "city": "Piilokylä", "home_municipality": "074"}
CONTACT = {"phone": "0509876543", "email": "piilo@suoja.example"}
AT_HOME = ("Suojapolku", "98765", "Piilokylä", "Halsua", "0509876543", "suoja.example")
"""Where the family lives, and how it is reached."""
AT_SCHOOL = ("Tulikärpä", "Eldflug", "TUKX", "8Ötökkä", "Kuukkeli")
"""The school, the unit in the number of a matter, the class, and the room of a meeting."""
AT_WORK = ("Rautasalo", "Lehtovirta", "Kanervala", "Tulen kouluun")
"""Who works at the school; a Timo Tulen does, so that a goal of the plan names somebody who does."""


def hide(scene: Scene, *, guardian_alone: bool = False) -> None:
    """Aada lives with Ritva, and her father is not to find them. A principal of another school looks on.

    With ``guardian_alone`` the roster marks Ritva, and nobody has written anything down of Aada.
    """
    house = {name: scene.company.things[f"{name}_id"] for name in ("county", "provider", "school")}
    village = Village(scene.app.extensions["ledger"], *house.values())
    aada = scene.company.people["aada_herself"]
    more = {
        "guardian_at_home": village.guardian("Ritva Sarajärvi", aada),
        "principal_elsewhere": village.staff(Role.PRINCIPAL, "Raili Muualla", school_id=village.another_school("Muu")),
    }
    village.staff(Role.TEACHER, "Timo Tulen")
    scene.company = replace(scene.company, people={**scene.company.people, **more})
    if guardian_alone:
        with village.work() as work:
            work.session.get_one(Person, more["guardian_at_home"].person_id).is_restricted = True
    else:
        _protect(village, scene.company.people)
    _put_words(scene)


def _protect(village: Village, people: Mapping[str, Someone]) -> None:
    """By the principal, as in life."""
    with at_work(village, people["principal"], Permission.NON_DISCLOSURE_SET) as work:
        command = SetProtection(
            source=ProtectionSource.FAMILY,
            begins_on=work.facts.on,
            until_on=None,
            hidden_from=(people["aadas_guardian"].person_id,),
            household=(people["guardian_at_home"].person_id,),
        )
        set_protection(work, work.session.get_one(Person, people["aada_herself"].person_id), command)


def _put_words(scene: Scene) -> None:
    ledger: Ledger = scene.app.extensions["ledger"]
    things, people = scene.company.things, scene.company.people
    with system_work(ledger) as work:
        school = work.session.get_one(Organisation, things["school_id"])
        school.name_fi, school.name_sv, school.short_name = "Tulikärpäsen koulu", "Eldflugans skola", "TUKX"
        aada = work.session.get_one(Person, people["aada_herself"].person_id)
        for who in (aada, work.session.get_one(Person, people["guardian_at_home"].person_id)):
            work.encrypt_document(who, Person.place, HOME)
            work.encrypt_document(who, Person.contact, CONTACT)
        class_ids = select(Enrolment.class_id).where(Enrolment.student_id == aada.id)
        for each in work.session.scalars(select(SchoolClass).where(SchoolClass.id.in_(class_ids))):
            each.name = "8Ötökkä"
        asked = work.session.get_one(LogRequest, things["granted_log_id"])
        asked.asker, asked.asker_id = Asker.GUARDIAN, people["aadas_guardian"].person_id
        for case in work.session.scalars(select(Case).where(Case.student_id == aada.id)):
            case.number = f"TUKX-{case.number}"
        for meeting in work.session.scalars(select(Meeting)):
            document = work.decrypt_document(meeting, Meeting.document)
            work.encrypt_document(meeting, Meeting.document, {**document, "place": "Tila Kuukkeli"})


@dataclass(frozen=True)
class Shown:
    """What one page or document told somebody."""

    who: str
    endpoint: str
    status: int
    text: str

    def told(self, words: tuple[str, ...]) -> set[str]:
        """Which of these words."""
        return {word for word in words if word.casefold() in self.text.casefold()}


def shown_to(scene: Scene, who: str) -> Iterator[Shown]:
    """Every page and document that somebody may open, as it comes, with its headers.

    Communal work is left out: it knows no pupil (test_wall.py).
    """
    things = {**scene.company.things, **own_things(scene, who)}
    open_to = may_open(scene, who, things)
    client = scene.client(who).flask
    for rule, passage in gets(scene):
        is_behind_the_wall = any(kind == "unit_id" for _name, kind in passage.subjects)
        if rule.endpoint in open_to and not is_behind_the_wall:
            answer = client.get(address(scene, rule, things))
            yield Shown(who, rule.endpoint, answer.status_code, text_of(answer))


def own_things(scene: Scene, who: str) -> dict[str, UUID]:
    """What is somebody's own among the kinds of things: the invitation, and the request sent."""
    ledger: Ledger = scene.app.extensions["ledger"]
    someone, item_id = scene.company.people[who], scene.company.things["item_id"]
    with ledger.transaction() as transaction:
        asked = select(Attendee.id).where(Attendee.item_id == item_id, Attendee.person_id == someone.person_id)
        sent = select(ContactRequest.id).where(ContactRequest.sender_account_id == someone.account_id)
        found = {"attendee_id": transaction.session.scalar(asked), "request_id": transaction.session.scalar(sent)}
    return {name: id for name, id in found.items() if id}


def may_open(scene: Scene, who: str, things: Mapping[str, UUID]) -> set[str]:
    """The endpoints that the gate opens to somebody, by the application's own loaders and rules."""
    gate: Gate = scene.app.extensions["gate"]
    ledger: Ledger = scene.app.extensions["ledger"]
    now, someone = ledger.clock(), scene.company.people[who]
    with ledger.transaction() as transaction:
        session = transaction.session
        account = session.get_one(Account, someone.account_id)
        actor = actor_of(session, account, SignInSession(id=UUID(int=0), level=Level.FULL), now.date())
        visitor = Visitor(gate, Reading(session, actor, now, {}), things)
        return {passage.endpoint for passage in gate.passages.values() if visitor.may_pass(passage)}


def text_of(answer: TestResponse) -> str:
    """Everything that can be read of an answer: its headers too, and the words of a PDF."""
    body = answer.get_data()
    if answer.mimetype == "application/pdf":
        reader = PdfReader(BytesIO(body))
        words = " ".join([*(page.extract_text() for page in reader.pages), str(reader.metadata)])
        words = f"{words}\n{BROKEN.sub('', words)}"
    else:
        words = body.decode(errors="replace")
    return f"{answer.headers}\n{words}"
