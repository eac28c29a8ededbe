"""Goals, measures and findings of the demonstration's school, the year before last first, in both languages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from welfare.rules.annual_clock import Bearer
from welfare.rules.year_plans import MeasureState, Rating, Strength

UNIVERSAL, EARLY, CORRECTIVE = Strength
PLANNED, UNDERWAY, DONE, DROPPED = MeasureState


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A measure: what in both languages, the day as month and day, for whom, how it ended, and by whom."""

    what: tuple[str, str]
    by: tuple[int, int]
    strength: Strength
    state: MeasureState
    owner: str | Bearer = Bearer.WELFARE_GROUP


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """A goal with what it rests on, and how far it came."""

    title: tuple[str, str]
    datum: tuple[str, str, int]
    """Source, value, and how many years before the plan."""
    target: str
    owner: str | Bearer
    steps: Sequence[Step]
    rating: Rating | None = None
    evidence: str = ""
    halfway: str = "Työ on alkanut."
    indicator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """One plan, and what was found at its end."""

    beginning: str
    heard: str
    aims: Sequence[Aim]
    rating: Rating | None = None
    evidence: str = ""
    lessons: str = ""
    halfway: tuple[str, str] = ("Puolet toimenpiteistä on tehty tai käynnissä.", "Jatketaan suunnitellusti.")
    """Evidence and lessons at mid-year."""


BULLYING = ("Kiusaamiseen puututaan samana päivänä", "Mobbning tas upp samma dag")
SEEN = ("Jokainen tulee nähdyksi joka aamu", "Var och en blir sedd varje morgon")
ABSENT = ("Luvattomat poissaolot vähenevät", "Den olovliga frånvaron minskar")
VOICE = ("Oppilaat voivat vaikuttaa koulun asioihin", "Eleverna kan påverka skolans frågor")

FIRST = Year(
    beginning="Kouluterveyskysely: kiusattuna viikoittain 9 %. Ryhmäytyminen jäi edellisvuonna kesken.",
    heard="Oppilaskunnan hallitus 4.9., vanhempainilta 21.9., opettajainkokous 11.9.",
    aims=[
        Aim(
            title=BULLYING,
            datum=("Kouluterveyskysely, 8.–9. luokat", "9 %", 1),
            target="Viikoittain kiusattujen osuus on alle 7 %.",
            owner="maarit",
            steps=[
                Step(what=("Toimintamalli sovitaan", "En modell avtalas"), by=(10, 15), strength=UNIVERSAL, state=DONE),
                Step(
                    what=("Henkilöstö harjoittelee selvittelyn", "Personalen övar utredningen"),
                    by=(11, 20),
                    strength=UNIVERSAL,
                    state=DONE,
                    owner="karoliina",
                ),
                Step(
                    what=("Jälkiseuranta kahden viikon kuluttua", "Uppföljning efter två veckor"),
                    by=(5, 15),
                    strength=CORRECTIVE,
                    state=DONE,
                    owner="elli",
                ),
            ],
            rating=Rating.PARTLY,
            evidence="Selvittely alkoi samana päivänä kahdessa tapauksessa kolmesta. Seuranta jäi joskus tekemättä.",
        ),
        Aim(
            title=VOICE,
            datum=("Oppilaskunnan kysely", "31 % kokee voivansa vaikuttaa", 1),
            target="Jokainen aloite saa vastauksen kuukaudessa.",
            owner=Bearer.COUNCIL_ADVISER,
            steps=[
                Step(
                    what=("Aloitelaatikko joka luokkaan", "En initiativlåda i varje klass"),
                    by=(9, 30),
                    strength=UNIVERSAL,
                    state=DONE,
                    owner=Bearer.COUNCIL_ADVISER,
                ),
                Step(
                    what=("Vastaukset luetaan luokissa", "Svaren läses upp i klasserna"),
                    by=(12, 10),
                    strength=UNIVERSAL,
                    state=DONE,
                    owner=Bearer.CLASS_TEACHERS,
                ),
            ],
            rating=Rating.REACHED,
            evidence="14 aloitetta, kaikkiin vastattiin. Pihan penkit syntyivät näin.",
        ),
    ],
    rating=Rating.MOSTLY,
    evidence="Toimintatavat löytyivät, mutta seuranta oli muutaman ihmisen varassa.",
    lessons="Seurannalle nimetään vastuuhenkilö ja aika lukujärjestykseen.",
)
SECOND = Year(
    beginning="Arviointi kertoo, että seuranta puuttui. Poissaolojen kasvu näkyi helmikuussa.",
    heard="Oppilaskunta 10.9., huoltajien edustajat 18.9., kouluterveydenhuolto ja kuraattori 5.9.",
    aims=[
        Aim(
            title=BULLYING,
            datum=("Kiusaamiskysely, kevät", "8 %", 1),
            target="Jokainen selvittely seurataan kahden viikon kuluttua.",
            owner="maarit",
            steps=[
                Step(
                    what=("Seurannalle aika lukujärjestykseen", "En tid för uppföljning i läsordningen"),
                    by=(9, 15),
                    strength=CORRECTIVE,
                    state=DONE,
                    owner="karoliina",
                ),
                Step(
                    what=("Vertaissovittelijat koulutetaan", "Kamratmedlare utbildas"),
                    by=(11, 14),
                    strength=EARLY,
                    state=DONE,
                    owner="rauno",
                ),
                Step(
                    what=("Tunnetaitotunnit 7. luokille", "Lektioner i känslokunskap för årskurs 7"),
                    by=(3, 20),
                    strength=UNIVERSAL,
                    state=DONE,
                    owner=Bearer.CLASS_TEACHERS,
                ),
            ],
            rating=Rating.MOSTLY,
            evidence="Seuranta tehtiin 22 kertaa 24:stä. Kysely: 7 %.",
        ),
        Aim(
            title=ABSENT,
            datum=("Poissaolot, syys- ja kevätlukukausi", "11 h oppilasta kohti", 1),
            target="Luvattomat tunnit vähenevät neljänneksen.",
            owner="elli",
            steps=[
                Step(
                    what=("Poissaolomalli otetaan käyttöön", "Frånvaromodellen tas i bruk"),
                    by=(10, 1),
                    strength=EARLY,
                    state=DONE,
                    owner="elli",
                ),
                Step(
                    what=("Aamukahvila kahtena aamuna viikossa", "Morgoncafé två morgnar i veckan"),
                    by=(1, 31),
                    strength=UNIVERSAL,
                    state=DROPPED,
                ),
            ],
            rating=Rating.PARTLY,
            evidence="Kevään tunnit vähenivät, syksyn eivät. Aamukahvilaan ei löytynyt tekijää.",
        ),
    ],
    rating=Rating.MOSTLY,
    evidence="Kiusaamistyö kantaa jo itse. Poissaoloissa malli alkoi toimia vasta keväällä.",
    lessons="Poissaolomallin ensimmäinen askel siirretään luokanvalvojalle jo ensimmäiseltä viikolta.",
)
THIRD = Year(
    beginning="Kiusaaminen on vähentynyt kolmatta vuotta. Osa oppilaista kertoo silti, ettei kukaan huomaa heitä.",
    heard="Oppilaskunnan hallitus 8.9., vanhempainilta 17.9., henkilöstön kehittämispäivä 29.8.",
    aims=[
        Aim(
            title=SEEN,
            datum=("Oma ilmapiirikysely", "62 % tuntee kuuluvansa luokkaan", 1),
            target="Kolme neljästä tuntee kuuluvansa luokkaan keväällä.",
            owner="karoliina",
            steps=[
                Step(
                    what=("Aamutervehdys luokan ovella", "Morgonhälsning vid klassens dörr"),
                    by=(9, 1),
                    strength=UNIVERSAL,
                    state=DONE,
                    owner=Bearer.CLASS_TEACHERS,
                ),
                Step(
                    what=("Ryhmäytyspäivä 7. luokille", "Gruppdag för årskurs 7"),
                    by=(9, 18),
                    strength=UNIVERSAL,
                    state=DONE,
                    owner="rauno",
                ),
                Step(
                    what=("Vartin keskustelu jokaisen kanssa", "Ett kvartssamtal med var och en"),
                    by=(12, 18),
                    strength=EARLY,
                    state=UNDERWAY,
                    owner=Bearer.CLASS_TEACHERS,
                ),
            ],
        ),
        Aim(
            title=BULLYING,
            datum=("Kiusaamiskysely, kevät", "7 %", 1),
            target="Enintään 5 % kertoo viikoittaisesta kiusaamisesta.",
            owner="maarit",
            steps=[
                Step(
                    what=("Toimintamalli kerrataan elokuussa", "Modellen repeteras i augusti"),
                    by=(8, 28),
                    strength=UNIVERSAL,
                    state=DONE,
                    owner="maarit",
                ),
                Step(
                    what=("Sovittelijoiden vaihtuva päivystys", "Medlarnas turvisa jour"),
                    by=(10, 30),
                    strength=EARLY,
                    state=PLANNED,
                    owner="rauno",
                ),
                Step(
                    what=("Huoltajien ilta verkkokiusaamisesta", "Föräldrakväll om nätmobbning"),
                    by=(2, 11),
                    strength=UNIVERSAL,
                    state=PLANNED,
                    owner="karoliina",
                ),
            ],
        ),
        Aim(
            title=ABSENT,
            datum=("Poissaolot, viime lukuvuosi", "9 h oppilasta kohti", 1),
            target="Luvattomia tunteja on enintään 6 oppilasta kohti.",
            owner="elli",
            steps=[
                Step(
                    what=("Luokanvalvoja soittaa ensimmäisestä päivästä", "Klassföreståndaren ringer den första dagen"),
                    by=(9, 12),
                    strength=EARLY,
                    state=DONE,
                    owner=Bearer.CLASS_TEACHERS,
                ),
                Step(
                    what=("Paluun tuki sovitaan saman viikon aikana", "Stödet vid återgång avtalas samma vecka"),
                    by=(11, 15),
                    strength=CORRECTIVE,
                    state=UNDERWAY,
                    owner="elli",
                ),
            ],
        ),
    ],
)
YEARS: Sequence[Year] = (FIRST, SECOND, THIRD)
"""The year before last, the last one, and the one that is running."""


def day_of(begins_in: int, by: tuple[int, int]) -> date:
    """A day of a school year by month and day."""
    month, day = by
    return date(begins_in if month >= 8 else begins_in + 1, month, day)  # noqa: PLR2004 - August


Names = Mapping[str, Bearer]
OTHERWISE: Names = {
    "karoliina": Bearer.PRINCIPAL,
    "maarit": Bearer.SPECIAL_TEACHER,
    "rauno": Bearer.STUDY_COUNSELLOR,
    "elli": Bearer.CURATOR,
    "maria": Bearer.NURSE,
}
"""Whose seat stands where nobody of that name is there."""
