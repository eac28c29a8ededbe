"""Three school years of instructions and training in the demonstration. Years ago, month, day come first."""

from welfare.rules.guidance import CompetenceArea, Readers

Area = CompetenceArea
Ago = tuple[int, int, int]
ABSENCES_FI = """Kirjaa poissaolo saman päivän aikana.
Ota yhteys huoltajaan, kun tunteja on 20.
Pyydä kuraattori mukaan, kun tunteja on 50."""
INSTRUCTIONS: tuple[tuple[Ago, Readers, str, str, str, str, tuple[str, ...]], ...] = (
    (
        (2, 8, 11),
        Readers.INSTITUTION,
        "Poissaoloihin puuttuminen",
        "Ingripande i frånvaro",
        ABSENCES_FI,
        "Anteckna frånvaron samma dag.\nKontakta vårdnadshavaren vid 20 timmar.\nBe kuratorn med vid 50 timmar.",
        ("karoliina", "marjatta", "maarit", "rauno"),
    ),
    (
        (1, 8, 10),
        Readers.EVERYBODY,
        "Kun epäilet kiusaamista",
        "När du misstänker mobbning",
        "Keskeytä. Kuuntele. Kirjaa. Kerro huoltajille samana päivänä.",
        "Avbryt. Lyssna. Anteckna. Informera vårdnadshavarna samma dag.",
        ("karoliina", "marjatta", "elli"),
    ),
    (
        (0, 10, 1),
        Readers.TEACHING,
        "Uusi kirjaamisohje opettajille",
        "Ny anvisning om dokumentation för lärare",
        "Yhteisölliseen muistioon ei kirjata yhtään oppilasta nimellä.",
        "I en gemensam promemoria antecknas ingen elev vid namn.",
        ("marjatta",),
    ),
)
NEEDS: tuple[tuple[CompetenceArea, tuple[tuple[int, int], ...]], ...] = (
    (Area.EARLY_SUPPORT, ((34, 19), (36, 16), (38, 12))),
    (Area.BULLYING, ((34, 17), (36, 20), (38, 24))),
    (Area.MENTAL_HEALTH, ((34, 21), (36, 23), (38, 22))),
    (Area.CULTURES, ((34, 8), (36, 9), (38, 3))),
    (Area.RECORDS, ((34, 12), (36, 11), (38, 15))),
)
TRAININGS: tuple[tuple[Ago, str, str, CompetenceArea, str, str, int | None, int | None, str, tuple[str, ...]], ...] = (
    (
        (2, 9, 4),
        "LAPE-akatemia: uusi johtajuus",
        "LAPE-akademin: nytt ledarskap",
        Area.EARLY_SUPPORT,
        "LAPE-akatemia",
        "Koulut, varhaiskasvatus, sosiaali- ja terveydenhuolto",
        47,
        85,
        "Yhteinen lukuvuoden suunnittelu elokuussa.",
        ("karoliina",),
    ),
    (
        (2, 11, 6),
        "LAPE-akatemia: uusi vaikuttavuus",
        "LAPE-akademin: ny verkningsfullhet",
        Area.EARLY_SUPPORT,
        "LAPE-akatemia",
        "Koulut, varhaiskasvatus, sosiaali- ja terveydenhuolto, järjestöt",
        59,
        80,
        "Tavoitteisiin liitetään mittari.",
        ("karoliina", "rauno"),
    ),
    (
        (1, 10, 8),
        "Kiusaamisen selvittely käytännössä",
        "Att utreda mobbning i praktiken",
        Area.BULLYING,
        "Kunta",
        "Koulut",
        32,
        88,
        "Selvittelyn määräajaksi kaksi koulupäivää.",
        ("marjatta", "maarit", "karoliina"),
    ),
    (
        (0, 9, 23),
        "Salassapito ja kirjaaminen",
        "Sekretess och dokumentation",
        Area.RECORDS,
        "Hyvinvointialue",
        "Koulut ja opiskeluhuollon palvelut",
        41,
        79,
        "Uusi kirjaamisohje.",
        ("marjatta", "rauno", "elli"),
    ),
    (
        (0, 12, 9),
        "Nuorten mielenterveyden tukeminen",
        "Att stödja ungas psykiska hälsa",
        Area.MENTAL_HEALTH,
        "Hyvinvointialue",
        "Koulut",
        None,
        None,
        "",
        (),
    ),
)
