"""What stands in the catalogues of the demonstration's provider. Everything in it is invented."""

from collections.abc import Mapping, Sequence

from welfare.rules.assessments import Informant
from welfare.rules.feedback import FeedbackQuestion
from welfare.rules.phrases import PhraseKind, PhrasePlace

ARRANGEMENTS: Sequence[Mapping[str, str]] = (
    {
        "name_fi": "Lyhennetty koulupäivä",
        "name_sv": "Förkortad skoldag",
        "description_fi": "Koulupäivä alkaa myöhemmin tai päättyy aikaisemmin sovitun ajan.",
        "description_sv": "Skoldagen börjar senare eller slutar tidigare under en avtalad tid.",
        "conditions_fi": "Rehtori päättää. Enintään kuusi viikkoa kerrallaan, seuranta kahden viikon välein.",
        "conditions_sv": "Rektorn beslutar. Högst sex veckor i taget, uppföljning varannan vecka.",
    },
    {
        "name_fi": "Hiljainen huone",
        "name_sv": "Tyst rum",
        "description_fi": "Oppilas voi siirtyä rauhalliseen tilaan kesken tunnin.",
        "description_sv": "Eleven kan gå till ett lugnt utrymme mitt i lektionen.",
        "conditions_fi": "Sovitaan opettajien kanssa, kuka on tilassa ja miten tunnille palataan.",
        "conditions_sv": "Med lärarna avtalas vem som är i rummet och hur eleven återvänder till lektionen.",
    },
    {
        "name_fi": "Etäoppimisen polku",
        "name_sv": "Distansspår",
        "description_fi": "Osa oppiaineista opiskellaan verkossa oman opettajan ohjaamana.",
        "description_sv": "En del av läroämnena studeras på nätet under ledning av den egna läraren.",
        "conditions_fi": "Vain erityisten opetusjärjestelyjen päätöksellä, lukukausi kerrallaan.",
        "conditions_sv": "Endast genom beslut om särskilda undervisningsarrangemang, en termin i taget.",
    },
    {
        "name_fi": "Ohjattu etätuki",
        "name_sv": "Handlett distansstöd",
        "description_fi": "Ohjaaja auttaa verkon kautta tehtävissä kahtena iltapäivänä viikossa.",
        "description_sv": "En handledare hjälper med uppgifterna på nätet två eftermiddagar i veckan.",
        "conditions_fi": "Huoltajan kanssa sovitaan laitteesta ja paikasta.",
        "conditions_sv": "Med vårdnadshavaren avtalas om enhet och plats.",
    },
)
CONDITIONS = "Maanantaisin ja tiistaisin koulu alkaa kello 9. Helmi aloittaa pienryhmätilassa Maarit Virtasen kanssa."
PROCESS: Mapping[str, tuple[str, str]] = {
    "name": ("Koulukuntoisuuden ja opiskelukyvyn arvio", "Bedömning av skolgångs- och studieförmågan"),
    "steps": (
        (
            "Tavoitteesta sovitaan oppilaan kanssa.\n"
            "Havaintoja kysytään oppilaalta, huoltajilta, opettajilta ja terveydenhoitajalta.\n"
            "Ryhmä vertaa vastauksia oppilaan kanssa.\n"
            "Johtopäätös ja seuraavat askeleet kirjataan."
        ),
        (
            "Målet avtalas med eleven.\n"
            "Iakttagelser begärs av eleven, vårdnadshavarna, lärarna och hälsovårdaren.\n"
            "Gruppen jämför svaren tillsammans med eleven.\n"
            "Slutsatsen och de följande stegen antecknas."
        ),
    ),
    "student": (
        "* Miten aamut ja kouluun tuleminen sujuvat?\n* Miten tunneilla olo sujuu?\nMikä auttaa sinua koulussa?",
        (
            "* Hur går morgnarna och att komma till skolan?\n* Hur går det att vara på lektionerna?\n"
            "Vad hjälper dig i skolan?"
        ),
    ),
    "guardian": (
        "* Miten aamut ja kouluun tuleminen sujuvat?\nMitä kotona on huomattu?\nMikä auttaa?",
        "* Hur går morgnarna och att komma till skolan?\nVad har ni märkt hemma?\nVad hjälper?",
    ),
    "teacher": (
        "* Miten tunneilla olo sujuu?\n* Miten kaverisuhteet sujuvat?\nMikä auttaa?",
        "* Hur går det att vara på lektionerna?\n* Hur går kamratrelationerna?\nVad hjälper?",
    ),
    "professional": (
        "* Miten jaksaminen sujuu?\nMitä on hyvä ottaa huomioon?",
        "* Hur går det med orken?\nVad är bra att beakta?",
    ),
}
AIM = "Mitä koulupäivät vaativat Miljalta juuri nyt, ja mikä niissä auttaa."
ANSWERS: Mapping[Informant, Sequence[str]] = {
    Informant.GUARDIAN: ("2", "Iltaisin on levotonta, ja aamulla on vaikea lähteä.", "Kun joku on koululla vastassa."),
    Informant.PROFESSIONAL: ("3", "Milja nukkuu vähän. Hän tulee vastaanotolle, kun ovi on auki."),
    Informant.STUDENT: ("3", "4", "Että saan puhua rauhassa."),
    Informant.TEACHER: ("4", "4", "Selkeä alku tunnille."),
}
PHRASES: Sequence[tuple[PhrasePlace, PhraseKind, str, str]] = (
    (
        PhrasePlace.PLAN_GOAL,
        PhraseKind.PHRASE,
        "Tulen kouluun sovittuun aikaan useimpina aamuina.",
        "Jag kommer till skolan vid den avtalade tiden de flesta morgnar.",
    ),
    (
        PhrasePlace.PLAN_GOAL,
        PhraseKind.PHRASE,
        "Pyydän apua, ennen kuin tehtävä jää kesken.",
        "Jag ber om hjälp innan uppgiften blir halvfärdig.",
    ),
    (
        PhrasePlace.PLAN_STRENGTHS,
        PhraseKind.TEMPLATE,
        "Mikä sujuu:\nKuka tukee:\nMistä on hyvä jatkaa:",
        "Vad går bra:\nVem stöder:\nVad är bra att fortsätta med:",
    ),
    (
        PhrasePlace.PLAN_MEASURE,
        PhraseKind.PHRASE,
        "Aikuinen ottaa vastaan ovella sovittuina aamuina.",
        "En vuxen tar emot vid dörren de avtalade morgnarna.",
    ),
    (
        PhrasePlace.MINUTES,
        PhraseKind.TEMPLATE,
        "Mistä puhuttiin:\nMitä oppilas toivoi:\nMitä sovittiin:",
        "Vad vi talade om:\nVad eleven önskade:\nVad som avtalades:",
    ),
    (
        PhrasePlace.JOURNAL,
        PhraseKind.PHRASE,
        "Sovittiin, että tilannetta seurataan yhdessä kahden viikon ajan.",
        "Vi avtalade att läget följs upp tillsammans under två veckor.",
    ),
)
LAST_TERM: Mapping[FeedbackQuestion, Sequence[int]] = {
    FeedbackQuestion.HELPED: (0, 1, 3, 9, 5),
    FeedbackQuestion.HEARD: (0, 0, 2, 6, 10),
    FeedbackQuestion.AGAIN: (1, 0, 2, 7, 8),
}
"""How often each grade from 1 to 5 was given; eighteen pupils answered."""
PLAN_TEMPLATES: Sequence[Mapping[str, object]] = (
    {
        "name_fi": "Kouluun tuleminen",
        "name_sv": "Att komma till skolan",
        "content": {
            "parts": {
                "strengths": [
                    "Mikä koulussa sujuu?\nKenen kanssa on hyvä olla?",
                    "Vad fungerar i skolan?\nMed vem är det bra att vara?",
                ],
                "need": [
                    "Mikä aamuissa on vaikeaa?\nMikä on jo auttanut?",
                    "Vad är svårt på morgnarna?\nVad har redan hjälpt?",
                ],
                "rhythm": ["Kahden viikon välein, vastuuhenkilö kutsuu", "Varannan vecka, ansvarspersonen kallar"],
            },
            "goals": [
                [
                    (
                        "Tulen kouluun sovittuina aamuina\nEn yhtenäkään\nYhtenä tai kahtena\nKolmena tai neljänä\n"
                        "Viitenä\nViitenä, ja ajoissa\nVastaanotto ovella ensimmäisellä tunnilla"
                    ),
                    (
                        "Jag kommer till skolan på avtalade morgnar\nIngen morgon\nEn eller två\nTre eller fyra\n"
                        "Fem\nFem, och i tid\nMottagning vid dörren under den första lektionen"
                    ),
                ]
            ],
        },
    },
    {
        "name_fi": "Uni ja jaksaminen",
        "name_sv": "Sömn och ork",
        "content": {
            "parts": {
                "need": [
                    "Milloin väsymys näkyy?\nMitä illoissa tapahtuu?",
                    "När syns tröttheten?\nVad händer på kvällarna?",
                ],
                "duration": ["Lukukausi", "En termin"],
            },
            "goals": [
                [
                    (
                        "Nukun arkiöisin kahdeksan tuntia\nEn yhtenäkään yönä\nYhtenä yönä\nKahtena tai kolmena yönä\n"
                        "Neljänä yönä\nViitenä yönä\nUnipäiväkirja kaksi viikkoa"
                    ),
                    (
                        "Jag sover åtta timmar på vardagsnätter\nIngen natt\nEn natt\nTvå eller tre nätter\n"
                        "Fyra nätter\nFem nätter\nSömndagbok i två veckor"
                    ),
                ]
            ],
        },
    },
)
