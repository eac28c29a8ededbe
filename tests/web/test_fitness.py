"""`welfare check` names what is unfit; production refuses what a demonstration may have."""

import shutil
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import NullPool, create_engine, text
from sqlalchemy.engine import make_url

from config.settings import Settings
from tests.builders import Village
from welfare.accounts.models import InstanceMark
from welfare.web.app import close, create_app
from welfare.web.findings import Weight
from welfare.web.fitness import look_at, refusals
from welfare.web.fitness_server import look_at_address, look_at_settings


def test_a_fresh_instance_is_fit_to_be_served(settings: Settings) -> None:
    assert refusals(settings) == []


def test_a_key_file_open_to_others_is_refused(settings: Settings) -> None:
    settings.key_file.chmod(0o644)
    assert any("chmod 600" in words for words in refusals(settings))


def test_a_missing_key_file_is_refused(settings: Settings) -> None:
    settings.key_file.unlink()
    assert any("missing" in words for words in refusals(settings))


def test_production_wants_https_and_a_demonstration_does_not(settings: Settings, tmp_path: Path) -> None:
    production = replace(settings, is_production=True, anchors=tmp_path / "elsewhere")
    assert any("WELFARE_HTTPS" in words for words in refusals(production))
    assert not any("WELFARE_HTTPS" in words for words in refusals(replace(production, is_https=True)))


def test_production_never_serves_a_demonstration_database(settings: Settings, village: Village) -> None:
    with village.work() as work:
        work.session.add(InstanceMark(name="demo", value="matrix"))
    assert any("invented people" in words for words in refusals(replace(settings, is_production=True, is_https=True)))
    assert not any("invented people" in words for words in refusals(settings))


ELSEWHERE = "postgresql+psycopg://welfare:{}@db.example/welfare"
GOOD = "kq7Zb2mWx9Lr4TnV"


def names(settings: Settings) -> set[str]:
    return {finding.name for finding in look_at(settings) if finding.weight is not Weight.GOOD}


def test_a_key_file_among_the_data_is_named_and_refused_in_production(settings: Settings, tmp_path: Path) -> None:
    assert "keyplace" in names(settings)
    assert any("WELFARE_KEY_FILE" in words for words in refusals(replace(settings, is_production=True)))
    apart = replace(settings, key_file=settings.key_file.rename(tmp_path / "keys.json"))
    assert "keyplace" not in names(apart)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_data_that_others_on_the_machine_may_read_is_named(settings: Settings) -> None:
    for path in (settings.instance, settings.anchors):
        path.chmod(0o700)
    for name in ("welfare.db", "keys.db"):
        (settings.instance / name).chmod(0o600)
    assert "files" not in names(settings)
    (settings.instance / "welfare.db").chmod(0o640)
    assert any("welfare.db; run chmod" in words for words in refusals(replace(settings, is_production=True)))


def test_missing_anchors_are_named(settings: Settings) -> None:
    shutil.rmtree(settings.anchors)
    assert any("anchors" in words and "restore" in words for words in refusals(replace(settings, is_production=True)))


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_database_that_is_no_address_or_does_not_answer_is_named(settings: Settings) -> None:
    for url in ("nonsense", "postgresql+psycopg://welfare@127.0.0.1:1/welfare"):
        assert any("DATABASE_URL" in words for words in refusals(replace(settings, database_url=url)))


@pytest.mark.parametrize("store", ["postgresql"], indirect=True)
def test_a_superuser_and_a_server_that_forgets_are_refused_in_production(settings: Settings) -> None:
    assert refusals(settings) == []
    found = " ".join(refusals(replace(settings, is_production=True)))
    assert "superuser" in found
    assert "fsync=on" in found


@pytest.mark.parametrize("store", ["postgresql"], indirect=True)
def test_a_role_of_its_own_is_not_named(settings: Settings) -> None:
    role = f"welfare_{uuid4().hex[:12]}"
    engine = create_engine(settings.database_url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        connection.execute(text(f"CREATE ROLE {role} LOGIN PASSWORD '{GOOD}' IN ROLE pg_read_all_data"))
        try:
            url = engine.url.set(username=role, password=GOOD).render_as_string(hide_password=False)
            assert not {"role", "password", "database"} & names(replace(settings, database_url=url))
        finally:
            connection.execute(text(f"DROP ROLE {role}"))


@pytest.mark.parametrize(
    ("url", "named"),
    [
        (ELSEWHERE.format(GOOD) + "?sslmode=verify-full", set()),
        (ELSEWHERE.format(GOOD), {"tls"}),
        (ELSEWHERE.format(GOOD) + "?sslmode=require", {"tls"}),
        (ELSEWHERE.format("welfare") + "?sslmode=verify-full", {"password"}),
        (ELSEWHERE.format("Postgres") + "?sslmode=verify-full", {"password"}),
        (ELSEWHERE.format("kq7Zb2m") + "?sslmode=verify-full", {"password"}),
        (ELSEWHERE.replace(":{}", "") + "?sslmode=verify-full", {"password"}),
        ("postgresql+psycopg://welfare@localhost/welfare", set()),
        ("postgresql+psycopg://welfare@/welfare?host=/run/postgresql", set()),
        ("postgresql+psycopg://welfare@/welfare?host=db.example", {"tls", "password"}),
        ("postgresql+psycopg://welfare:welfare@127.0.0.1/welfare", {"password"}),
    ],
)
@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_an_address_that_gives_the_database_away_is_named(settings: Settings, url: str, named: set[str]) -> None:
    production = replace(settings, is_production=True)
    found = list(look_at_address(make_url(url), production))
    assert {finding.name for finding in found} == named
    assert all(finding.weight is Weight.REFUSAL and "DATABASE_URL" in finding.words for finding in found)


@pytest.mark.parametrize(
    ("setting", "value", "named"),
    [
        ("is_superuser", "on", {"role"}),
        ("fsync", "off", {"durable"}),
        ("full_page_writes", "off", {"durable"}),
        ("synchronous_commit", "off", {"durable"}),
        ("listen_addresses", "*", {"reach"}),
        ("listen_addresses", "127.0.0.1, 0.0.0.0", {"reach"}),
        ("log_statement", "all", {"log"}),
        ("log_statement", "ddl", set()),
    ],
)
@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_setting_of_the_server_that_loses_or_tells_is_named(
    settings: Settings, setting: str, value: str, named: set[str]
) -> None:
    sound = {
        "is_superuser": "off",
        "fsync": "on",
        "full_page_writes": "on",
        "synchronous_commit": "on",
        "ssl": "off",
        "listen_addresses": "localhost",
        "log_statement": "none",
    }
    assert [*look_at_settings(sound, settings)] == []
    found = [*look_at_settings({**sound, setting: value}, settings)]
    assert {finding.name for finding in found} == named
    assert [*look_at_settings({**sound, "listen_addresses": "*", "ssl": "on"}, settings)] == []


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_the_environment_cannot_switch_debugging_on(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FLASK_DEBUG", "1")
    app = create_app(settings)
    assert not app.debug
    close(app)


def test_every_finding_has_words(settings: Settings) -> None:
    assert all(finding.words for finding in look_at(settings))
