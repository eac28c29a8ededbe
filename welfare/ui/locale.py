"""Which language a page speaks: the person's own setting, else the cookie, else the browser's wish, else Finnish."""

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Final

from flask import Flask, has_request_context, request
from flask_babel import Babel, get_locale

LOCALES: Final = ("fi", "sv", "en")
DEFAULT_LOCALE: Final = "fi"
LANGUAGE_COOKIE: Final = "language"
LANGUAGE_NAMES: Final = {"fi": "Suomi", "sv": "Svenska", "en": "English"}
BRANDS: Final = {"fi": "Opiskeluhuolto", "sv": "Elevhälsa", "en": "Student Welfare"}
TRANSLATIONS: Final = Path(__file__).parent.parent / "translations"

_NORDIC_LAST: Final = {"fi": "åäö", "sv": "åäö", "en": ""}
_AFTER_Z: Final = 0x7B


def init_locale(app: Flask, locale_of_user: Callable[[], str | None]) -> None:
    """Set up Flask-Babel; ``locale_of_user`` gives the signed-in person's setting, or None."""
    app.config.setdefault("BABEL_DEFAULT_LOCALE", DEFAULT_LOCALE)
    app.config.setdefault("BABEL_DEFAULT_TIMEZONE", "Europe/Helsinki")
    app.config.setdefault("BABEL_TRANSLATION_DIRECTORIES", str(TRANSLATIONS))
    Babel(app, locale_selector=lambda: choose_locale(locale_of_user))


def choose_locale(locale_of_user: Callable[[], str | None]) -> str:
    """Choose the language of the request at hand; outside a request it is Finnish."""
    if not has_request_context():
        return DEFAULT_LOCALE
    for wished in (locale_of_user(), request.cookies.get(LANGUAGE_COOKIE)):
        if wished in LOCALES:
            return wished
    return request.accept_languages.best_match(LOCALES) or DEFAULT_LOCALE


def current_locale() -> str:
    """Give the language being spoken now: ``fi``, ``sv`` or ``en``."""
    locale = get_locale()
    return locale.language if locale and locale.language in LOCALES else DEFAULT_LOCALE


def brand() -> str:
    """Give the name of the service in the language being spoken."""
    return BRANDS[current_locale()]


def name_key(name: str, locale: str | None = None) -> tuple[str, str]:
    """Give the key that sorts names: å, ä and ö last in Finnish and Swedish, other accents as their base letter.

    Also ü sorts as y and æ, ø as ä, ö, as Finnish and Swedish registers do. The name itself breaks ties.
    """
    last = _NORDIC_LAST[locale or current_locale()]
    folded = unicodedata.normalize("NFC", name).casefold()
    if last:
        folded = folded.translate(str.maketrans("üæø", "yäö"))
    signs = []
    for sign in folded:
        place = last.find(sign)
        base = unicodedata.normalize("NFD", sign)[0]
        signs.append(chr(_AFTER_Z + place) if place >= 0 else base)
    return "".join(signs), name
