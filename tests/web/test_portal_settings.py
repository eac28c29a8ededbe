"""The numbers and the way out that an installation chooses for the pages of students and guardians."""

import pytest

from config.settings import Settings, SettingsError


def test_numbers_and_the_way_out_are_chosen_by_setting() -> None:
    chosen = Settings.from_env(
        {
            "WELFARE_YOUTH_LINE": "",
            "WELFARE_SOCIAL_LINE": "+358 9 000 0000",
            "WELFARE_LEAVE_URL": "https://uutiset.example/",
        }
    )
    assert (chosen.emergency_number, chosen.youth_line, chosen.social_line, chosen.leave_url) == (
        "112",
        "",
        "+358 9 000 0000",
        "https://uutiset.example/",
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [("WELFARE_YOUTH_LINE", "soita"), ("WELFARE_EMERGENCY_NUMBER", "tel:112"), ("WELFARE_LEAVE_URL", "javascript:1")],
)
def test_what_is_no_number_or_no_address_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        Settings.from_env({name: value})
