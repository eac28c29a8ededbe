"""The curator's desk in the demonstration: requests late, due today, soon and later, met and closed."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from welfare.requests.actions.sending import SendRequest
from welfare.rules.deadlines import TALK_LIMIT
from welfare.rules.outcomes import Outcome
from welfare.rules.requests import Service, Urgency
from welfare.rules.safe_contact import ContactWay, HomeContact, SafeContact
from welfare.rules.sending import GuardianTold, TaskKind
from welfare.rules.subjects import Subject
from welfare.rules.talks import TalkAnswer
from welfare.web.seeding import request_scenes
from welfare.web.seeding.director import Thread, moment
from welfare.web.seeding.troupe import Troupe


def threads(troupe: Troupe) -> Iterator[Thread]:
    """Everything that has come to the services of the school."""
    yield _urgent(troupe)
    yield _late(troupe)
    yield _just_sent(troupe, "rauno", "p000681", troupe.diary.before(troupe.diary.day(0), TALK_LIMIT), _BY_COUNSELLOR)
    yield _just_sent(troupe, "milja", "p000916", troupe.diary.before(troupe.diary.day(1), TALK_LIMIT), _BY_MILJA)
    yield _just_sent(troupe, "marjatta", "p000435", troupe.diary.day(-1), _BY_TEACHER)
    yield _just_sent(troupe, "elina", "p000916", troupe.diary.day(-2), _BY_GUARDIAN)
    yield _just_sent(troupe, "rauno", "p000494", troupe.diary.day(-3), _TO_PSYCHOLOGIST)
    yield _just_sent(troupe, "elli", "p000777", troupe.diary.day(-4), _TO_DOCTOR)
    yield _agreed(troupe)
    yield _held(troupe)
    yield _advised(troupe)


def _staff(service: Service, subject: Subject, description: str, told_on: date | None) -> SendRequest:
    """A request made together with the pupil; the guardian has been told, or the receiver gets the task."""
    return SendRequest(
        service=service,
        urgency=Urgency.NORMAL,
        subject=subject,
        description=description,
        together=True,
        guardian_told=GuardianTold.TOLD if told_on else GuardianTold.NOT_YET,
        guardian_told_on=told_on,
        contact_way="Koulupäivän aikana",
    )


_BY_COUNSELLOR = _staff(
    Service.CURATOR,
    Subject.TRANSITION,
    "Yhteishaku lähestyy, ja Selma sanoo, ettei jaksa ajatella koko asiaa. Hän on ollut viikon poissa tunneiltani.",
    None,
)
_BY_MILJA = SendRequest(
    service=Service.CURATOR,
    subject=Subject.PEERS_AND_BULLYING,
    description="Haluaisin jutella siitä, mitä luokan ryhmäviesteissä tapahtui. En halua, että siitä tulee iso juttu.",
    contact_way="Välitunnilla, ei tekstiviestiä kotiin",
    safe_contact=SafeContact(
        ways=(ContactWay.OWN_PAGES, ContactWay.AT_SCHOOL), home=HomeContact.NEVER, kept_from="Luokkakaverit"
    ),
)
_BY_TEACHER = _staff(
    Service.UNSURE,
    Subject.COPING_AND_MOOD,
    "Iida on hiljentynyt syksyn aikana. Sovimme yhdessä, että joku opiskeluhuollosta juttelisi hänen kanssaan.",
    None,
)
_BY_GUARDIAN = SendRequest(
    service=Service.NURSE,
    urgency=Urgency.NORMAL,
    subject=Subject.HEALTH,
    description="Miljan päätä on särkenyt monta viikkoa. Voisiko hän tulla vastaanotolle?",
    contact_way="Puhelu iltapäivällä",
)
_TO_PSYCHOLOGIST = _staff(
    Service.PSYCHOLOGIST,
    Subject.LEARNING,
    "Lumi toivoo apua siihen, että lukeminen takkuaa kokeissa, vaikka hän on valmistautunut hyvin.",
    None,
)
_TO_DOCTOR = _staff(
    Service.DOCTOR,
    Subject.HEALTH,
    "Eetu on kertonut väsymyksestä ja huimauksesta. Sovittiin, että koululääkäri arvioi tilanteen.",
    None,
)


def _just_sent(troupe: Troupe, sender: str, pupil: str, day: date, command: SendRequest) -> Thread:
    """A request that nobody has taken yet."""
    yield moment(day, "10.20")
    troupe.send(sender, pupil, command)


def _urgent(troupe: Troupe) -> Thread:
    """On the last school day a teacher could not wait for the pupil."""
    yield troupe.at(-1, "13.50")
    command = SendRequest(
        service=Service.CURATOR,
        urgency=Urgency.URGENT,
        urgency_reason="Santeri sanoi välitunnilla, ettei halua enää tulla kouluun.",
        subject=Subject.COPING_AND_MOOD,
        description="Santeri on ollut viime viikot alakuloinen. Eilen hän itki eikä halunnut kertoa miksi.",
        together=False,
        together_reason="Santeri lähti kesken päivän, enkä tavoittanut häntä.",
        guardian_told=GuardianTold.NOT_YET,
    )
    troupe.send("marjatta", "p001098", command)


def _late(troupe: Troupe) -> Thread:
    """A talk was offered in time, and nobody came: the limit has run out."""
    sent, elli = troupe.diary.before(troupe.diary.day(-1), TALK_LIMIT), troupe.players["elli"].id
    yield moment(sent, "9.10")
    text = "Viljami myöhästyy melkein joka aamu ja nukahtaa tunneilla. Hän toivoo, että joku kysyisi, mistä se johtuu."
    request_id = troupe.send("maarit", "p001011", _staff(Service.CURATOR, Subject.ATTENDANCE, text, sent))
    yield troupe.at(-6, "8.40")
    request_scenes.claim(troupe.stage, elli, request_id)
    yield troupe.at(-5, "8.45")
    talk_id = request_scenes.offer(troupe.stage, elli, request_id, troupe.at(-3, "12.15"), "Kutsu annettu tunnilla.")
    yield troupe.at(-3, "12.40")
    request_scenes.answer(troupe.stage, elli, request_id, talk_id, TalkAnswer.NOT_HELD)


def _agreed(troupe: Troupe) -> Thread:
    """A talk is agreed for the next school day."""
    elli = troupe.players["elli"].id
    yield troupe.at(-4, "14.05")
    text = "Zamzam on jäänyt ryhmätöissä yksin ja pyysi itse, että kertoisin asiasta kuraattorille."
    day = troupe.diary.day(-4)
    request_id = troupe.send("marjatta", "p000537", _staff(Service.CURATOR, Subject.PEERS_AND_BULLYING, text, day))
    yield troupe.at(-3, "8.30")
    request_scenes.claim(troupe.stage, elli, request_id)
    yield troupe.at(-3, "8.50")
    talk_id = request_scenes.offer(troupe.stage, elli, request_id, moment(troupe.diary.coming, "10.15"))
    yield troupe.at(-2, "9.00")
    request_scenes.answer(troupe.stage, elli, request_id, talk_id, TalkAnswer.ACCEPTED)


def _held(troupe: Troupe) -> Thread:
    """The talk has been held; the guardian is still to be told."""
    elli = troupe.players["elli"].id
    yield troupe.at(-9, "11.30")
    text = "Hilda kertoi, että kotona on ollut raskasta. Hän toivoo keskustelua jonkun aikuisen kanssa."
    request_id = troupe.send("marjatta", "p000283", _staff(Service.CURATOR, Subject.FAMILY, text, None))
    yield troupe.at(-8, "8.35")
    request_scenes.claim(troupe.stage, elli, request_id)
    talk_id = request_scenes.offer(troupe.stage, elli, request_id, troupe.at(-6, "9.15"))
    yield troupe.at(-6, "10.05")
    request_scenes.answer(troupe.stage, elli, request_id, talk_id, TalkAnswer.HELD)


def _advised(troupe: Troupe) -> Thread:
    """A request that ended with advice, every duty done."""
    elli = troupe.players["elli"].id
    yield troupe.at(-18, "12.00")
    text = "Aulis on jättänyt liikuntatunteja väliin ja sanoo, että häntä jännittää pukuhuoneessa."
    request_id = troupe.send("maarit", "p000982", _staff(Service.CURATOR, Subject.ATTENDANCE, text, None))
    yield troupe.at(-17, "8.30")
    request_scenes.claim(troupe.stage, elli, request_id)
    talk_id: UUID = request_scenes.offer(troupe.stage, elli, request_id, troupe.at(-15, "13.15"))
    yield troupe.at(-15, "14.00")
    request_scenes.answer(troupe.stage, elli, request_id, talk_id, TalkAnswer.HELD)
    request_scenes.tell(troupe.stage, elli, request_id, TaskKind.TELL_GUARDIAN, troupe.diary.day(-15))
    yield troupe.at(-13, "9.20")
    words = "Sovittiin yhdessä, miten pukuhuoneessa toimitaan. Aulis ottaa tarvittaessa uudelleen yhteyttä."
    request_scenes.close(troupe.stage, elli, request_id, Outcome.ADVICE_ONLY, words)
