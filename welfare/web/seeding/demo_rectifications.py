"""Corrections asked for in the demonstration: one waits, one is refused, one is corrected at its source."""

from welfare.datarights.asked import IdentityWay, SentBy
from welfare.datarights.queries import load_data_subject
from welfare.people.pages import PersonName
from welfare.rectifications.actions import RectificationAsked, ask_for_rectification, refuse, send_to_source, tell
from welfare.rectifications.queries import load_at_desk
from welfare.rectifications.records import records_about
from welfare.rules.log_requests import Asker
from welfare.rules.permissions import Permission
from welfare.rules.rectifications import RecordKind, RectificationRefusal
from welfare.rules.registers import Register
from welfare.web.seeding.demo_rights import OFFICER
from welfare.web.seeding.director import Thread
from welfare.web.seeding.stage import Asked
from welfare.web.seeding.troupe import Troupe

MILJA = "p000916"
WRONG = "Kirjauksessa lukee, että olin poissa koko viikon."
RIGHT = "Olin poissa maanantain ja tiistain, ja muut päivät olin koulussa."
WRONG_NAME = "Toinen etunimeni on kirjoitettu väärin."
RIGHT_NAME = "Nimi kirjoitetaan kahdella t-kirjaimella, kuten passissa."
SOURCE = "Koulusihteeri korjaa nimen oppilasrekisteriin. Uusi nimi tulee henkilöhakemistoon seuraavassa siirrossa."
Said = tuple[RecordKind, str, str]
"""About what, what is wrong, and what it should be."""
GROUNDS = "Pyyntöön ei ole liitetty selvitystä oikeudesta toimia toisen puolesta."


def rectifications(troupe: Troupe) -> list[Thread]:
    """Three requests, each so far."""
    return [_waits(troupe), _has_no_right(troupe), _is_of_the_directory(troupe)]


def _waits(troupe: Troupe) -> Thread:
    yield troupe.at(-3, "15.20")
    _receive(troupe, MILJA, Asker.ONESELF, "", (RecordKind.ENTRY, WRONG, RIGHT))


def _has_no_right(troupe: Troupe) -> Thread:
    yield troupe.at(-10, "9.45")
    asked = _receive(troupe, "p000435", Asker.GUARDIAN, "Jorma Saukko", (RecordKind.ENTRY, WRONG, RIGHT))
    yield troupe.at(-6, "10.30")
    officer = troupe.players[OFFICER].id
    with troupe.stage.scene(officer, Permission.RECTIFICATION_HANDLE, asked) as (work, row):
        refuse(work, row, RectificationRefusal.NO_RIGHT, GROUNDS)
    with troupe.stage.scene(officer, Permission.RECTIFICATION_HANDLE, asked) as (work, row):
        tell(work, row, work.facts.on, SentBy.POST)


def _is_of_the_directory(troupe: Troupe) -> Thread:
    yield troupe.at(-8, "12.10")
    asked = _receive(troupe, "p000435", Asker.ONESELF, "", (RecordKind.DIRECTORY, WRONG_NAME, RIGHT_NAME))
    yield troupe.at(-5, "9.15")
    officer = troupe.players[OFFICER].id
    with troupe.stage.scene(officer, Permission.RECTIFICATION_HANDLE, asked) as (work, row):
        send_to_source(work, row, SOURCE)
    with troupe.stage.scene(officer, Permission.RECTIFICATION_HANDLE, asked) as (work, row):
        tell(work, row, work.facts.on, SentBy.OWN_PAGE)


def _receive(troupe: Troupe, pupil: str, asker: Asker, asker_name: str, said: Said) -> Asked:
    kind, wrong, right = said
    about = Asked("subject", load_data_subject, troupe.pupils[pupil].id)
    officer = troupe.players[OFFICER].id
    with troupe.stage.scene(officer, Permission.RECTIFICATION_RECEIVE, about) as (work, subject):
        found = records_about(work.session, subject, [(subject.controller_id, Register.WELFARE)])
        row = ask_for_rectification(
            work,
            RectificationAsked(
                controller_id=subject.controller_id,
                register=Register.WELFARE,
                subject_id=subject.id,
                record=next(each for each in found if each.kind is kind or each is found[-1]),
                name=PersonName.of(work, subject).full,
                asker=asker,
                asker_name=asker_name,
                identity_way=IdentityWay.SIGNED_IN if asker is Asker.ONESELF else IdentityWay.DOCUMENT,
                language="fi",
                received_on=work.facts.on,
                wrong=wrong,
                right=right,
            ),
        )
        return Asked("asked", load_at_desk, row.id)
