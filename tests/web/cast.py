"""The people and things the access matrix is drawn with: one request, one matter, and everybody's relation to them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.builders import Someone, Village
from tests.builders_cases import a_case, a_place, a_will, an_exclusion
from tests.builders_communal import a_review
from tests.builders_emergencies import an_emergency
from tests.builders_groups import a_group_at_work
from tests.builders_indicators import indicator_things
from tests.builders_jobs import a_job_given_up
from tests.builders_own_words import own_words
from tests.builders_papers import a_form, a_paper
from tests.builders_school_year import a_task, year_things
from tests.builders_services import a_served_pupil, a_vacant_client
from tests.builders_statutory import a_version
from tests.web.cast_disclosures import given
from tests.web.cast_guidance import guidance_things
from tests.web.cast_meeting import a_meeting_about_two
from tests.web.cast_offers import offers_of
from tests.web.cast_own import own_things
from tests.web.cast_participation import participation_things
from tests.web.cast_plans import plan_things
from tests.web.cast_programmes import programme_things
from tests.web.cast_rights import asked_of_service, rights_things
from welfare.accounts.actors import actor_of
from welfare.accounts.models import Account, Level, SignInSession
from welfare.accounts.sessions import SessionPolicy, begin_session
from welfare.cases.models import CaseMember, OutsideParticipant
from welfare.journal.models import JournalEntry
from welfare.organisations.models import ClosedDays, SchoolYear, Term
from welfare.people.models import DeliveryState, RosterDelivery, RosterImport, RosterReview
from welfare.requests.models import ContactRequest, InformTask, Talk
from welfare.rules.actors import NOBODY, Actor, Role
from welfare.rules.annual_clock import Bearer
from welfare.rules.consent import Answer, ConsentKind
from welfare.rules.ids import RequestId
from welfare.rules.journal import EntryKind
from welfare.rules.receipts import receipt_number
from welfare.rules.registers import Register
from welfare.rules.requests import RequestState, SenderKind, Service
from welfare.rules.sending import TaskKind
from welfare.rules.talks import TalkWay

YESTERDAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Cast:
    """Everybody by name, and an example of every thing a route may name."""

    people: Mapping[str, Someone]
    things: Mapping[str, UUID]
    beside: Mapping[str, UUID] = field(default_factory=dict)
    """The item of another pupil in the same meeting, and an example of what lies within it."""

    def actors(self, session: Session, now: datetime) -> dict[str, Actor]:
        """Everybody as the rules see them; a stranger and half a sign-in besides."""
        found = {"stranger": NOBODY}
        for name, who in self.people.items():
            found[name] = _actor(session, who, Level.FULL, now)
        found["half_signed_in"] = _actor(session, self.people["curator_colleague"], Level.PASSWORD, now)
        return found


def a_cast(village: Village) -> Cast:
    """The whole cast in an empty village."""
    people = _people(village)
    aada, saara, oona = people["aada_herself"], people["saara_curator"], people["oona_own_teacher"]
    case_id = a_case(village, aada, saara, oona, people["mirja_nurse"], people["eeva_excluded"])
    exclusion_id = an_exclusion(village, case_id, aada, people["eeva_excluded"])
    for name in ("petri_expired_member", "pirkko_withdrawn"):
        a_place(village, case_id, aada, people[name])
    member = ConsentKind.GROUP_MEMBER
    a_will(village, case_id, aada, member, named=people["petri_expired_member"], valid_to=YESTERDAY)
    a_will(village, case_id, aada, member, named=people["pirkko_withdrawn"])
    a_will(village, case_id, aada, member, Answer.WITHDRAWN, named=people["pirkko_withdrawn"], given_on=YESTERDAY)
    guardian = people["aadas_guardian"]
    meeting, beside = a_meeting_about_two(village, case_id, people)
    things = {
        "case_id": case_id,
        "group_id": case_id,
        **dict.fromkeys(("candidate_id", "endangered_id", "student_id", "own_student_id"), aada.person_id),
        "protected_id": aada.person_id,
        "own_case_id": case_id,
        "own_words_id": own_words(village, case_id, aada, "Aamut ovat vaikeimpia."),
        "staff_id": people["principal"].person_id,
        "exclusion_id": exclusion_id,
        **_paper(village, case_id, aada, saara),
        "form_id": a_form(village, case_id, aada, saara),
        "prohibition_id": a_will(village, None, aada, ConsentKind.MINOR_PROHIBITION, named=guardian),
        "own_prohibition_id": a_will(village, case_id, aada, ConsentKind.MINOR_PROHIBITION, named=guardian),
        "entry_id": _entry(village, case_id, aada, saara),
        "own_session_id": _session(village, oona),
        **_organisations(village),
        **_roster(village),
        "unit_id": village.school_id,
        **programme_things(village, people),
        **participation_things(village, people),
        **guidance_things(village, people),
        **rights_things(village, people, case_id),
        "emergency_id": an_emergency(village, case_id, people["curator_colleague"]),
        **indicator_things(village),
        "signed_id": a_review(village, people["principal"]),
        **year_things(village),
        **a_group_at_work(
            village, people["principal"], chair=people["curator_colleague"], member=oona, doer=people["mirja_nurse"]
        ),
        "plan_version_id": a_version(village),
        "clock_task_id": a_task(village, owner=Bearer.NURSE),
        "done_task_id": a_task(village, "Tehty", owner=Bearer.NURSE, month=8, done_on=date(2026, 8, 20)),
        "job_id": a_job_given_up(village, village.provider_id),
        **_within_case(village, case_id, aada, saara),
        **_request(village, aada, oona, saara),
        **own_things(village, people),
        **meeting,
        **offers_of(village, case_id, people),
        **given(village, case_id, people),
        **plan_things(village, case_id, people),
        "vacant_id": a_vacant_client(village, aada),
        **(served := a_served_pupil(village, aada, saara, people["curator_colleague"], people["curator_elsewhere"])),
        "client_rectification_id": asked_of_service(village, people, served["note_id"]),
    }
    return Cast(people, things, beside)


def _people(village: Village) -> dict[str, Someone]:
    own, other = village.a_class("8B"), village.a_class("9A")
    elsewhere = village.another_school()
    staff = village.staff
    aada = village.student("Aada Metsäpelto", own)
    another = village.student("Eetu Kallioniemi", other)
    return {
        "oona_own_teacher": staff(Role.TEACHER, "Oona Rautasalo", class_id=own),
        "petri_expired_member": staff(Role.TEACHER, "Petri Hongisto", class_id=other),
        "another_class_teacher": staff(Role.TEACHER, "Teemu Lahti", class_id=other),
        "henrik_item_beside": staff(Role.TEACHER, "Henrik Ståhlnäs"),
        "principal": staff(Role.PRINCIPAL, "Riitta Reksi"),
        "special_teacher": staff(Role.SPECIAL_TEACHER, "Erja Saari"),
        "study_counsellor": staff(Role.STUDY_COUNSELLOR, "Olli Opo"),
        "assistant": staff(Role.SCHOOL_ASSISTANT, "Anu Avustaja"),
        "secretary": staff(Role.SCHOOL_SECRETARY, "Sirpa Sihteeri"),
        "saara_curator": staff(Role.CURATOR, "Saara Lehtovirta"),
        "curator_colleague": staff(Role.SENIOR_CURATOR, "Kirsi Kollega"),
        "curator_elsewhere": staff(Role.CURATOR, "Kaarlo Kaukana", school_id=elsewhere),
        "eeva_excluded": staff(Role.CURATOR, "Eeva Esteellinen"),
        "psychologist": staff(Role.PSYCHOLOGIST, "Pasi Psykologi"),
        "mirja_nurse": staff(Role.NURSE, "Mirja Kanervala"),
        "pirkko_withdrawn": staff(Role.NURSE, "Pirkko Peruttu"),
        "data_protection_officer": staff(Role.DATA_PROTECTION_OFFICER, "Tuula Tietosuoja"),
        "administrator": staff(Role.ADMINISTRATOR, "Ville Ylläpito"),
        "coordinator": staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori"),
        "aada_herself": aada,
        "another_student": another,
        "aadas_guardian": village.guardian("Tiina Metsäpelto", aada),
        "another_guardian": village.guardian("Kalle Kallioniemi", another),
    }


def _request(village: Village, student: Someone, sender: Someone, handler: Someone) -> dict[str, UUID]:
    request_id, talk_id, task_id = uuid4(), uuid4(), uuid4()
    place = {"student_id": student.person_id, "controller_id": village.county_id, "register": Register.SOCIAL}
    with village.work() as work:
        request = ContactRequest(
            id=request_id,
            receipt=receipt_number(RequestId(request_id)),
            school_id=village.school_id,
            service=Service.CURATOR,
            sender_kind=SenderKind.STAFF,
            sender_account_id=sender.account_id,
            state=RequestState.CLAIMED,
            is_urgent=False,
            received_at=work.now,
            due_on=date(2026, 12, 2),
            queue_on=date(2026, 12, 2),
            handler_account_id=handler.account_id,
            claimed_at=work.now,
            **place,
        )
        work.encrypt_document(request, ContactRequest.document, {"description": "Poissaoloja."})
        work.session.add(request)
        work.session.flush()
        work.session.add(InformTask(id=task_id, request_id=request_id, kind=TaskKind.TELL_STUDENT, **place))
        work.session.add(
            Talk(
                id=talk_id,
                request_id=request_id,
                offered_at=work.now,
                offered_for=work.now,
                way=next(iter(TalkWay)),
                recorded_by=handler.account_id,
                **place,
            )
        )
    return {"request_id": request_id, "talk_id": talk_id, "task_id": task_id}


def _organisations(village: Village) -> dict[str, UUID]:
    """The provider and its calendar."""
    year_id, term_id, closed_id = uuid4(), uuid4(), uuid4()
    days = {"starts_on": date(2027, 8, 9), "ends_on": date(2028, 6, 3)}
    with village.work() as work:
        work.session.add(SchoolYear(id=year_id, organisation_id=village.provider_id, **days))
        work.session.flush()
        work.session.add(Term(id=term_id, school_year_id=year_id, name="Lukuvuosi", **days))
        names = {"name_fi": "Loma", "name_sv": "Lov"}
        work.session.add(ClosedDays(id=closed_id, organisation_id=village.provider_id, **names, **days))
    return {
        "organisation_id": village.provider_id,
        "provider_id": village.provider_id,
        "county_id": village.county_id,
        "place_id": village.school_id,
        "school_id": village.school_id,
        "calendar_id": village.provider_id,
        "year_id": year_id,
        "term_id": term_id,
        "closed_id": closed_id,
    }


def _roster(village: Village) -> dict[str, UUID]:
    """A roster handed over at the provider, and what an earlier one has left."""
    delivery_id, import_id, review_id = uuid4(), uuid4(), uuid4()
    with village.work() as work:
        delivery = RosterDelivery(
            id=delivery_id, controller_id=village.provider_id, arrived_at=work.now, state=DeliveryState.READY
        )
        earlier = RosterImport(
            id=import_id, sender="999/o", provider_id=village.provider_id, at=work.now, digest="", counts={}
        )
        work.session.add_all([delivery, earlier])
        work.session.flush()
        work.session.add(RosterReview(id=review_id, import_id=import_id, code="vanished"))
    return {"delivery_id": delivery_id, "review_id": review_id}


def _within_case(village: Village, case_id: UUID, student: Someone, recorder: Someone) -> dict[str, UUID]:
    with village.work() as work:
        participant = OutsideParticipant(
            id=uuid4(),
            case_id=case_id,
            student_id=student.person_id,
            controller_id=village.provider_id,
            outsider_id=uuid4(),
            since=work.facts.on,
            added_by=recorder.account_id,
        )
        words = {"name": "Nelli Nuotio", "role": "Nuorisotyöntekijä", "organisation": "Rannan nuorisotalo"}
        work.encrypt_document(participant, OutsideParticipant.document, words)
        work.session.add(participant)
        places = select(CaseMember.id).where(CaseMember.case_id == case_id, CaseMember.is_responsible)
        return {"participant_id": participant.id, "member_id": work.session.scalars(places).one()}


def _entry(village: Village, case_id: UUID, student: Someone, author: Someone) -> UUID:
    entry_id = uuid4()
    with village.work() as work:
        entry = JournalEntry(
            id=entry_id,
            case_id=case_id,
            student_id=student.person_id,
            controller_id=village.provider_id,
            kind=EntryKind.NOTE,
            occurred_on=work.facts.on,
            written_at=work.now,
            author_account_id=author.account_id,
            author_person_id=author.person_id,
            author_office=Role.CURATOR.value,
        )
        work.encrypt_document(entry, JournalEntry.document, {"text": "Sovittiin aamuista."})
        work.session.add(entry)
    return entry_id


def _paper(village: Village, case_id: UUID, student: Someone, keeper: Someone) -> dict[str, UUID]:
    """A consent given on paper, and its scan, which waits for the scanner."""
    will_id = a_will(village, case_id, student, ConsentKind.GROUP_HANDLING)
    return {"consent_id": will_id, "paper_id": a_paper(village, will_id, keeper)}


def _session(village: Village, who: Someone) -> UUID:
    with village.work() as work:
        account = work.session.get_one(Account, who.account_id)
        begin_session(
            work, account, Level.FULL, SessionPolicy(timedelta(minutes=15), timedelta(hours=12), is_https=False), "x"
        )
        work.session.flush()
        return work.session.scalars(select(SignInSession.id).where(SignInSession.account_id == who.account_id)).one()


def _actor(session: Session, who: Someone, level: Level, now: datetime) -> Actor:
    account = session.get_one(Account, who.account_id)
    return actor_of(session, account, SignInSession(id=uuid4(), level=level), now.date())
