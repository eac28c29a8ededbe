"""Copies of data in the demonstration: one that has come, two being reviewed, one refused."""

from contextlib import AbstractContextManager

from welfare.access_copies.actions.deciding import hand_over, refuse
from welfare.access_copies.actions.receiving import CopyAsked, ask_for_copy
from welfare.access_copies.actions.reviewing import Looked, gather, look_at
from welfare.access_copies.models import AccessCopy
from welfare.access_copies.queries import load_access_copy, parts_of
from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.asked import IdentityWay, SentBy
from welfare.datarights.queries import load_data_subject
from welfare.people.pages import PersonName
from welfare.rules.access_copies import CopyLimit
from welfare.rules.log_requests import Asker
from welfare.rules.permissions import Permission
from welfare.rules.registers import Register
from welfare.web.seeding.demo_rights import OFFICER
from welfare.web.seeding.director import Thread
from welfare.web.seeding.stage import Asked
from welfare.web.seeding.troupe import Troupe

GROUNDS = "Pyyntöön ei ole liitetty valtakirjaa eikä muuta selvitystä oikeudesta toimia toisen puolesta."
WORDS = "Haluan nähdä, mitä minusta on kirjoitettu."


def copies(troupe: Troupe) -> list[Thread]:
    """Four requests, each so far."""
    return [
        _came(troupe, "p000494"),
        _reviewed(troupe, "p000220"),
        _ready(troupe, "p000916"),
        _refused(troupe, "p000435"),
    ]


def _came(troupe: Troupe, pupil: str) -> Thread:
    yield troupe.at(-3, "8.40")
    _receive(troupe, pupil, IdentityWay.SIGNED_IN, WORDS)


def _reviewed(troupe: Troupe, pupil: str) -> Thread:
    yield troupe.at(-15, "9.10")
    asked = _receive(troupe, pupil, IdentityWay.DOCUMENT, "")
    yield troupe.at(-2, "10.00")
    _look(troupe, asked, most=3)


def _ready(troupe: Troupe, pupil: str) -> Thread:
    yield troupe.at(-12, "12.15")
    asked = _receive(troupe, pupil, IdentityWay.SIGNED_IN, WORDS)
    yield troupe.at(-1, "13.00")
    _look(troupe, asked, most=500, withheld="outsider")


def _refused(troupe: Troupe, pupil: str) -> Thread:
    yield troupe.at(-11, "11.05")
    asked = _receive(troupe, pupil, IdentityWay.DOCUMENT, "", asker=Asker.REPRESENTATIVE)
    yield troupe.at(-7, "14.40")
    with _handling(troupe, asked) as (work, copy):
        refuse(work, copy, CopyLimit.NO_RIGHT, GROUNDS)
    with _handling(troupe, asked) as (work, copy):
        hand_over(work, copy, work.facts.on, SentBy.POST)


def _receive(troupe: Troupe, pupil: str, way: IdentityWay, words: str, asker: Asker = Asker.ONESELF) -> Asked:
    about = Asked("subject", load_data_subject, troupe.pupils[pupil].id)
    with troupe.stage.scene(troupe.players[OFFICER].id, Permission.ACCESS_COPY_RECEIVE, about) as (work, subject):
        row = ask_for_copy(
            work,
            CopyAsked(
                controller_id=subject.controller_id,
                register=Register.WELFARE,
                subject_id=subject.id,
                name=PersonName.of(work, subject).full,
                asker=asker,
                asker_name="" if asker is Asker.ONESELF else "Jorma Saukko",
                identity_way=way,
                language="fi",
                received_on=work.facts.on,
                words=words,
            ),
        )
        return Asked("copy", load_access_copy, row.id)


def _look(troupe: Troupe, asked: Asked, most: int, withheld: str = "") -> None:
    """Gather, and look at so many records; of one kind the first is left out."""
    with _handling(troupe, asked) as (work, copy):
        gather(work, copy)
    with troupe.stage.scene(troupe.players[OFFICER].id, Permission.ACCESS_COPY_REVIEW, asked) as (work, copy):
        parts = list(parts_of(work.session, copy))
        first = next((part for part in parts if part.kind == withheld), None)
        for part in parts[:most]:
            limit = CopyLimit.THIRD_PERSON if part is first else None
            look_at(work, copy, part, Looked(revision=part.revision, withheld=limit))


def _handling(troupe: Troupe, asked: Asked) -> AbstractContextManager[tuple[UnitOfWork, AccessCopy]]:
    return troupe.stage.scene(troupe.players[OFFICER].id, Permission.ACCESS_COPY_HANDLE, asked)
