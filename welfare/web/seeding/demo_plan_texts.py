"""What the plan of the demonstration says: invented, like everybody in it."""

from dataclasses import replace

from welfare.plans.content import GoalText, MeasureText
from welfare.rules.plans import PlanPart

FIRST = {
    PlanPart.STUDENT_WORDS: "Kotona riidellään, enkä jaksa illalla läksyjä. Haluan paikan, jossa voin puhua.",
    PlanPart.GUARDIAN_VIEW: "Äiti on samaa mieltä ja iloinen siitä, että Milja sai itse sanoa, mikä auttaa.",
    PlanPart.PROFESSIONAL_VIEW: "Uni jää lyhyeksi. Säännöllinen keskustelu ja rauhallinen paikka auttavat.",
    PlanPart.STRENGTHS: "Musiikki, huolehtivaisuus ja kaksi läheistä ystävää rinnakkaisluokalla.",
    PlanPart.NEED: "Aikuinen, jolle puhua koulupäivän aikana, ja tukea nukkumiseen.",
    PlanPart.RHYTHM: "Tavataan kolmen viikon välein",
    PlanPart.PARTNERS: "Kuraattori tapaa Miljaa viikoittain, terveydenhoitaja seuraa unta.",
    PlanPart.DURATION: "Lukukauden loppuun",
}
LATER = {
    **FIRST,
    PlanPart.STUDENT_WORDS: (
        "Tiistain juttelu auttaa. Haluan jatkaa sitä jouluun asti. En halua, että asiasta puhutaan luokan edessä."
    ),
    PlanPart.STRENGTHS: "Musiikki, huolehtivaisuus, sitkeys ja kaksi läheistä ystävää rinnakkaisluokalla.",
}
TALKING = GoalText(
    number=1,
    title="Juttelen aikuiselle, ennen kuin huoli kasvaa isoksi",
    start="Puhun asiasta vasta, kun en enää jaksa.",
    weight=3,
    levels=(
        "En puhu kenellekään",
        "Puhun, kun joku kysyy",
        "Menen itse juttelemaan kerran viikossa",
        "Menen juttelemaan samana päivänä, kun huoli alkaa",
        "Osaan itse rauhoittaa oloni ja kerron siitä jälkeenpäin",
    ),
    measures=(
        MeasureText(
            number=1,
            what="Keskustelu joka tiistai",
            by="Elli Puhakka",
            followed_by="Maria Anttila",
            place="Tiistain toinen välitunti",
        ),
        MeasureText(
            number=2,
            what="Oveen voi koputtaa ilman ajanvarausta",
            by="Maria Anttila",
            followed_by="Elli Puhakka",
            place="Koko koulupäivä",
        ),
    ),
)
SLEEP = GoalText(
    number=2,
    title="Nukun arkisin vähintään kahdeksan tuntia",
    start="Noin kuusi tuntia yössä.",
    weight=2,
    levels=(
        "Nukun alle kuusi tuntia",
        "Nukun kuudesta seitsemään tuntia",
        "Nukun kahdeksan tuntia neljänä yönä viidestä",
        "Nukun kahdeksan tuntia joka arkiyö",
        "Nukun hyvin ja herään itse",
    ),
    measures=(
        MeasureText(
            number=1,
            what="Unipäiväkirja kaksi viikkoa",
            by="Milja ja Elina Nevalainen",
            followed_by="Maria Anttila",
            place="Kotona illalla",
        ),
    ),
)
LUNCH = GoalText(
    number=3,
    title="Syön lounaan jonkun tutun kanssa",
    start="Lounas jää usein väliin.",
    levels=(
        "En syö lounasta",
        "Syön yksin",
        "Syön tutun kanssa kolmena päivänä viikossa",
        "Syön tutun kanssa joka päivä",
        "Pyydän itse jonkun mukaan",
    ),
    measures=(
        MeasureText(
            number=1,
            what="Lounaalle mennään yhdessä ystävän kanssa",
            by="Milja Nevalainen",
            followed_by="Elli Puhakka",
            place="Ruokatunti",
        ),
    ),
)
LUNCH_NOTE = "Milja syö nyt joka päivä ystävänsä kanssa."
DIARY_GOES_ON = replace(
    SLEEP.measures[0], what="Unipäiväkirja ja keskustelu siitä", by="Maria Anttila", followed_by="Elli Puhakka"
)
SLEEP_LATER = replace(SLEEP, measures=(DIARY_GOES_ON,))
MILJA_SAYS = {
    -6: "Iltaisin en saa unta, jos kotona riidellään. Haluan, että kukaan ei kysy siitä luokan edessä.",
    -2: "En tiedä vielä, haluanko puhua isästä kokouksessa. Mietin sitä viikonloppuna.",
}
ELINA_SAYS = "Milja nukkuu paremmin, kun puhelin jää keittiöön. Toivon, että siitä jutellaan yhdessä."
