"""Three school years of taking part in the demonstration's school. Years ago, month, day come first."""

from welfare.rules.participation import Decision, Heard, HearingWay, IdeaState

P, G, S = Heard
Ago = tuple[int, int, int]

HEARINGS: tuple[tuple[Ago, Heard, str, HearingWay, int, str, str, str], ...] = (
    (
        (2, 10, 3),
        P,
        "Oppilaskunnan hallitus",
        HearingWay.COUNCIL,
        9,
        "Välituntitoiminta",
        "Sateella ei ole mitään tekemistä.",
        "Liikuntasali avattiin kahdella välitunnilla viikossa.",
    ),
    (
        (2, 4, 8),
        G,
        "Kaikkien luokkien huoltajat",
        HearingWay.SURVEY,
        121,
        "Yhteydenpito kodin ja koulun välillä",
        "Viestejä tulee liikaa ja liian myöhään.",
        "Viikkoviesti perjantaisin kello 14.",
    ),
    (
        (1, 9, 16),
        G,
        "Seitsemännen luokan huoltajat",
        HearingWay.MEETING,
        58,
        "Koulun alku yläkoulussa",
        "Ryhmäytymistä kaivattiin.",
        "Ryhmäytyspäiviin lisättiin toinen päivä.",
    ),
    (
        (1, 3, 11),
        S,
        "Opettajat ja ohjaajat",
        HearingWay.WORKSHOP,
        31,
        "Kiusaamisen vastaisen mallin vaiheet",
        "Kolmas vaihe viivästyy.",
        "Määräajaksi sovittiin kaksi koulupäivää.",
    ),
    (
        (0, 9, 15),
        G,
        "Kahdeksannen luokan huoltajat",
        HearingWay.MEETING,
        64,
        "Puhelimet koulupäivän aikana",
        "Selvä enemmistö toivoi yhteistä sääntöä.",
        "Sääntö kirjattiin järjestyssääntöihin.",
    ),
    (
        (0, 10, 28),
        P,
        "Oppilaskunnan hallitus",
        HearingWay.COUNCIL,
        11,
        "Pihan suunnitelma",
        "Penkkejä ja katos.",
        "Penkit ja katos lisättiin suunnitelmaan.",
    ),
    ((0, 11, 10), S, "Koko henkilöstö", HearingWay.SURVEY, 38, "Oma työhyvinvointi", "Iltapäivien kokoukset.", ""),
)
IDEAS: tuple[tuple[Ago, str, IdeaState, Decision | None, str, str], ...] = (
    (
        (2, 11, 5),
        "Koulun kirjastoon sohva.",
        IdeaState.ANSWERED,
        Decision.YES,
        "Sohva on kirjastossa joulun jälkeen.",
        "Soffan finns i biblioteket efter jul.",
    ),
    (
        (1, 10, 14),
        "Kasvisruokapäivä kahdesti viikossa.",
        IdeaState.ANSWERED,
        Decision.PARTLY,
        "Kasvisruoka on vapaasti valittavissa joka päivä.",
        "Vegetarisk mat kan väljas fritt varje dag.",
    ),
    (
        (1, 2, 4),
        "Pidempi ruokatunti.",
        IdeaState.ANSWERED,
        Decision.NO,
        "Kuljetukset eivät anna myöten. Ruokajonoa lyhennettiin porrastamalla.",
        "Skjutsarna tillåter det inte. Matkön kortades genom turordning.",
    ),
    (
        (0, 9, 9),
        "Pihalle penkkejä ja katos.",
        IdeaState.ANSWERED,
        Decision.YES,
        "Penkit ja katos tulevat keväällä.",
        "Bänkarna och skärmtaket kommer i vår.",
    ),
    ((0, 10, 7), "Hiljainen huone välitunneille.", IdeaState.DECIDED, Decision.LATER, "", ""),
    ((0, 11, 4), "Yhteinen liikuntapäivä alakoulun kanssa.", IdeaState.GROUP, None, "", ""),
    ((0, 11, 18), "Pyöräteline myös takapihalle.", IdeaState.RECEIVED, None, "", ""),
)
