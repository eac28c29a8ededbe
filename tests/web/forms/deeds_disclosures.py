"""The deeds of giving something to outsiders: on one screen, on paper, and closing it again."""

from collections.abc import Mapping

from tests.builders_disclosures import a_parcel_for
from tests.builders_journal import IDENTITY_CODE
from tests.client import Page
from tests.web.forms.deed import Answer, Deed, first_offered
from tests.web.forms.scene import Scene
from welfare.crypto.parcels import Keys
from welfare.disclosures.card_text import card_text
from welfare.disclosures.transfer_record import Pupil

DISCLOSURES = "/cases/{case_id}/disclosures"
GIVEN: Mapping[str, Answer] = {
    "occurred_on": "20.11.2026",
    "passages": first_offered("passages"),
    "what": "Ohje: mitä tunnilla tehdään",
    "how": "told",
    "to_whom": "8B:n opettajat (6)",
    "ground": "teaching",
    "necessity": "Opettaja ei muuten tiedä, miten toimia.",
}

NOTE: Mapping[str, Answer] = {
    "text": "Tauko annetaan pyydettäessä.",
    "begins_on": "23.11.2026",
    "ends_on": "18.12.2026",
    "necessity": "Opettaja ei muuten tiedä, miten toimia.",
}
OTHER = Keys.made().card


def _card(_scene: Scene, _page: Page) -> object:
    """The card of a provider that is not known yet."""
    return card_text("Toinen kunta", OTHER)


def _package(scene: Scene, _page: Page) -> object:
    """A package about Aada from the provider that hers knows."""
    pupil = Pupil("Aada", "Metsäpelto", "2012-05-05", IDENTITY_CODE)
    provider_id = scene.company.things["provider_id"]
    return a_parcel_for(scene.app.extensions["ledger"], provider_id, pupil), "package.welfare"


def _saara(at: str, answers: Mapping[str, Answer], **more: object) -> Deed:
    return Deed(who="saara_curator", at=at, answers=answers, **more)  # type: ignore[arg-type]  # a Deed's own words


DISCLOSING: Mapping[str, Deed] = {
    "disclosures.save": _saara(DISCLOSURES + "/new", GIVEN),
    "disclosures.autosave": _saara(DISCLOSURES + "/new", GIVEN, gives=204, keeps_all=True),
    "disclosures.handed_over": _saara(DISCLOSURES + "/{disclosure_id}", {"on": "23.11.2026"}),
    "disclosures.paper": _saara(DISCLOSURES + "/{disclosure_id}", {}, gives=200, keeps_all=True, changes=False),
    "disclosures.give_note": _saara("/cases/{case_id}/teacher-notes/new", NOTE),
    "disclosures.end_teacher_note": _saara("/cases/{case_id}/teacher-notes/{teacher_note_id}", {}, keeps_all=True),
    "disclosures.record_notice": _saara(
        "/cases/{case_id}/notices/new",
        {"ground": "notification", "made_on": "20.11.2026", "kept_in": "Kuraattorin asiakasrekisteri"},
    ),
    "disclosures.read_note": Deed(who="oona_own_teacher", at="/received", keeps_all=True),
    "disclosures.parcel": _saara(DISCLOSURES + "/{parcel_id}", {}, gives=200, keeps_all=True, changes=False),
    "disclosures.take_in": _saara("/cases/{case_id}/packages/new", {"file": _package}),
    "disclosures.know_partner": Deed(
        who="administrator",
        at="/organisations/{provider_id}/packages",
        answers={"card": _card, "fingerprint": OTHER.fingerprint},
    ),
    "disclosures.forget_partner": Deed(who="administrator", at="/organisations/{provider_id}/packages", keeps_all=True),
    "disclosures.close": _saara(DISCLOSURES + "/{copy_id}", {}, keeps_all=True),
}
