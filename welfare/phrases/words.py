"""Words of phrases: where they are offered, what they are."""

from flask_babel import lazy_gettext as _l

from welfare.rules.phrases import PhraseKind, PhrasePlace

PLACE_WORDS = {
    PhrasePlace.PLAN_STRENGTHS: _l("Plan: strengths and resources"),
    PhrasePlace.PLAN_NEED: _l("Plan: need of support"),
    PhrasePlace.PLAN_GOAL: _l("Plan: goals"),
    PhrasePlace.PLAN_MEASURE: _l("Plan: measures"),
    PhrasePlace.MINUTES: _l("Minutes: handling"),
    PhrasePlace.JOURNAL: _l("Journal: entries"),
}
KIND_WORDS = {
    PhraseKind.PHRASE: _l("Phrase"),
    PhraseKind.TEMPLATE: _l("Template of a section"),
}
