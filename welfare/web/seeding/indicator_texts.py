"""Invented numbers of the demonstration's municipality and its lower secondary school, and what was said of them."""

from collections.abc import Mapping, Sequence

from welfare.indicators.actions.own import DefineIndicator, Wording
from welfare.rules.absences import Category, Count
from welfare.rules.discussions import Party
from welfare.rules.indicators import Direction, Level, Licence, Measure

SURVEY, KIVA, MOVE = "health_survey-grades_8_9", "kiva-basic", "move-grade_8"
UPPER, VOCATIONAL = "health_survey-upper_secondary", "health_survey-vocational"
SURVEY_YEARS = (2019, 2021, 2023, 2025)
ANSWERED = {2019: 121, 2021: 109, 2023: 124, 2025: 118}
SCHOOL: Mapping[str, Sequence[float | None]] = {
    "likes-school-8-9": (58, 54, 51, 56),
    "part-of-class-8-9": (62, 57, 53, 60),
    "bullied-weekly-8-9": (5.8, 6.4, 9.7, 6.8),
    "told-adult-8-9": (None, 34, 41, 52),
    "can-influence-8-9": (31, 34, 38, 45),
    "anxiety-8-9": (13, 19.3, 22.6, 21.2),
    "lonely-8-9": (9.1, 14.7, 16.1, 11.9),
    "sleeps-enough-8-9": (48, 45, 41, 44),
    "talks-with-parents-8-9": (81, 79, 78, 83),
    "knows-help-8-9": (64, 66, 71, 78),
}
"""By survey year; what was not asked is blank."""
TOWN: Mapping[str, Sequence[float | None]] = {
    "likes-school-8-9": (55, 52, 49, 52),
    "part-of-class-8-9": (60, 57, 55, 57),
    "bullied-weekly-8-9": (5.6, 6.2, 8.3, 7.7),
    "told-adult-8-9": (None, 33, 36, 39),
    "can-influence-8-9": (33, 34, 36, 37),
    "anxiety-8-9": (13.4, 19.6, 21.4, 20.8),
    "lonely-8-9": (10.2, 15.4, 15.9, 14.1),
    "sleeps-enough-8-9": (46, 44, 42, 42),
    "talks-with-parents-8-9": (80, 79, 79, 80),
    "knows-help-8-9": (63, 65, 68, 70),
}
YEARLY: Mapping[str, Mapping[int, tuple[int, Mapping[str, float | None]]]] = {
    KIVA: {
        2024: (236, {"kiva-bullied": 11.9, "kiva-bullies": 4.2, "kiva-climate": 2.6}),
        2025: (241, {"kiva-bullied": 10.4, "kiva-bullies": 3.7, "kiva-climate": 2.7}),
        2026: (229, {"kiva-bullied": 8.3, "kiva-bullies": 2.2, "kiva-climate": 2.9}),
    },
    MOVE: {
        2024: (78, {"move-weak-8": 41.0}),
        2025: (81, {"move-weak-8": 39.5}),
        2026: (76, {"move-weak-8": 36.8}),
    },
}
"""By sheet and year: how many answered or were measured, and the numbers."""
SurveyYears = Mapping[int, tuple[int, Mapping[str, float | None]]]
"""By year: how many answered or were measured, and the numbers."""


def _surveyed(lines: Mapping[str, Sequence[float | None]]) -> SurveyYears:
    return {
        year: (ANSWERED[year], {code: line[place] for code, line in lines.items()})
        for place, year in enumerate(SURVEY_YEARS)
    }


OWN_INDICATOR = DefineIndicator(
    code="oma-valitunnit",
    measure=Measure.PERCENT,
    levels=(Level.SCHOOL, Level.MUNICIPALITY),
    is_sensitive=False,
    wording=Wording(
        theme="habits",
        title_fi="Liikkuu välitunneilla",
        title_sv="Rör på sig under rasterna",
        title_en="Moves about at recess",
        tells_fi="Kuinka moni oppilas kertoo liikkuvansa välitunneilla useimpina päivinä; kunnan oma kysely.",
        tells_sv="Hur många elever som rör på sig under rasterna de flesta dagarna; kommunens egen enkät i september.",
        tells_en="How many pupils say that they move about at recess on most days; the municipality’s survey.",
        direction=Direction.MORE,
        source="Lakeuskosken kunnan välituntikysely",
        licence=Licence.OWN,
    ),
)
OWN_YEARS = {2024: (231, 46.0), 2025: (238, 49.0), 2026: (226, 57.0)}
RESULTS: Mapping[str, SurveyYears] = {
    SURVEY: _surveyed(SCHOOL),
    UPPER: _surveyed({"bullied-weekly-upper": (1.4, 1.1, 1.7, 1.5)}),
    VOCATIONAL: _surveyed({"bullied-weekly-vocational": (3.6, 3.2, 4.1, 3.8)}),
    **YEARLY,
    f"own-{OWN_INDICATOR.code}": {
        year: (count, {OWN_INDICATOR.code: value}) for year, (count, value) in OWN_YEARS.items()
    },
}
"""What each sheet of a school holds."""
BULLYING, COUNTRY_ID = "bullied-weekly-8-9", "658"
COUNTRY: Mapping[int, float] = {2017: 5.8, 2019: 5.5, 2021: 6.0, 2023: 7.9}
"""Of all the country's pupils of classes 8 and 9, as published."""
SOURCE = "Kuvitteellinen Kouluterveyskysely, Lakeuskoski"

DISCUSSED: Sequence[tuple[str, int, Party, int, str, str]] = (
    (SURVEY, 2025, Party.STAFF, -33, "Henkilöstökokous", "Kiusaamiseen puututaan samana päivänä."),
    (SURVEY, 2025, Party.PUPILS, -30, "Luokanvalvojan tunnit 7–9", "Oppilaskunta ehdottaa penkkejä aulaan."),
    (SURVEY, 2025, Party.GUARDIANS, -25, "Vanhempainilta", "Nukkumisesta puhutaan kotona."),
    (KIVA, 2026, Party.STAFF, -21, "KiVa-tiimin katsaus", "Tunnit jatkuvat kaikilla luokilla."),
    (KIVA, 2026, Party.PUPILS, -17, "KiVa-tunti", ""),
)
"""Sheet, year, with whom, how many working days ago, how, what was decided."""
TALKED_THROUGH: Mapping[Party, str] = {
    Party.PUPILS: "Luokkien tunnit ja oppilaskunta",
    Party.GUARDIANS: "Vanhempainilta",
    Party.STAFF: "Kehittämisiltapäivä",
}
"""How a school that talks all its results through has done so."""

ENROLLED = (255, 255, 251, 251, 246, 246)
ABSENT: Sequence[Mapping[Category, Count]] = (
    {
        Category.ILLNESS: Count(102, 949),
        Category.SERVICE: Count(42, 148),
        Category.LEAVE: Count(32, 443),
        Category.UNEXPLAINED: Count(9, 31),
        Category.UNAUTHORISED: Count(16, 107),
        Category.LATE: Count(44, 70),
    },
    {
        Category.ILLNESS: Count(216, 4070),
        Category.SERVICE: Count(66, 281),
        Category.LEAVE: Count(64, 1253),
        Category.UNEXPLAINED: Count(14, 52),
        Category.UNAUTHORISED: Count(27, 291),
        Category.LATE: Count(75, 160),
    },
    {
        Category.ILLNESS: Count(208, 3608),
        Category.SERVICE: Count(61, 254),
        Category.LEAVE: Count(51, 872),
        Category.UNEXPLAINED: Count(4, 12),
        Category.UNAUTHORISED: Count(24, 269),
        Category.LATE: Count(70, 151),
    },
    {
        Category.ILLNESS: Count(218, 4281),
        Category.SERVICE: Count(57, 233),
        Category.LEAVE: Count(59, 1199),
        Category.UNEXPLAINED: Count(11, 44),
        Category.UNAUTHORISED: Count(30, 339),
        Category.LATE: Count(81, 182),
    },
    {
        Category.ILLNESS: Count(200, 3408),
        Category.SERVICE: Count(58, 239),
        Category.LEAVE: Count(50, 811),
        Category.UNEXPLAINED: Count(8, 26),
        Category.UNAUTHORISED: Count(32, 371),
        Category.LATE: Count(79, 176),
    },
    {
        Category.ILLNESS: Count(210, 3903),
        Category.SERVICE: Count(56, 225),
        Category.LEAVE: Count(58, 1161),
        Category.UNEXPLAINED: Count(12, 47),
        Category.UNAUTHORISED: Count(33, 391),
        Category.LATE: Count(84, 190),
    },
)
"""The newest term first, which is still going on."""

ABSENCES_FILE = """school;year;term;category;reason;grade;pupils;hours;enrolled
;{year};{term};illness;;;216;4070;255
;{year};{term};illness;;7;73;1320;
;{year};{term};illness;;8;76;1460;
;{year};{term};illness;;9;67;1290;
;{year};{term};service;;;66;281;255
;{year};{term};service;health_care;;46;175;
;{year};{term};service;student_welfare;;28;106;
;{year};{term};leave;;;64;1253;255
;{year};{term};leave;trip;;38;898;
;{year};{term};leave;event;;22;245;
;{year};{term};leave;family;;9;110;
;{year};{term};unexplained;;;14;52;255
;{year};{term};unexplained;;7;3;9;
;{year};{term};unexplained;;8;4;17;
;{year};{term};unexplained;;9;7;26;
;{year};{term};unauthorised;;;27;291;255
;{year};{term};unauthorised;;7;6;44;
;{year};{term};unauthorised;;8;9;101;
;{year};{term};unauthorised;;9;12;146;
;{year};{term};unauthorised;whole_days;;8;178;
;{year};{term};unauthorised;lessons;;24;113;
;{year};{term};late;;;75;160;255
"""
"""What the term before this one was made of, as the school's own system gives it out."""

CLIMATE_GROUPS = (("7A", 24), ("7B", 23), ("8A", 22), ("8B", 24), ("9A", 21), ("9B", 22))
CLIMATE: Mapping[str, Sequence[int]] = {
    "safe": (4, 9, 22, 48, 31),
    "belong": (6, 11, 25, 43, 29),
    "heard": (9, 17, 33, 38, 17),
    "adult": (7, 12, 21, 40, 34),
    "stops": (8, 15, 30, 41, 20),
}
"""How often each grade from 1 to 5 was given to each question of the ended survey."""
STAFF_GROUPS = (("Opettajat", 31), ("Muu henkilöstö", 9))
INSPECTED_DAYS_AGO = 1075
"""Less than a month is left of the three years."""
INSPECTION = (
    "Ympäristöterveys, työsuojelu, kouluterveydenhoitaja, oppilaiden ja huoltajien edustajat",
    "Sisäilma ja melu kunnossa. Liikuntasalin valaistus ja pihan pinnoite heikkoja, ruokala ahdas.",
)
DEFECTS: Sequence[tuple[str, str, int, int | None, str]] = (
    ("Liikuntasalin valaistus", "Kunnan tilapalvelu", -800, -820, "Lamput vaihdettiin LED-valaisimiin."),
    ("Pihan pinnoite keinujen alla", "Kunnan tekninen toimi", -30, None, ""),
    ("Ruokalan melu", "Kunnan tilapalvelu", 60, None, ""),
)
"""What, which office, due so many days from today, mended so many days from today, how."""
OTHER_SCHOOLS_DAYS_AGO = (150, 420, 700, 1120, 980)
