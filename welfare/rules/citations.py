"""Statutes as pages, letters and logs quote them, in the reader's language.

Finnish and Swedish names are the acts' own or their everyday short names; English names are unofficial translations.
"""

from dataclasses import dataclass
from enum import Enum

NBSP = "\u00a0"


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
    JULKL = ("JulkL", "621/1999", "julkisuuslaki", "offentlighetslagen", "Openness Act")
    TIHL = ("TihL", "906/2019", "tiedonhallintalaki", "informationshanteringslagen", "Information Management Act")

    def name_in(self, language: str) -> str:
        """The act's name in running text. Raises UnknownLanguageError."""
        names = dict(zip(("fi", "sv", "en"), self.value[2:], strict=True))
        if language not in names:
            raise UnknownLanguageError(language)
        return names[language]


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
        return f"{self.statute.value[0]} {self._place('fi')}"

    def text(self, language: str) -> str:
        """For pages and letters, with the act's name. Raises UnknownLanguageError."""
        joint = ", " if language == "en" or self.section == "annex" else " "
        return f"{self.statute.name_in(language)}{joint}{self._place(language)}"

    def _place(self, language: str) -> str:
        if self.section == "annex":
            return {"fi": "liite", "sv": "bilagan", "en": "annex"}[language]
        if language == "en":
            numbers = "".join(f"({number})" for number in (self.subsection, self.point) if number)
            return f"{'sections' if '–' in self.section else 'section'}{NBSP}{self.section}{numbers}"
        parts = [f"{self.section}{NBSP}§"]
        if self.subsection:
            parts.append(f"{self.subsection}{NBSP}mom.")
        if self.point:
            parts.append(f"{self.point}{NBSP}{'kohta' if language == 'fi' else 'punkten'}")
        return " ".join(parts)
