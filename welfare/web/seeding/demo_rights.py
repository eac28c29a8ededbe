"""The rights desk of the demonstration: who has asked for the log, and what the officer has answered."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date

from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.actions import LogAsked, ask_for_log, close, grant, refuse, send
from welfare.datarights.asked import IdentityWay, SentBy
from welfare.datarights.models import LogRequest
from welfare.datarights.queries import load_data_subject, load_log_request
from welfare.people.models import Person
from welfare.people.pages import PersonName
from welfare.rules.log_requests import Asker, LogRefusal
from welfare.rules.permissions import Permission
from welfare.rules.registers import Register
from welfare.web.seeding.director import Thread
from welfare.web.seeding.stage import Asked
from welfare.web.seeding.troupe import Troupe

OFFICER = "torsti"


@dataclass(frozen=True, slots=True)
class Coming:
    """One request: how many working days ago, about whom, and in which words."""

    ago: int
    pupil: str
    asker: Asker = Asker.ONESELF
    asker_name: str = ""
    identity_way: IdentityWay = IdentityWay.DOCUMENT
    language: str = "fi"
    words: str = ""
    wants_account: bool = False


LATE_ONE = Coming(
    24,
    "p000681",
    Asker.REPRESENTATIVE,
    "Asianajaja Hilkka Sarkola",
    words="Pyydän tietoa siitä, ketkä ovat käsitelleet päämieheni tietoja lukuvuoden alusta.",
)
MILJAS = Coming(
    17,
    "p000916",
    identity_way=IdentityWay.SIGNED_IN,
    words="Haluan tietää, ketkä ovat lukeneet minun asiaani. Yksi nimi oli outo.",
    wants_account=True,
)
SWEDISH = Coming(4, "p000494", language="sv", words="Vem har läst om mig?")
CLOSED_ONE = Coming(21, "p000916", words="Kuka on katsonut tietojani syksyllä?")
REFUSED_ONE = Coming(14, "p000435", Asker.REPRESENTATIVE, "Jorma Saukko", IdentityWay.NOT_SURE)
GROUNDS = (
    "Pyyntöön ei ole liitetty valtakirjaa eikä muuta selvitystä oikeudesta toimia toisen puolesta. Selvitys on "
    "pyydetty kirjeellä, eikä sitä ole toimitettu määräajassa."
)


def rights(troupe: Troupe) -> list[Thread]:
    """Five requests, each so far."""
    return [
        _waiting(troupe, LATE_ONE),
        _waiting(troupe, MILJAS),
        _waiting(troupe, SWEDISH),
        _answered(troupe, CLOSED_ONE),
        _refused(troupe, REFUSED_ONE),
    ]


def _waiting(troupe: Troupe, coming: Coming) -> Thread:
    yield troupe.at(-coming.ago, "9.20")
    _come(troupe, coming)


def _answered(troupe: Troupe, coming: Coming) -> Thread:
    yield troupe.at(-coming.ago, "10.05")
    asked = _come(troupe, coming)
    yield troupe.at(-coming.ago + 8, "13.10")
    with _handling(troupe, asked) as (work, row):
        grant(work, row)
    with _handling(troupe, asked) as (work, row):
        send(work, row, work.facts.on, SentBy.OWN_PAGE)
    with _handling(troupe, asked) as (work, row):
        close(work, row)


def _refused(troupe: Troupe, coming: Coming) -> Thread:
    yield troupe.at(-coming.ago, "11.30")
    asked = _come(troupe, coming)
    yield troupe.at(-2, "14.15")
    with _handling(troupe, asked) as (work, row):
        refuse(work, row, LogRefusal.NO_RIGHT, GROUNDS)


def _come(troupe: Troupe, coming: Coming) -> Asked:
    about = Asked("subject", load_data_subject, troupe.pupils[coming.pupil].id)
    officer = troupe.players[OFFICER].id
    with troupe.stage.scene(officer, Permission.LOG_REQUEST_RECEIVE, about) as (work, subject):
        row = ask_for_log(work, _command(coming, subject, PersonName.of(work, subject).full, work.facts.on))
        return Asked("asked", load_log_request, row.id)


def _command(coming: Coming, subject: Person, name: str, on: date) -> LogAsked:
    return LogAsked(
        controller_id=subject.controller_id,
        register=Register.WELFARE,
        subject_id=subject.id,
        name=name,
        asker=coming.asker,
        asker_name=coming.asker_name,
        identity_way=coming.identity_way,
        language=coming.language,
        received_on=on,
        words=coming.words,
        wants_account=coming.wants_account,
    )


def _handling(troupe: Troupe, asked: Asked) -> AbstractContextManager[tuple[UnitOfWork, LogRequest]]:
    return troupe.stage.scene(troupe.players[OFFICER].id, Permission.LOG_REQUEST_HANDLE, asked)
