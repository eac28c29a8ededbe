"""What the demonstration's welfare group has talked about in three school years. Invented, and nobody is in it."""

from dataclasses import dataclass, field

from welfare.rules.communal_meetings import AgendaKind

K = AgendaKind
Both = tuple[str, str]
"""Finnish, Swedish."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision: what, by whom of the cast, and what came of it; without an outcome it still waits."""

    what: Both
    by: str
    outcome: str = ""
    is_done: bool = True


@dataclass(frozen=True, slots=True)
class Sitting:
    """One meeting: how many years ago, on which day of which month, what about."""

    years_ago: int
    month: int
    day: int
    theme: Both
    said: dict[AgendaKind, Both]
    decided: tuple[Decided, ...] = field(default=())
    pupils: int = 2
    guardians: int = 1


SITTINGS = (
    Sitting(
        2,
        9,
        11,
        ("Uuden lukuvuoden turvallinen alku", "En trygg start på läsåret"),
        {
            K.CLIMATE: (
                "Kevään kouluterveyskyselyssä useampi kuin ennen kertoi viihtyvänsä. Melu tunneilla nousi esiin.",
                "I vårens enkät trivdes fler än tidigare. Bullret på lektionerna lyftes fram.",
            ),
            K.PUPILS: (
                "Oppilaskunta ehdottaa sisävälituntia sateella.",
                "Elevkåren föreslår inomhusrast när det regnar.",
            ),
            K.TOLD: ("Uudet säännöt kerrotaan luokissa ja kodeille.", "Nya regler berättas i klasserna och hemmen."),
        },
        (
            Decided(
                ("Sisävälituntia kokeillaan syyslomaan asti.", "Inomhusrast prövas fram till höstlovet."),
                "marjatta",
                "Kokeilu onnistui; jatketaan sateella.",
            ),
        ),
    ),
    Sitting(
        2,
        1,
        22,
        ("Kaveritaidot seitsemänsillä luokilla", "Kompisfärdigheter i årskurs sju"),
        {
            K.CLIMATE: (
                "Yksinäisyyttä kokevien osuus on kunnan keskiarvoa suurempi. Kysely uusitaan keväällä.",
                "Andelen som känner sig ensamma är större än i kommunen i snitt. Enkäten görs om i vår.",
            ),
            K.GUARDIANS: (
                "Huoltajat toivovat vanhempainiltaa kaveritaidoista.",
                "Vårdnadshavarna önskar en föräldrakväll om kompisfärdigheter.",
            ),
        },
        (
            Decided(
                ("Pidetään vanhempainilta kaveritaidoista.", "En föräldrakväll om kompisfärdigheter ordnas."),
                "karoliina",
                "Ilta pidettiin helmikuussa, mukana 64 huoltajaa.",
            ),
            Decided(
                ("Hankitaan pelejä aulaan.", "Spel skaffas till aulan."),
                "rauno",
                "Rahaa ei ollut; siirtyy ensi lukuvuoteen.",
                is_done=False,
            ),
        ),
    ),
    Sitting(
        1,
        9,
        9,
        ("Kiusaamisen vastainen toimintamalli", "Verksamhetsmodellen mot mobbning"),
        {
            K.CLIMATE: (
                "Viikoittain kiusattujen osuus on laskenut kahdessa vuodessa. Puuttumiseen luotetaan enemmän.",
                "Andelen som mobbas varje vecka har minskat på två år. Fler litar på att vuxna ingriper.",
            ),
            K.PROGRAMMES: (
                "Vertaissovittelijoita koulutettiin kymmenen. KiVa-tiimi kokoontuu joka toinen viikko.",
                "Tio kamratmedlare utbildades. KiVa-teamet möts varannan vecka.",
            ),
        },
        (
            Decided(
                (
                    "Toimintamalli käydään läpi joka luokassa syyskuussa.",
                    "Modellen gås igenom i varje klass i september.",
                ),
                "maarit",
                "Kaikissa luokissa pidetty.",
            ),
        ),
        pupils=1,
    ),
    Sitting(
        1,
        2,
        10,
        ("Puhelimet ja keskittyminen", "Telefoner och koncentration"),
        {
            K.PUPILS: (
                "Oppilaskunta haluaa päättää puhelinparkeista yhdessä opettajien kanssa.",
                "Elevkåren vill besluta om telefonparkeringar tillsammans med lärarna.",
            ),
            K.ENVIRONMENT: (
                "Terveydellisten olojen tarkastuksessa löytyi kaksi korjattavaa: ilmanvaihto ja pihan valaistus.",
                (
                    "Vid granskningen av de hälsomässiga förhållandena hittades två brister: ventilationen och "
                    "belysningen på gården."
                ),
            ),
        },
        (
            Decided(
                ("Pihan valaistus korjataan.", "Belysningen på gården åtgärdas."),
                "karoliina",
                "Valot vaihdettiin maaliskuussa.",
            ),
        ),
    ),
    Sitting(
        0,
        9,
        8,
        ("Lukuvuoden tavoitteet", "Läsårets mål"),
        {
            K.PREVIOUS: ("Pihan valaistus on korjattu.", "Belysningen på gården har åtgärdats."),
            K.CLIMATE: (
                "Kysely näyttää, että yhä useampi pitää koulunkäynnistä. Poissaolot ovat kasvaneet yhdeksänsillä.",
                "Enkäten visar att allt fler gillar skolan. Frånvaron har ökat i årskurs nio.",
            ),
            K.GUARDIANS: (
                "Vanhempainyhdistys kysyy, miten poissaoloista kerrotaan kotiin.",
                "Föräldraföreningen frågar hur hemmet får veta om frånvaro.",
            ),
            K.TOLD: (
                "Tavoitteet julkaistaan verkkosivulla kummallakin kielellä.",
                "Målen publiceras på webbplatsen på båda språken.",
            ),
        },
        (
            Decided(
                (
                    "Poissaolojen seurannan ohje päivitetään.",
                    "Anvisningen om uppföljning av frånvaro uppdateras.",
                ),
                "elli",
                "Ohje on kaikkien luettavana.",
            ),
            Decided(
                ("Tukioppilaille järjestetään koulutuspäivä.", "En utbildningsdag för stödeleverna ordnas."), "rauno"
            ),
        ),
    ),
    Sitting(
        0,
        11,
        3,
        ("Väliarviointi ja hyvinvointi kokeiden aikana", "Mellanutvärdering och välmående under proven"),
        {
            K.CLIMATE: (
                "Koeviikon kuormitus nousi esiin oppilaiden vastauksissa.",
                "Belastningen under provveckan kom fram i elevernas svar.",
            ),
            K.PUPILS: (
                "Oppilaat ehdottavat, että kokeita on enintään kaksi viikossa.",
                "Eleverna föreslår högst två prov i veckan.",
            ),
        },
        (
            Decided(
                (
                    "Kokeiden määrästä sovitaan opettajainkokouksessa.",
                    "Antalet prov avtalas på lärarmötet.",
                ),
                "marjatta",
            ),
            Decided(
                (
                    "Terveydenhoitaja pitää uniteemaisen aamunavauksen.",
                    "Hälsovårdaren håller en morgonsamling om sömn.",
                ),
                "maria",
            ),
        ),
    ),
    Sitting(
        0,
        2,
        9,
        ("Harrastukset ja iltapäivät", "Hobbyer och eftermiddagar"),
        {},
    ),
    Sitting(
        0,
        5,
        18,
        ("Vuoden arviointi", "Utvärdering av året"),
        {},
    ),
)
