"""`welfare seed --profile matrix --json`: one document of what is there, and nothing of it in the clear on disk."""

from collections import Counter
from typing import Any
from uuid import UUID

import psycopg
import pyotp
import pytest
from psycopg import sql
from sqlalchemy import select
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from tests.client import Client
from tests.web.command_line import run
from tests.web.seeded import Seeded, seeded
from welfare.accounts.models import Account, InstanceMark
from welfare.audit.models import AuditEvent
from welfare.cases.models import Case
from welfare.rules.actors import Role
from welfare.rules.cases import CaseState
from welfare.rules.identity_code import parse
from welfare.rules.requests import RequestState, SenderKind, Service

__all__ = ["seeded"]

pytestmark = pytest.mark.xdist_group("seeded")  # seeding takes long: one process does it once for all

FAMILIES = {Role.STUDENT, Role.GUARDIAN}


def test_the_document_holds_what_the_contract_says(seeded: Seeded) -> None:
    found = seeded.document
    assert [len(found[name]) for name in ("users", "students", "cases")] == [40, 60, 100]
    assert keys(found["users"]) >= {"id", "username", "password", "totp_secret", "role", "organisation_id"}
    assert keys(found["students"]) >= {
        "id",
        "given_name",
        "family_name",
        "identity_code",
        "school_id",
        "guardian_ids",
        "restricted",
    }
    assert keys(found["guardians"]) >= {"id", "given_name", "family_name", "student_ids"}
    assert keys(found["cases"]) >= {"id", "number", "student_id", "school_id", "member_ids", "entry_texts"}
    assert keys(found["requests"]) >= {"id", "receipt", "student_id"}
    assert set(found["urls"]) == {"sign_in", "worklist"}


def test_there_are_two_counties_two_providers_and_three_schools(seeded: Seeded) -> None:
    kinds = Counter(each["kind"] for each in seeded.document["organisations"])
    assert kinds == {"county": 2, "provider": 2, "school": 3}
    assert len({student["school_id"] for student in seeded.document["students"]}) == 3


def test_every_role_has_somebody_and_all_staff_have_a_second_factor(seeded: Seeded) -> None:
    users = seeded.document["users"]
    assert {user["role"] for user in users} == set(Role)
    assert all(bool(user["totp_secret"]) == (Role(user["role"]) not in FAMILIES) for user in users)
    assert len({user["username"] for user in users}) == len({user["password"] for user in users}) == 40


def test_ids_name_each_other_rightly(seeded: Seeded) -> None:
    found = seeded.document
    users, students = ids(found["users"]), ids(found["students"])
    guardians, schools = ids(found["guardians"]), {each["school_id"] for each in found["students"]}
    assert all(set(case["member_ids"]) <= users for case in found["cases"])
    assert {case["student_id"] for case in found["cases"]} == students
    assert {case["school_id"] for case in found["cases"]} == schools
    assert all(set(student["guardian_ids"]) <= guardians for student in found["students"])
    assert all(set(guardian["student_ids"]) <= students for guardian in found["guardians"])


def test_identity_codes_are_right_and_belong_to_nobody(seeded: Seeded) -> None:
    codes = [parse(student["identity_code"], allow_artificial=True) for student in seeded.document["students"]]
    assert all(code.is_artificial for code in codes)
    assert len(set(codes)) == 60


def test_matters_are_in_every_state_with_consents_of_every_fate(seeded: Seeded) -> None:
    cases = seeded.document["cases"]
    assert min(Counter(case["state"] for case in cases).get(state, 0) for state in CaseState) >= 5
    for fate in ("valid", "expiring", "expired", "withdrawn", "refused"):
        assert sum(bool(case["asked_ids"][fate]) for case in cases) >= 5
    for case in cases:
        shut = {id for fate in ("expired", "withdrawn", "refused") for id in case["asked_ids"][fate]}
        assert not shut & set(case["member_ids"])


def test_whoever_is_told_as_a_member_may_read_the_journal(seeded: Seeded) -> None:
    written = [case for case in seeded.document["cases"] if case["entry_texts"]]
    assert len(written) >= 50
    assert all(case["member_ids"] == case["reader_ids"] != [] for case in written)


def test_texts_are_told_apart_by_marks_of_their_own(seeded: Seeded) -> None:
    texts = list(canaries(seeded.document))
    assert len(texts) == len(set(texts)) > 250


def test_requests_are_of_every_service_sender_and_state_some_urgent_some_late(seeded: Seeded) -> None:
    requests = seeded.document["requests"]
    assert {each["service"] for each in requests} == set(Service)
    assert {each["sender_kind"] for each in requests} == set(SenderKind)
    assert {(each["service"], each["state"]) for each in requests} == {(s, t) for s in Service for t in RequestState}
    assert sum(each["urgent"] for each in requests) >= 2
    with Session(seeded.app.extensions["ledger"].engine) as session:
        newest = session.scalars(select(AuditEvent.at).order_by(AuditEvent.at.desc()).limit(1)).one()
    waiting = [each for each in requests if each["state"] in {"received", "claimed"} and each["due_on"]]
    assert sum(each["due_on"] < newest.date().isoformat() for each in waiting) >= 2


def test_one_family_is_hidden_one_worker_excluded_and_one_guardian_left_out(seeded: Seeded) -> None:
    found = seeded.document
    assert len({student["family_name"] for student in found["students"] if student["restricted"]}) == 1
    (exclusion,), (prohibition,) = found["exclusions"], found["prohibitions"]
    case = next(each for each in found["cases"] if each["id"] == exclusion["case_id"])
    assert exclusion["user_id"] not in case["member_ids"]
    student = next(each for each in found["students"] if each["id"] == prohibition["student_id"])
    assert prohibition["guardian_id"] in student["guardian_ids"]


def test_the_database_is_marked_and_every_account_is_a_demonstration(seeded: Seeded) -> None:
    with Session(seeded.app.extensions["ledger"].engine) as session:
        assert session.get_one(InstanceMark, "demo").value == "matrix"
        assert all(session.scalars(select(Account.is_demo)))
        assert len(session.scalars(select(Case.id)).all()) == 100


def test_every_moment_lies_in_the_past_and_the_log_is_in_order(seeded: Seeded) -> None:
    with Session(seeded.app.extensions["ledger"].engine) as session:
        chains = set(session.scalars(select(AuditEvent.chain_id)))
        for chain in chains:
            of_chain = select(AuditEvent.at).where(AuditEvent.chain_id == chain)
            moments = session.scalars(of_chain.order_by(AuditEvent.seq)).all()
            assert moments == sorted(moments)


def test_the_trail_of_a_seed_is_whole_and_agrees_with_the_data(seeded: Seeded) -> None:
    run(seeded.store, "audit", "verify", "--data")


def test_no_text_lies_in_the_clear_in_any_file_of_the_instance(seeded: Seeded) -> None:
    kept = {path.name: path.read_bytes() for path in seeded.store.instance.rglob("*") if path.is_file()}
    assert "keys.json" in kept
    for secret in secrets_of(seeded.document):
        assert [name for name, content in kept.items() if secret.encode() in content] == []


@pytest.mark.parametrize("seeded", ["postgresql"], indirect=True)
def test_no_text_lies_in_the_clear_in_any_table(seeded: Seeded) -> None:
    url = make_url(seeded.store.url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(url) as connection:
        tables = connection.execute("SELECT schemaname, tablename FROM pg_tables WHERE schemaname !~ '^(pg_|info)'")
        rows = "".join(
            str(row[0])
            for schema, table in tables.fetchall()
            for row in connection.execute(
                sql.SQL("SELECT t::text FROM {} t").format(sql.Identifier(schema, table))
            ).fetchall()
        )
    assert "keystore" not in rows
    for secret in secrets_of(seeded.document):
        assert secret not in rows
        assert secret.encode().hex() not in rows


def test_what_is_printed_lets_one_sign_in_and_see_what_the_document_says(seeded: Seeded) -> None:
    case = next(each for each in seeded.document["cases"] if each["entry_texts"] and each["state"] == "open")
    member = next(user for user in seeded.document["users"] if user["id"] == case["member_ids"][0])
    stranger = next(
        user
        for user in seeded.document["users"]
        if user["role"] == Role.CURATOR and user["id"] not in case["member_ids"]
    )
    page = sign_in(seeded, member).get(f"/cases/{case['id']}")
    assert case["number"] in page.text
    assert all(page.has(text) for text in case["entry_texts"])
    sign_in(seeded, stranger).get(f"/cases/{case['id']}", status=404)


def test_an_instance_that_holds_anybody_is_not_seeded(seeded: Seeded) -> None:
    refused = run(seeded.store, "seed", "--profile", "matrix", "--json", code=1)
    assert "not empty" in refused.stderr
    assert refused.stdout == ""
    with Session(seeded.app.extensions["ledger"].engine) as session:
        assert len(session.scalars(select(Account.id)).all()) == 40


def keys(rows: list[dict[str, Any]]) -> set[str]:
    """The keys that every row has."""
    return set.intersection(*(set(row) for row in rows))


def ids(rows: list[dict[str, Any]]) -> set[str]:
    found = {row["id"] for row in rows}
    assert all(str(UUID(each)) == each for each in found)
    return found


def canaries(document: Any) -> list[str]:  # noqa: ANN401 - JSON
    texts = [text for case in document["cases"] for text in (case["background"], *case["entry_texts"])]
    return texts + [request["text"] for request in document["requests"]]


def secrets_of(document: Any) -> list[str]:  # noqa: ANN401 - JSON
    """Marks of texts, identity codes, names of families, passwords and second factors."""
    marks = [text.rpartition("Merkki ")[2].rstrip(".") for text in canaries(document)]
    codes = [student["identity_code"] for student in document["students"]]
    families = [student["family_name"] for student in document["students"]]
    own = [user[name] for user in document["users"] for name in ("password", "totp_secret", "username") if user[name]]
    return [*marks, *codes, *families, *own]


def sign_in(seeded: Seeded, user: dict[str, Any]) -> Client:
    client = Client(seeded.app)
    client.get("/language/en", status=303, follow=False)
    form = client.get(seeded.document["urls"]["sign_in"]).form("Continue")
    page = form.submit(username=user["username"], password=user["password"])
    page.form("Sign in").submit(code=pyotp.TOTP(user["totp_secret"]).now())
    return client
