"""Corrections asked for in the demonstration: one waits to be assessed, one has been refused at the desk."""

from welfare.datarights.asked import IdentityWay, SentBy
from welfare.datarights.queries import load_data_subject
from welfare.journal.models import JournalEntry
from welfare.people.pages import PersonName
from welfare.rectifications.actions import RectificationAsked, ask_for_rectification, refuse, tell
from welfare.rectifications.queries import entries_about, load_at_desk
from welfare.rules.log_requests import Asker
from welfare.rules.permissions import Permission
from welfare.rules.rectifications import RectificationRefusal
from welfare.web.seeding.demo_rights import OFFICER
from welfare.web.seeding.director import Thread
from welfare.web.seeding.stage import Asked
from welfare.web.seeding.troupe import Troupe

MILJA = "p000916"
WRONG = "Kirjauksessa lukee, että olin poissa koko viikon."
RIGHT = "Olin poissa maanantain ja tiistain, ja muut päivät olin koulussa."
GROUNDS = "Pyyntöön ei ole liitetty selvitystä oikeudesta toimia toisen puolesta."


def rectifications(troupe: Troupe) -> list[Thread]:
    """Two requests, each so far."""
    return [_waits(troupe), _has_no_right(troupe)]


def _waits(troupe: Troupe) -> Thread:
    yield troupe.at(-3, "15.20")
    _receive(troupe, MILJA, Asker.ONESELF, "")


def _has_no_right(troupe: Troupe) -> Thread:
    yield troupe.at(-10, "9.45")
    asked = _receive(troupe, "p000435", Asker.GUARDIAN, "Jorma Saukko")
    yield troupe.at(-6, "10.30")
    officer = troupe.players[OFFICER].id
    with troupe.stage.scene(officer, Permission.RECTIFICATION_HANDLE, asked) as (work, row):
        refuse(work, row, RectificationRefusal.NO_RIGHT, GROUNDS)
    with troupe.stage.scene(officer, Permission.RECTIFICATION_HANDLE, asked) as (work, row):
        tell(work, row, work.facts.on, SentBy.POST)


def _receive(troupe: Troupe, pupil: str, asker: Asker, asker_name: str) -> Asked:
    about = Asked("subject", load_data_subject, troupe.pupils[pupil].id)
    officer = troupe.players[OFFICER].id
    with troupe.stage.scene(officer, Permission.RECTIFICATION_RECEIVE, about) as (work, subject):
        entries: list[JournalEntry] = entries_about(work.session, subject, {subject.controller_id})
        row = ask_for_rectification(
            work,
            RectificationAsked(
                controller_id=subject.controller_id,
                subject_id=subject.id,
                entry=entries[0] if entries else None,
                name=PersonName.of(work, subject).full,
                asker=asker,
                asker_name=asker_name,
                identity_way=IdentityWay.SIGNED_IN if asker is Asker.ONESELF else IdentityWay.DOCUMENT,
                language="fi",
                received_on=work.facts.on,
                wrong=WRONG,
                right=RIGHT,
            ),
        )
        return Asked("asked", load_at_desk, row.id)
