"""What did not run is never silent, and under CI it is a failure."""

import pytest

from tests.prerequisites import missing_sentences, stop_without


def skipped(reason: str) -> pytest.TestReport:
    return pytest.TestReport(
        "tests/test_x.py::test_x", ("", 0, ""), {}, "skipped", ("x.py", 1, f"Skipped: {reason}"), "setup"
    )


def test_a_developer_without_a_browser_skips_and_is_told_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="with: apt-get install -y chromium"):
        stop_without("no browser", "apt-get install -y chromium")


def test_the_same_is_a_failure_under_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="MISSING: no browser"):
        stop_without("no browser", "apt-get install -y chromium")


def test_the_end_of_the_run_counts_what_each_missing_thing_cost() -> None:
    reports = [skipped("MISSING: no browser"), skipped("MISSING: no browser"), skipped("another reason")]
    assert missing_sentences(reports) == {"MISSING: no browser": 2}
