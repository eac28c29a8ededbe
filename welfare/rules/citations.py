"""Statutes as pages, letters and logs quote them, in the reader's language.

Finnish and Swedish names are the acts' own or their everyday short names; English names are unofficial translations.
This is the one place that knows how an act is called: rooms keep a Citation, or write it in the Finnish short form in
their data and read it with `read_short`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

NBSP = "\u00a0"
_ONE = re.compile(
    r"(?:(?P<act>[A-Za-zÅÄÖåäö]+) )?(?P<section>\d+(?:–\d+)?(?: [a-z])?) §(?: (?P<subsection>\d+) mom\.)?"
)


class UnknownLanguageError(ValueError):
    """Citations are written in fi, sv and en."""


class Statute(Enum):
    """An act: short name, number, and its Finnish, Swedish and English name."""

    OHL = (
        "OHL",
        "1287/2013",
        "oppilas- ja opiskelijahuoltolaki",
        "lagen om elev- och studerandevård",
        "Pupil and Student Welfare Act",
    )
    POL = ("POL", "628/1998", "perusopetuslaki", "lagen om grundläggande utbildning", "Basic Education Act")
    VAKAL = (
        "VakaL",
        "540/2018",
        "varhaiskasvatuslaki",
        "lagen om småbarnspedagogik",
        "Act on Early Childhood Education and Care",
    )
    OVL = ("OVL", "1214/2020", "oppivelvollisuuslaki", "läropliktslagen", "Compulsory Education Act")
    LUKIOL = ("LukioL", "714/2018", "lukiolaki", "gymnasielagen", "General Upper Secondary Education Act")
    AMML = (
        "AmmL",
        "531/2017",
        "laki ammatillisesta koulutuksesta",
        "lagen om yrkesutbildning",
        "Vocational Education Act",
    )
    LSL = ("LSL", "417/2007", "lastensuojelulaki", "barnskyddslagen", "Child Welfare Act")
    SHL = ("SHL", "1301/2014", "sosiaalihuoltolaki", "socialvårdslagen", "Social Welfare Act")
    ATL = ("ATL", "703/2023", "asiakastietolaki", "kunduppgiftslagen", "Client Data Act")
    TERVHL = ("TervHL", "1326/2010", "terveydenhuoltolaki", "hälso- och sjukvårdslagen", "Health Care Act")
    JULKL = ("JulkL", "621/1999", "julkisuuslaki", "offentlighetslagen", "Openness Act")
    TSL = ("TSL", "1050/2018", "tietosuojalaki", "dataskyddslagen", "Data Protection Act")
    GDPR = (
        "GDPR",
        "2016/679",
        "yleinen tietosuoja-asetus",
        "allmänna dataskyddsförordningen",
        "General Data Protection Regulation",
    )
    TIHL = ("TihL", "906/2019", "tiedonhallintalaki", "informationshanteringslagen", "Information Management Act")

    def name_in(self, language: str) -> str:
        """The act's name in running text. Raises UnknownLanguageError."""
        names = dict(zip(("fi", "sv", "en"), self.value[2:], strict=True))
        if language not in names:
            raise UnknownLanguageError(language)
        return names[language]

    def short_in(self, language: str) -> str:
        """What those who know the acts call it; English speaks of Finnish acts by their Finnish letters."""
        name = self.name_in(language)
        return SHORT_IN_SWEDISH.get(self, name) if language == "sv" else str(self.value[0])


SHORT_IN_SWEDISH = MappingProxyType({Statute.OHL: "elevvårdslagen", Statute.POL: "LGU"})
"""Of acts whose Swedish name is long; the others are as short as they are."""


class UnknownStatuteError(ValueError):
    """The text is no citation, or of an act that is not known here."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in an act. ``section`` may be a range or ``annex``."""

    statute: Statute
    section: str
    subsection: int | None = None
    point: int | None = None

    @property
    def short(self) -> str:
        """For logs and those who know the acts, as in ``OHL 23 § 2 mom.``."""
        return self.short_in("fi")

    def short_in(self, language: str) -> str:
        """The same in the reader's language."""
        return f"{self.statute.short_in(language)} {self.place_in(language)}"

    def text(self, language: str) -> str:
        """For pages and letters, with the act's name. Raises UnknownLanguageError."""
        joint = ", " if language == "en" or self.section == "annex" else " "
        return f"{self.statute.name_in(language)}{joint}{self.place_in(language)}"

    def alone(self, language: str) -> str:
        """The same where it stands by itself, with a capital letter."""
        text = self.text(language)
        return text[:1].upper() + text[1:]

    def place_in(self, language: str) -> str:
        """The place alone, where the act is known already."""
        if self.section == "annex":
            return {"fi": "liite", "sv": "bilagan", "en": "annex"}[language]
        if self.statute is Statute.GDPR:
            words = {"fi": "{} artikla", "sv": "artikel {}", "en": "article {}"}
            return words[language].format(self.section).replace(" ", NBSP)
        if language == "en":
            numbers = "".join(f"({number})" for number in (self.subsection, self.point) if number)
            return f"{'sections' if '–' in self.section else 'section'}{NBSP}{self.section}{numbers}"
        parts = [f"{self.section.replace(' ', NBSP)}{NBSP}§"]
        if self.subsection:
            parts.append(f"{self.subsection}{NBSP}mom.")
        if self.point:
            parts.append(f"{self.point}{NBSP}{'kohta' if language == 'fi' else 'punkten'}")
        return " ".join(parts)


def short_texts(places: Iterable[Citation], language: str) -> str:
    """Several places after each other, the act named where it changes, as in ``OHL 4 §, 13 §, POL 29 §``."""
    said, last = [], None
    for place in places:
        said.append(place.short_in(language) if place.statute is not last else place.place_in(language))
        last = place.statute
    return ", ".join(said)


def read_short(text: str) -> tuple[Citation, ...]:
    """Read places written one after the other in the Finnish short form. Raises UnknownStatuteError."""
    acts = {str(act.value[0]): act for act in Statute}
    found: list[Citation] = []
    for part in text.replace(NBSP, " ").split(", "):
        read = _ONE.fullmatch(part)
        act = (acts.get(read["act"]) if read["act"] else found[-1].statute if found else None) if read else None
        if read is None or act is None:
            raise UnknownStatuteError(text)
        found.append(Citation(act, read["section"], int(read["subsection"]) if read["subsection"] else None))
    return tuple(found)
