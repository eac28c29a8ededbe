"""Goals, measures and findings of an invented provider and county, the year before last first, in both languages."""

from collections.abc import Sequence

from welfare.rules.annual_clock import Bearer
from welfare.rules.year_plans import MeasureState, Rating, Strength
from welfare.web.seeding.year_plan_texts import Aim, Step, Year

UNIVERSAL, EARLY, _CORRECTIVE = Strength
PLANNED, UNDERWAY, DONE, _DROPPED = MeasureState
COORDINATOR, GROUP = Bearer.COORDINATOR, Bearer.STEERING_GROUP

SAME = ("Jokaisessa koulussa toimitaan samoin kiusaamisen jälkeen", "Varje skola gör lika efter mobbning")
REACHED = ("Kuraattorille ja psykologille pääsee ajallaan", "Man kommer i tid till kurator och psykolog")
BOTH = ("Palvelut toimivat suomeksi ja ruotsiksi", "Tjänsterna fungerar på finska och svenska")


def _same(datum: tuple[str, str, int], *steps: Step, rating: Rating | None = None, evidence: str = "") -> Aim:
    target = "Jokaisella koululla on hyväksytty suunnitelma ja sovittu seuranta."
    return Aim(title=SAME, datum=datum, target=target, owner=COORDINATOR, steps=steps, rating=rating, evidence=evidence)


PROVIDER_YEARS: Sequence[Year] = (
    Year(
        beginning="Koulujen omavalvonnasta näkyi, että kiusaamiseen puututaan joka koulussa eri tavoin.",
        heard="Nuorisovaltuusto 12.9., huoltajien edustajat 18.9., rehtorien kokous 5.9.",
        aims=[
            _same(
                ("Koulujen omavalvonta", "malli kirjattu 57 %:ssa kouluista", 1),
                Step(what=("Yhteinen malli", "En gemensam modell"), by=(11, 30), strength=UNIVERSAL, state=DONE),
                Step(
                    what=("Rehtorien koulutus", "Utbildning för rektorerna"),
                    by=(3, 15),
                    strength=UNIVERSAL,
                    state=DONE,
                    owner=COORDINATOR,
                ),
                rating=Rating.MOSTLY,
                evidence="Malli on kirjattu useimmissa kouluissa. Seuranta puuttuu vielä.",
            )
        ],
        rating=Rating.MOSTLY,
        evidence="Yhteinen malli syntyi, ja koulut ottivat sen käyttöön.",
        lessons="Seuraavaksi sovitaan, miten seurataan.",
    ),
    Year(
        beginning="Malli on käytössä, mutta koulut seuraavat sitä eri tavoin.",
        heard="Nuorisovaltuusto 10.9., huoltajien edustajat 17.9., rehtorien kokous 4.9.",
        aims=[
            _same(
                ("Koulujen arvioinnit", "seuranta sovittu 29 %:ssa kouluista", 1),
                Step(
                    what=("Seurannan yhteinen lomake", "En gemensam blankett för uppföljning"),
                    by=(10, 31),
                    strength=EARLY,
                    state=DONE,
                    owner=COORDINATOR,
                ),
                Step(
                    what=("Tulokset käydään läpi ohjausryhmässä", "Resultaten gås igenom i styrgruppen"),
                    by=(5, 5),
                    strength=UNIVERSAL,
                    state=DONE,
                    owner=GROUP,
                ),
                rating=Rating.REACHED,
                evidence="Seuranta on sovittu jokaisessa koulussa.",
            )
        ],
        rating=Rating.REACHED,
        evidence="Jokainen koulu kertoo keväällä, mitä seuranta näytti.",
        lessons="Sama tapa sopii myös poissaoloihin.",
    ),
    Year(
        beginning="Kiusaamistyö kantaa. Psykologin työaikaa puuttuu, ja ruotsinkielistä palvelua on vaikea saada.",
        heard="Nuorisovaltuusto 8.9., huoltajien edustajat 15.9., rehtorien kokous 2.9.",
        aims=[
            _same(
                ("Koulujen arvioinnit", "seuranta sovittu kaikissa", 1),
                Step(
                    what=("Malli uusien opettajien perehdytykseen", "Modellen tas in i introduktionen"),
                    by=(10, 15),
                    strength=UNIVERSAL,
                    state=DONE,
                    owner=COORDINATOR,
                ),
            ),
            Aim(
                title=BOTH,
                datum=("Tarve ja vakanssit", "psykologin työaikaa puuttuu", 1),
                target="Ruotsinkielisissä kouluissa on oma vastaanottopäivä joka viikko.",
                owner=GROUP,
                steps=[
                    Step(
                        what=(
                            "Työajan jako sovitaan hyvinvointialueen kanssa",
                            "Arbetstiden avtalas med välfärdsområdet",
                        ),
                        by=(12, 11),
                        strength=UNIVERSAL,
                        state=UNDERWAY,
                        owner=COORDINATOR,
                    ),
                    Step(
                        what=("Vastaanottopäivät kerrotaan kodeille", "Mottagningsdagarna berättas för hemmen"),
                        by=(1, 20),
                        strength=UNIVERSAL,
                        state=PLANNED,
                        owner=COORDINATOR,
                    ),
                ],
            ),
        ],
    ),
)


def _reached(datum: tuple[str, str, int], *steps: Step, rating: Rating | None = None, evidence: str = "") -> Aim:
    target = "Keskusteluun pääsee viimeistään seitsemäntenä työpäivänä koko alueella."
    return Aim(
        title=REACHED, datum=datum, target=target, owner=COORDINATOR, steps=steps, rating=rating, evidence=evidence
    )


COUNTY_YEARS: Sequence[Year] = (
    Year(
        beginning="Määräajat toteutuvat eri kunnissa eri tavoin, eikä niistä ole yhteistä tietoa.",
        heard="Alueen nuorisovaltuusto 20.9., kuntien yhdyshenkilöt 6.9., palvelujen esihenkilöt 13.9.",
        aims=[
            _reached(
                ("Palvelujen oma laskenta", "ajallaan 71 %", 1),
                Step(
                    what=("Määräaikoja lasketaan samoin joka kunnassa", "Tidsfristerna räknas lika i varje kommun"),
                    by=(12, 15),
                    strength=UNIVERSAL,
                    state=DONE,
                    owner=COORDINATOR,
                ),
                rating=Rating.PARTLY,
                evidence="Laskenta on sama kaikkialla. Odotus lyheni vain kolmessa kunnassa.",
            )
        ],
        rating=Rating.PARTLY,
        evidence="Tieto on nyt yhteinen.",
        lessons="Sijaisuudet ratkaisevat: odotus kasvaa aina, kun yksi on poissa.",
    ),
    Year(
        beginning="Odotus kasvaa, kun yksi työntekijä on poissa.",
        heard="Alueen nuorisovaltuusto 18.9., kuntien yhdyshenkilöt 5.9., palvelujen esihenkilöt 11.9.",
        aims=[
            _reached(
                ("Palvelukysyntä kunnittain", "ajallaan 83 %", 1),
                Step(
                    what=("Kuntien välinen sijaisrinki", "En vikariering mellan kommunerna"),
                    by=(10, 20),
                    strength=UNIVERSAL,
                    state=DONE,
                    owner=GROUP,
                ),
                rating=Rating.MOSTLY,
                evidence="Sijaisrinki auttoi seitsemän kertaa.",
            )
        ],
        rating=Rating.MOSTLY,
        evidence="Odotus lyheni viidessä kunnassa.",
        lessons="Ruotsinkielinen palvelu tarvitsee oman ringin.",
    ),
    Year(
        beginning="Suomenkielinen palvelu toimii ajallaan, ruotsinkielinen ei aina.",
        heard="Alueen nuorisovaltuusto 16.9., kuntien yhdyshenkilöt 3.9., palvelujen esihenkilöt 9.9.",
        aims=[
            _reached(
                ("Palvelukysyntä kunnittain", "ajallaan 91 %", 1),
                Step(
                    what=("Etävastaanotto sijaisuuden ajaksi", "Mottagning på distans under vikariat"),
                    by=(11, 10),
                    strength=EARLY,
                    state=DONE,
                    owner=COORDINATOR,
                ),
            ),
            Aim(
                title=BOTH,
                datum=("Palvelukysyntä kunnittain", "ruotsiksi ajallaan 78 %", 1),
                target="Suomeksi ja ruotsiksi pääsee yhtä nopeasti.",
                owner=GROUP,
                steps=[
                    Step(
                        what=("Ruotsinkielinen sijaisrinki", "En svensk vikariering"),
                        by=(1, 31),
                        strength=UNIVERSAL,
                        state=PLANNED,
                        owner=COORDINATOR,
                    ),
                ],
            ),
        ],
    ),
)
