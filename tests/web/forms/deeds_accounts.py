"""The deeds of the accounts room and of the front page."""

from collections.abc import Mapping

import pyotp

from tests.builders_accounts import PASSWORD
from tests.client import Page
from tests.web.forms.deed import Deed
from tests.web.forms.scene import LETTER, RECOVERY, Scene

NEW = "kolme punaista saapasta"
STAFF = "/accounts/{principal_person}"


def code_of_app(scene: Scene, page: Page) -> str:
    """What the signer's own authenticator app shows now."""
    del page
    return scene.company.signers["signer"].code(scene.clock.now)


def code_of_page(scene: Scene, page: Page) -> str:
    """What an app shows that has taken the page's new secret in."""
    secret = next(node.text for node in page.by_id("main").all("code"))
    return pyotp.TOTP(secret.replace(" ", "")).at(scene.clock.now)


def code_of_letter(scene: Scene, page: Page) -> str:
    """What stands in the letter to a guardian."""
    del page
    return scene.company.words[LETTER]


def recovery_code(scene: Scene, page: Page) -> str:
    """One of the signer's ten."""
    del page
    return scene.company.words[RECOVERY]


ACCOUNTS: Mapping[str, Deed] = {
    "accounts.give_password": Deed(
        who="stranger", at="/sign-in", answers={"username": "siiri.salo", "password": PASSWORD}, changes=False
    ),
    "accounts.sign_in_as_demo": Deed(
        who="stranger", at="/sign-in", answers={"person": "{shown_account}"}, changes=False
    ),
    "accounts.give_second_factor": Deed(
        who="signer.password", at="/sign-in/second-factor", answers={"code": code_of_app}
    ),
    "accounts.give_recovery_code": Deed(
        who="signer.password", at="/sign-in/recovery-code", answers={"code": recovery_code}
    ),
    "accounts.enrol_first": Deed(
        who="newcomer.password", at="/sign-in/enrol", answers={"code": code_of_page}, gives=200
    ),
    "accounts.choose_password": Deed(
        who="renewed.must_change", at="/sign-in/new-password", answers={"new_password": NEW, "again": NEW}
    ),
    "family_letters.make": Deed(
        who="secretary",
        at="/family-letters/{letter_class_id}",
        answers={"people": "{aada_herself_person}"},
        gives=200,
    ),
    "family_letters.come_in": Deed(
        who="stranger",
        at="/letter",
        answers={
            "code": code_of_letter,
            "proof": "5.5.2012",
            "username": "kalle.koti",
            "new_password": NEW,
            "again": NEW,
        },
    ),
    "accounts.sign_out": Deed(who="another_student", at="/account", keeps_all=True, changes=False),
    "accounts.own_language": Deed(who="principal", at="/account", answers={"locale": "sv"}),
    "accounts.own_shortcuts": Deed(
        who="principal", at="/account", answers={"is_on": "yes"}, keeps_all=True, changes=False
    ),
    "accounts.own_password_change": Deed(
        who="signer", at="/account/password", answers={"password": PASSWORD, "new_password": NEW, "again": NEW}
    ),
    "accounts.own_codes_renew": Deed(
        who="signer", at="/account/recovery-codes", answers={"password": PASSWORD}, gives=200
    ),
    "accounts.own_factor_replace": Deed(
        who="signer",
        at="/account/second-factor",
        answers={"password": PASSWORD, "code": code_of_page},
        gives=200,
    ),
    "accounts.own_session_end": Deed(
        who="oona_own_teacher",
        at="/account",
        to="/account/sessions/{own_session_id}/end",
        keeps_all=True,
        changes=False,
    ),
    "accounts.own_sessions_end": Deed(
        who="oona_own_teacher", at="/account", to="/account/sessions/end-others", keeps_all=True, changes=False
    ),
    "accounts.kept_text_discard": Deed(
        who="principal", at="/account", to="/kept-text/discard", keeps_all=True, changes=False
    ),
    "accounts.find_staff": Deed(
        who="administrator", at="/accounts", answers={"name": "Reksi"}, gives=200, changes=False
    ),
    "accounts.add_staff": Deed(
        who="administrator",
        at="/accounts/new",
        answers={
            "given_name": "Maija",
            "family_name": "Meri",
            "role": "teacher",
            "place": "{school_id}",
            "begins_on": "23.11.2026",
            "ends_on": "4.6.2027",
        },
    ),
    "accounts.open_their_account": Deed(
        who="administrator",
        at="/accounts/{without_account_person}",
        answers={"username": "toini.tulokas"},
        gives=200,
    ),
    "accounts.disable_their_account": Deed(who="administrator", at=STAFF, keeps_all=True),
    "accounts.enable_their_account": Deed(who="administrator", at="/accounts/{disabled_person}", keeps_all=True),
    "accounts.reset_their_password": Deed(who="administrator", at=STAFF, keeps_all=True, gives=200),
    "accounts.reset_their_factor": Deed(who="administrator", at=STAFF, keeps_all=True),
    "accounts.end_all_their_sessions": Deed(
        who="administrator", at="/accounts/{oona_own_teacher_person}", keeps_all=True, changes=False
    ),
    "accounts.take_post": Deed(who="administrator", at=STAFF),
    "accounts.give_post": Deed(
        who="administrator",
        at=STAFF,
        answers={"role": "teacher", "place": "{school_id}", "begins_on": "23.11.2026", "ends_on": "4.6.2027"},
    ),
    "worklist.search": Deed(who="saara_curator", at="/search", answers={"q": "Aada"}, gives=200, changes=False),
}
