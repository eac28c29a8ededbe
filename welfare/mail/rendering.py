"""The words of a mail, in the recipient's language, whoever is signed in when it is planned."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.support import Translations
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from welfare.rules.orders import MailKind
from welfare.ui.locale import DEFAULT_LOCALE, LOCALES, TRANSLATIONS

TEMPLATES = Path(__file__).parent.parent / "templates"


@dataclass(frozen=True, slots=True)
class Words:
    """What stands above a mail and in it."""

    subject: str
    text: str


def words_of(kind: MailKind, language: str, url: str) -> Words:
    """The words of one kind of mail, and where its link leads: the only thing that differs between two of a kind."""
    return _filled(f"mail/{MailKind(kind).value}.txt", language, url=url)


def words_outside(kind: MailKind, language: str) -> Words:
    """The same to somebody who has no account: no link, for it would lead to a door that does not open."""
    return _filled(f"mail/outside/{MailKind(kind).value}.txt", language)


def _filled(template: str, language: str, **links: str) -> Words:
    subject, _, text = _environment(language).get_template(template).render(**links).partition("\n")
    return Words(subject.strip(), text.strip() + "\n")


def spoken(language: str | None) -> str:
    """A language the house speaks: the one wished, or else Finnish."""
    return language if language in LOCALES else DEFAULT_LOCALE


@cache
def _environment(language: str) -> Environment:
    environment = Environment(  # noqa: S701 - text for mail: a page's escapes would be read as they stand
        loader=FileSystemLoader(TEMPLATES), extensions=["jinja2.ext.i18n"], undefined=StrictUndefined
    )
    catalogue = Translations.load(TRANSLATIONS, [language])
    environment.install_gettext_translations(catalogue, newstyle=True)  # type: ignore[attr-defined]
    return environment
