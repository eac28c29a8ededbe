"""`welfare check` names what is unfit; production refuses what a demonstration may have."""

from dataclasses import replace
from pathlib import Path

from config.settings import Settings
from tests.builders import Village
from welfare.accounts.models import InstanceMark
from welfare.web.fitness import look_at, refusals


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


def test_every_finding_has_words(settings: Settings) -> None:
    assert all(finding.words for finding in look_at(settings))
