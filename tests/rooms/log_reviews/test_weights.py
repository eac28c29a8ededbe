"""An installation weighs by its own numbers, and is told of a signal that there is not."""

import pytest

from config.settings import Settings, SettingsError
from welfare.rules.log_review import WEIGHTS, Signal
from welfare.web.services import scale_of


def weighed(weights: str, least: str = "") -> Settings:
    return Settings.from_env({"WELFARE_REVIEW_WEIGHTS": weights, "WELFARE_REVIEW_FROM": least})


def test_own_weights_stand_in_place_of_those_of_the_rules() -> None:
    scale = scale_of(weighed("night=5, same_name=0", "45"))
    assert (scale.weights[Signal.NIGHT], scale.weights[Signal.SAME_NAME], scale.queue_from) == (5, 0, 45)
    assert scale.weights[Signal.DECOY] == WEIGHTS[Signal.DECOY]
    assert scale_of(weighed("")).weights == WEIGHTS


@pytest.mark.parametrize("weights", ["night", "night=much", "night=-3"])
def test_a_weight_that_is_no_whole_number_is_refused(weights: str) -> None:
    with pytest.raises(SettingsError, match="WELFARE_REVIEW_WEIGHTS"):
        weighed(weights)


def test_a_signal_that_there_is_not_is_refused() -> None:
    with pytest.raises(SettingsError, match="moonlight"):
        scale_of(weighed("moonlight=3"))
