"""What is kept of a password, and which are refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import Village
from tests.builders_accounts import PASSWORD, a_signer
from tests.client import Client
from tests.clock import Clock
from welfare.accounts.models import Account
from welfare.accounts.names import is_well_formed, one_spelling
from welfare.accounts.pages.credentials import open_credentials
from welfare.accounts.password_rules import Fault, fault_of
from welfare.accounts.passwords import EMBEDDED, Hashing

CHEAP = Hashing(memory_kib=1024, passes=1)

COMMON = [
    "aaaaaaaaaaaaaaa",
    "abababababababab",
    "passwordpassword",
    "Password12345678",
    "P@ssw0rd2026!!!!",
    "salasanasalasana",
    "salasana20262026",
    "123456789012345",
    "987654321098765",
    "abcdefghijklmnop",
    "qwertyuiopasdfgh",
    "1q2w3e4r5t6y7u8i",
    "qazwsxedcrfvtgb1",
    "iloveyouiloveyou",
    "opiskeluhuolto26",
    "123456789qwertyuiop",
]
GUESSABLE = ["saara.lehtovirta1", "Lehtovirta Saara", "koivurannan koulu", "opettaja-kuraattori", "elevhälsa koulu 12"]
GOOD = [
    "mustikkapiirakka ja kahvi",
    "correct horse battery staple",
    "kissa juoksee metsässä",
    "tre små rosa elefanter",
    "482 915 730 264 915",
    "xK9#fQ2!mLp0Zr7vB",
    "人間は考える葦であるとパスカルは言った",
    "🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧🐦🐤🦆",
]
OWN = ["saara.lehtovirta", "Saara", "Lehtovirta", "Koivurannan koulu"]


@pytest.mark.parametrize("password", COMMON)
def test_common_and_predictable_passwords_are_refused(password: str) -> None:
    assert fault_of(password, is_alone=False, own_words=OWN) is Fault.COMMON


@pytest.mark.parametrize("password", GUESSABLE)
def test_passwords_of_known_names_are_refused(password: str) -> None:
    assert fault_of(password, is_alone=False, own_words=OWN) is Fault.GUESSABLE


@pytest.mark.parametrize("password", GOOD)
def test_long_and_own_passwords_are_taken_whatever_their_signs(password: str) -> None:
    assert fault_of(password, is_alone=True, own_words=OWN) is None


def test_length_is_counted_alone_and_beside_a_second_factor() -> None:
    assert fault_of("kolme saapast", is_alone=True) is Fault.SHORT
    assert fault_of("kolme saapast", is_alone=False) is None
    assert fault_of("kolme saapa", is_alone=False) is Fault.SHORT
    words = "kolme punaista saapasta "
    assert fault_of((words * 9)[:200] + "", is_alone=True) is not Fault.LONG
    assert fault_of((words * 9)[:201], is_alone=True) is Fault.LONG


@given(st.text(max_size=250))
def test_no_text_confuses_the_rules(password: str) -> None:
    fault_of(password, is_alone=False, own_words=OWN)


def test_the_same_password_is_kept_differently_each_time(village: Village) -> None:
    with village.work() as work:
        kept = {EMBEDDED.make(work, PASSWORD) for _turn in range(2)}
        assert len(kept) == 2
        assert all(text.startswith("$argon2id$v=19$m=19456,t=2,p=1$") for text in kept)
        assert all(EMBEDDED.is_right(work, text, PASSWORD) for text in kept)
        assert not any(EMBEDDED.is_right(work, text, f"{PASSWORD} ") for text in kept)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize("kept", ["", "nonsense", "$argon2id$v=19$m=1024,t=1,p=1$AAAA", "$2b$12$x"])
def test_what_is_no_hash_is_never_right(village: Village, kept: str) -> None:
    with village.work() as work:
        assert not CHEAP.is_right(work, kept, "")
        assert not CHEAP.is_right(work, kept, PASSWORD)


def test_a_hash_at_another_cost_is_made_anew_at_the_next_sign_in(
    stranger: Client, village: Village, clock: Clock
) -> None:
    saara = a_signer(village)
    with village.work() as work:
        account = work.session.get_one(Account, saara.account_id)
        kept = CHEAP.make(work, PASSWORD)
        document = {"username": saara.username, "password_hash": kept, "totp_secret": saara.secret}
        work.encrypt_document(account, Account.credentials, document)
    saara.sign_in(stranger, clock.now)
    with village.work() as work:
        now_kept = open_credentials(work, work.session.get_one(Account, saara.account_id)).password_hash
    assert now_kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_a_user_name_has_one_spelling() -> None:
    assert one_spelling("  Väinö.A\u0308ijälä ") == "väinö.äijälä"
    assert all(is_well_formed(name) for name in ("saara.lehtovirta", "väinö", "a1b", "oona+koe@kunta.example"))
    assert not any(is_well_formed(name) for name in ("", "ab", ".ab", "ab-", "a b c", "a\x00b", "x" * 65, "a/b"))
