"""Where the forms are filled in: two whole casts that know nothing of each other, and people who can really sign in."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from flask import Flask
from sqlalchemy import select

from config.settings import Settings
from tests.builders import Someone, Village
from tests.builders_accounts import Signer, a_citizen, a_signer
from tests.builders_assessments import an_assessment, is_answered, observation_of
from tests.builders_cases import a_case, a_will
from tests.builders_copies import copies_of_fetcher
from tests.builders_groups import a_memo
from tests.builders_journal import IDENTITY_CODE
from tests.builders_meetings import Asked, a_measure, a_meeting, an_amendment, an_item, attendee_of, final_minutes
from tests.builders_minutes import are_whole, is_running
from tests.builders_protections import a_protection
from tests.builders_requests import a_request, at_work, the_request
from tests.builders_services import a_client
from tests.client import Client
from tests.clock import Clock
from tests.databases import Copies, Store
from tests.signing_in import signed_in_client
from tests.web.cast import Cast, a_cast
from welfare.accounts.actions.second_factor import renew_recovery_codes
from welfare.accounts.models import Account, InstanceMark, Level
from welfare.cases.models import CaseMember
from welfare.family_letters.actions import make_letters
from welfare.feedback.models import FeedbackOffer
from welfare.organisations.models import Organisation, SchoolYear
from welfare.people.models import Assignment, Person
from welfare.requests.actions.handling import claim_request
from welfare.rules.actors import Role
from welfare.rules.assessments import Informant
from welfare.rules.cases import Part
from welfare.rules.consent import ConsentKind
from welfare.rules.meetings import MeetingState
from welfare.rules.permissions import Permission
from welfare.rules.requests import RequestState
from welfare.web.app import close, create_app

RECOVERY, LETTER = "recovery_code", "letter"


@dataclass(frozen=True)
class Company:
    """Everybody and every thing of the village, of a village far away, and what each needs to sign in."""

    people: Mapping[str, Someone]
    signers: Mapping[str, Signer]
    things: Mapping[str, UUID]
    words: Mapping[str, str]
    foreign: Cast


@dataclass
class Scene:
    """One running house with the company in it."""

    app: Flask
    clock: Clock
    company: Company
    _clients: dict[str, Client] = field(default_factory=dict)

    def client(self, who: str) -> Client:
        """Somebody's browser, signed in as far as the name says: ``signer.password`` has given the password only."""
        if who not in self._clients:
            self._clients[who] = self._enter(who)
        return self._clients[who]

    def anew(self) -> "Scene":
        """The same house for another test, which may not find somebody signed out by the one before."""
        self._clients.clear()
        return self

    def _enter(self, who: str) -> Client:
        name, _, level = who.partition(".")
        client = Client(self.app)
        if name in self.company.people:
            client = signed_in_client(self.app, self.company.people[name], Level(level) if level else Level.FULL)
        client.flask.set_cookie("language", "en")
        return client


def furnish(store: Store) -> Company:
    """Fill an instance with the company; what copies are made of."""
    with running(store) as (app, _clock):
        village = Village.of(app)
        return _company(village, a_cast(village), a_cast(Village.of(app)))


@contextmanager
def raised(copies: Copies, folder: Path, company: Company) -> Iterator[Scene]:
    """A running house on a fresh copy."""
    with copies(folder) as store, running(store) as (app, clock):
        yield Scene(app, clock, company)


@contextmanager
def running(store: Store) -> Iterator[tuple[Flask, Clock]]:
    """The application on a copy, with a clock of its own."""
    clock = Clock()
    app = create_app(Settings.from_env({"WELFARE_INSTANCE": str(store.instance), "DATABASE_URL": store.url}), clock)
    app.testing = False
    try:
        yield app, clock
    finally:
        close(app)


def _company(village: Village, cast: Cast, foreign: Cast) -> Company:
    signers = {
        "signer": a_signer(village, "siiri.salo", "Siiri Salo"),
        "keeper": a_signer(village, "kaija.kaita", "Kaija Kaita", Role.PROVIDER_COORDINATOR),
        "newcomer": a_signer(village, "noora.niemi", "Noora Niemi", Role.TEACHER, has_second_factor=False),
        "renewed": a_citizen(village, village.student("Aino Koski", village.a_class("7C")), "aino.k"),
        "fetcher": a_citizen(
            village, village.student("Aino Kaisla", village.a_class("7A")), "aino.kaisla", has_second_factor=True
        ),
        "shown": a_signer(village, "dora.demo", "Dora Demo", is_demo=True),
    }
    people = {
        **cast.people,
        **{name: Someone(who.someone.person_id, who.account_id, who.someone.name) for name, who in signers.items()},
        "county_chief": village.staff(Role.ADMINISTRATOR, "Kerttu Keskus"),
        "without_account": village.staff(Role.TEACHER, "Toini Tulokas"),
        "disabled": village.staff(Role.TEACHER, "Simo Suljettu"),
    }
    sent = a_request(village, people["aada_herself"], people["oona_own_teacher"])
    claimed = a_request(village, people["aada_herself"], people["oona_own_teacher"])
    talked = a_request(village, people["aada_herself"], people["oona_own_teacher"])
    for who, request_id in (("saara_curator", talked), ("curator_colleague", claimed)):
        with at_work(village, people[who]) as work:
            claim_request(work, the_request(work, request_id))
    aada, case_id = people["aada_herself"], cast.things["case_id"]
    named_consent_id = a_will(village, case_id, aada, ConsentKind.GROUP_MEMBER, named=people["psychologist"])
    with village.work() as work:
        work.encrypt(work.session.get_one(Person, aada.person_id), Person.identity_code, IDENTITY_CODE)
        guardian = work.session.get_one(Person, people["aadas_guardian"].person_id)
        work.encrypt_document(guardian, Person.contact, {"phone": "040 123 4567", "email": "tiina@example.org"})
        the_request(work, talked).state = RequestState.TALK_HELD
        nurse = CaseMember.person_id == people["mirja_nurse"].person_id
        member_id = work.session.scalars(select(CaseMember.id).where(CaseMember.case_id == case_id, nurse)).one()
        this_year = SchoolYear.starts_on < work.facts.on, SchoolYear.organisation_id == village.provider_id
        year_id = work.session.scalars(select(SchoolYear.id).where(*this_year)).one()
    more = {"talked_id": talked, "named_consent_id": named_consent_id}
    more |= {"sent_id": sent, "claimed_id": claimed, "mirja_member": member_id, "free_year_id": year_id}
    more |= _protected(village, people) | _running(village, case_id, people) | _ready_assessment(village, people, cast)
    more |= _memos(village, cast) | _agendas(village, people, case_id) | _final_minutes(village, people, case_id)
    words = _arrange(village, people, signers["signer"])
    fetched = copies_of_fetcher(village, people["fetcher"], people["data_protection_officer"])
    return Company(people, signers, {**cast.things, **more, **fetched}, words, foreign)


def _memos(village: Village, cast: Cast) -> dict[str, UUID]:
    """Of the welfare group's memos one that may be closed, and one that is."""
    group_id, chair = cast.things["welfare_group_id"], cast.people["curator_colleague"]
    return {
        "open_memo_id": a_memo(village, group_id, chair),
        "memo_closed_id": a_memo(village, group_id, chair, is_closed=True),
    }


def _protected(village: Village, people: Mapping[str, Someone]) -> dict[str, UUID]:
    """A pupil whose protection stands, and one where its end is proposed."""
    principal = people["principal"]
    return {
        "standing_id": a_protection(village, people["another_student"], principal),
        "ending_id": a_protection(village, people["renewed"], principal, proposed_by=principal),
    }


def _running(village: Village, case_id: UUID, people: Mapping[str, Someone]) -> dict[str, UUID]:
    """Of Saara's meetings one that is going on at Aada's item, and one whose minutes lack nothing."""
    saara, oona = people["saara_curator"], people["oona_own_teacher"]
    found: dict[str, UUID] = {}
    for name in ("running", "whole"):
        meeting_id = a_meeting(village, saara)
        item_id = an_item(village, meeting_id, case_id, [Asked(saara, office=Role.CURATOR), Asked(oona)])
        is_running(village, meeting_id, item_id, saara)
        found |= {f"{name}_id": meeting_id, f"{name}_item": item_id}
    found["waiting_id"] = a_meeting(village, saara, state=MeetingState.RUNNING)
    an_item(village, found["waiting_id"], case_id, [Asked(saara, office=Role.CURATOR)])
    found["free_client_id"] = a_client(village, people["another_student"], saara)
    are_whole(village, found["whole_item"], saara)
    found["running_attendee"] = attendee_of(village, found["running_item"], oona)
    return found


def _ready_assessment(village: Village, people: Mapping[str, Someone], cast: Cast) -> dict[str, UUID]:
    """An assessment of Aada's in which nobody is still to answer; and the matter of hers that was closed."""
    aada, process_id = people["aada_herself"], cast.things["process_id"]
    asked = [(Informant.STUDENT, aada)]
    ready = an_assessment(village, cast.things["case_id"], process_id, people["saara_curator"], asked)
    is_answered(village, observation_of(village, ready, aada), "4", "Rauhallinen aamu.")
    with village.work() as work:
        closed = work.session.get_one(FeedbackOffer, cast.things["offer_id"]).case_id
    return {"ready_id": ready, "closed_id": closed}


def _agendas(village: Village, people: Mapping[str, Someone], case_id: UUID) -> dict[str, UUID]:
    """Two meetings that Saara arranges: one about Aada and another pupil, and one about the other alone."""
    saara = people["saara_curator"]
    other = a_case(village, people["another_student"], saara)
    found = {name: a_meeting(village, saara) for name in ("pair_id", "lone_id")}
    an_item(village, found["lone_id"], other)
    found["pair_item"] = an_item(village, found["pair_id"], case_id, [Asked(people["mirja_nurse"])])
    an_item(village, found["pair_id"], other, place=2)
    return found


def _final_minutes(village: Village, people: Mapping[str, Someone], case_id: UUID) -> dict[str, UUID]:
    """A meeting about the same matter a week ago, its record in the round of amendments."""
    saara, mirja = people["saara_curator"], people["mirja_nurse"]
    meeting_id = a_meeting(village, saara, datetime(2026, 11, 16, 7, tzinfo=UTC))
    asked = [Asked(people["aada_herself"], Part.STUDENT), Asked(saara, office=Role.CURATOR), Asked(mirja)]
    item_id = an_item(village, meeting_id, case_id, asked)
    final_minutes(village, item_id, saara, mirja)
    return {
        "held_id": meeting_id,
        "final_id": item_id,
        "own_measure_id": a_measure(village, item_id, mirja, saara),
        "proposal_id": an_amendment(village, item_id, mirja),
    }


def _arrange(village: Village, people: Mapping[str, Someone], signer: Signer) -> dict[str, str]:
    """What the builders do not make: an office in the county, a door shut, a password to be changed, a demo's mark."""
    with village.work() as work:
        statement = select(Assignment).where(Assignment.person_id == people["county_chief"].person_id)
        chief = work.session.scalars(statement).one()
        chief.organisation_id = chief.employer_id = village.county_id
        work.session.get_one(Organisation, village.county_id).official_code = "18"
        work.session.get_one(Organisation, village.provider_id).municipality_code = "999"
        work.session.delete(work.session.get_one(Account, people["without_account"].account_id))
        work.session.get_one(Account, people["disabled"].account_id).is_enabled = False
        work.session.get_one(Account, people["renewed"].account_id).must_change_password = True
        work.session.add(InstanceMark(name="demo", value="yes"))
        codes = renew_recovery_codes(work, work.session.get_one(Account, signer.account_id))
        words = {RECOVERY: codes[0]}
    reader = people["another_guardian"].person_id
    with at_work(village, people["secretary"], Permission.FAMILY_LETTER_MAKE) as work:
        return words | {LETTER: make_letters(work, [work.session.get_one(Person, reader)], "a form")[reader]}
