"""The items that an agenda begins with, in three languages (COM §3)."""

from types import MappingProxyType

from welfare.rules.communal_meetings import AgendaKind
from welfare.rules.languages import in_language

TITLES = MappingProxyType(
    {
        AgendaKind.OPENING: ("Avaus ja läsnäolijat", "Öppnande och närvarande", "Opening and who is here"),
        AgendaKind.PREVIOUS: (
            "Mitä edellisen kokouksen päätöksistä tuli",
            "Vad föregående mötes beslut ledde till",
            "What came of the decisions of the last meeting",
        ),
        AgendaKind.CLIMATE: (
            "Kouluyhteisön hyvinvointi: tuoreet tiedot",
            "Skolgemenskapens välbefinnande: färska uppgifter",
            "How the school community is doing: the latest data",
        ),
        AgendaKind.THEME: ("Kokouksen teema", "Mötets tema", "The theme of the meeting"),
        AgendaKind.PUPILS: ("Oppilaiden oma asia", "Elevernas egen punkt", "The pupils’ own item"),
        AgendaKind.GUARDIANS: (
            "Huoltajien oma asia",
            "Vårdnadshavarnas egen punkt",
            "The guardians’ own item",
        ),
        AgendaKind.PROGRAMMES: (
            "Ohjelmat ja toiminta kouluissa",
            "Program och verksamhet i skolan",
            "Programmes and activities",
        ),
        AgendaKind.ENVIRONMENT: (
            "Ympäristön terveellisyys ja turvallisuus",
            "En hälsosam och trygg miljö",
            "A healthy and safe environment",
        ),
        AgendaKind.INSTRUCTIONS: (
            "Ohjeet ja henkilöstön osaaminen",
            "Anvisningar och personalens kompetens",
            "Instructions and the competence of the staff",
        ),
        AgendaKind.WELFARE_PLAN: (
            "Lasten ja nuorten hyvinvointisuunnitelman toteutuminen",
            "Hur välfärdsplanen för barn och unga genomförs",
            "How the welfare plan for children and young people is carried out",
        ),
        AgendaKind.INTERFACES: (
            "Kuntien ja hyvinvointialueen yhdyspinnat",
            "Kontaktytan mellan kommunerna och välfärdsområdet",
            "Where municipalities and the county meet",
        ),
        AgendaKind.IMPACT: ("Lapsivaikutusten arviointi", "Barnkonsekvensanalys", "Child impact assessment"),
        AgendaKind.DEMAND: (
            "Hyvinvointi ja palvelujen kysyntä",
            "Välbefinnande och efterfrågan på tjänster",
            "Wellbeing and the demand for services",
        ),
        AgendaKind.DECISIONS: (
            "Päätökset, vastuuhenkilöt ja määräajat",
            "Beslut, ansvariga och tidsfrister",
            "Decisions, who sees to them and by when",
        ),
        AgendaKind.TOLD: (
            "Mitä kerrotaan oppilaille, kodeille ja henkilöstölle",
            "Vad som berättas för eleverna, hemmen och personalen",
            "What is told to pupils, homes and staff",
        ),
        AgendaKind.NEXT: ("Seuraava kokous", "Nästa möte", "The next meeting"),
        AgendaKind.OWN: ("Muu asia", "Annat ärende", "Another matter"),
    }
)
LANGUAGES = ("fi", "sv", "en")


def item_title(kind: AgendaKind, title_fi: str, title_sv: str, language: str) -> str:
    """An item as a reader of a language reads it: the words of its kind, and what it is about in particular."""
    words = TITLES[kind][LANGUAGES.index(language)]
    own = in_language(title_fi, title_sv, language)
    if kind is AgendaKind.OWN:
        return own or words
    return f"{words}: {own}" if own else words
