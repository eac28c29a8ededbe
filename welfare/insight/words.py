"""Words of the insight room."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.accounts.words import ROLE_WORDS
from welfare.rules.actors import Role
from welfare.rules.suppression import Figure, Hidden, Share
from welfare.ui.characters import NO_BREAK_SPACE
from welfare.ui.formats import number_text

HIDDEN_WORDS = {
    Hidden.PROTECTED: _l("hidden"),
    Hidden.BLANK: _l("not known"),
    Hidden.FEW: _l("too few"),
    Hidden.UNANIMOUS: _l("hidden"),
}


def role_words(code: str) -> str:
    """An office by the code of its role."""
    return str(ROLE_WORDS[Role(code)])


def figure_words(figure: Figure) -> str:
    """A count, or why there is none."""
    return number_text(figure.count) if figure.count is not None else _why(figure.hidden)


def share_words(share: Share) -> str:
    """A share in full per cent and of how many, or why there is none."""
    if share.percent is None:
        return _why(share.hidden)
    percent = f"{number_text(share.percent, 0)}{NO_BREAK_SPACE}%"
    return _("%(share)s (n = %(number)s)", share=percent, number=figure_words(share.of))


def mean_words(mean: float | None) -> str:
    """A mean with one decimal."""
    return _why(Hidden.PROTECTED) if mean is None else number_text(mean, 1)


def _why(hidden: Hidden | None) -> str:
    return str(HIDDEN_WORDS[hidden or Hidden.BLANK])
