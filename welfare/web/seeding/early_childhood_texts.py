"""What the demonstration's day-care centre has planned, written down and agreed on, in both languages."""

from collections.abc import Mapping

from welfare.rules.annual_clock import Bearer
from welfare.rules.programmes import ProgrammeKind
from welfare.rules.year_plans import MeasureState, Strength
from welfare.web.seeding.programme_texts import AUTUMN, SPRING, Script
from welfare.web.seeding.statutory_texts import Both
from welfare.web.seeding.year_plan_texts import Aim, Step, Year

NAME: Both = ("Vanamon päiväkoti", "Linneans daghem")
SHORT_NAME = "VANA"
PROTECTION: Mapping[str, Both] = {
    "prevention": (
        (
            "Leikkiryhmissä on enintään viisi lasta. Pihalla jokaisella aikuisella on oma alueensa. "
            "Tunne- ja kaveritaitoja harjoitellaan joka viikko nukkejen ja satujen avulla."
        ),
        (
            "I lekgrupperna finns högst fem barn. På gården har varje vuxen ett eget område. "
            "Känslo- och kamratfärdigheter övas varje vecka med dockor och sagor."
        ),
    ),
    "noticing": (
        (
            "Ryhmän aikuiset havainnoivat leikkiä kerran kuussa sovitun lomakkeen mukaan: kuka pääsee mukaan ja "
            "kuka jää ulos. Huoltajilta kysytään kavereista jokaisessa keskustelussa."
        ),
        (
            "Gruppens vuxna iakttar leken en gång i månaden enligt en överenskommen blankett: vem får vara med och "
            "vem blir utanför. Vårdnadshavarna tillfrågas om kompisar vid varje samtal."
        ),
    ),
    "intervening": (
        (
            "Lähin aikuinen pysäyttää heti ja jää leikkiin mukaan. Asia puhutaan lasten kanssa samana päivänä. "
            "Jos epäilty on aikuinen, johtaja selvittää asian samana päivänä."
        ),
        (
            "Närmaste vuxna stoppar genast och stannar kvar i leken. Saken tas upp med barnen samma dag. "
            "Om den misstänkta är en vuxen utreder föreståndaren saken samma dag."
        ),
    ),
    "informing": (
        "Kummankin lapsen huoltajille kerrotaan hakutilanteessa tai puhelimitse. Toisen lapsen nimeä ei sanota.",
        "Båda barnens vårdnadshavare får veta vid hämtningen eller per telefon. Det andra barnets namn nämns inte.",
    ),
    "support": (
        (
            "Ryhmä muuttaa ensin omaa toimintaansa: leikkiparit, tilat ja päivän kulku. "
            "Kahden viikon kuluttua katsotaan yhdessä, auttoiko muutos."
        ),
        (
            "Gruppen ändrar först sin egen verksamhet: lekpar, utrymmen och dagens gång. "
            "Efter två veckor ser man tillsammans om ändringen hjälpte."
        ),
    ),
    "knowing": (
        "Suunnitelma käydään läpi elokuussa ja jokaisen sijaisen kanssa. Huoltajat kuulevat siitä vanhempainillassa.",
        "Planen gås igenom i augusti och med varje vikarie. Vårdnadshavarna hör om den på föräldrakvällen.",
    ),
}
YEAR = Year(
    beginning="Kevään havainnoinnissa joka viides leikki katkesi ensimmäisten kymmenen minuutin aikana.",
    heard="Vanhempainilta 9.9., lasten kokous elokuussa kuvakorteilla, ryhmien henkilöstö 28.8.",
    aims=[
        Aim(
            title=("Jokaisella lapsella on leikkikaveri", "Varje barn har en lekkamrat"),
            datum=("Leikin havainnointi", "4 lasta 62:sta jäi usein yksin", 1),
            target="Yksikään lapsi ei jää viikkoa ilman leikkikaveria.",
            owner=Bearer.CLASS_TEACHERS,
            steps=[
                Step(
                    what=("Leikkiparit arvotaan joka aamu", "Lekpar lottas varje morgon"),
                    by=(10, 15),
                    strength=Strength.UNIVERSAL,
                    state=MeasureState.DONE,
                    owner=Bearer.CLASS_TEACHERS,
                ),
                Step(
                    what=(
                        "Aikuinen auttaa ulkopuolelle jäävän mukaan",
                        "En vuxen hjälper den som blir utanför med i leken",
                    ),
                    by=(2, 26),
                    strength=Strength.EARLY,
                    state=MeasureState.UNDERWAY,
                    owner=Bearer.ALL_STAFF,
                ),
            ],
        ),
        Aim(
            title=("Leikki saa jatkua rauhassa", "Leken får fortgå i lugn och ro"),
            datum=("Leikin havainnointi", "20 % leikeistä katkesi alkuunsa", 1),
            target="Alle 10 % leikeistä katkeaa ensimmäisten kymmenen minuutin aikana.",
            owner=Bearer.WELFARE_GROUP,
            steps=[
                Step(
                    what=("Päivän siirtymiä vähennetään kahdella", "Dagens övergångar blir två färre"),
                    by=(11, 6),
                    strength=Strength.UNIVERSAL,
                    state=MeasureState.DONE,
                    owner=Bearer.PRINCIPAL,
                ),
            ],
        ),
    ],
)
STEPS_FI = """Katso, kuka leikkii ja kuka jää ulos.
Mene mukaan leikkiin.
Puhukaa tunteista heti.
Kerro huoltajalle samana päivänä.
Katso kahden viikon kuluttua uudelleen."""
STEPS_SV = """Se vem som leker och vem som blir utanför.
Gå med i leken.
Prata om känslorna genast.
Berätta för vårdnadshavaren samma dag.
Se efter på nytt om två veckor."""
PROGRAMMES = (
    Script(
        kind=ProgrammeKind.EARLY_YEARS,
        coordinator="matti",
        details={
            "covered": ["under_3", "3_5"],
            "content": "Leikkiparit, nukketeatteri tunteista, kaveripenkki pihalla, aikuisten sovitut paikat.",
        },
        since=1,
        counts=(
            ("groups", AUTUMN, {"age": "3_5"}, (2, 3)),
            ("groups", AUTUMN, {"age": "under_3"}, (0, 1)),
            ("moments", AUTUMN, {"topic": "feelings"}, (14, 22)),
            ("moments", AUTUMN, {"topic": "play"}, (9, 17)),
            ("moments", SPRING, {"topic": "friends"}, (16, 20)),
        ),
        steps=((STEPS_FI, STEPS_SV),),
    ),
)
