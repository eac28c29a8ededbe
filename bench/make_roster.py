"""Write an invented roster of any size, in the form of the demonstration municipality.

    python -m bench.make_roster FOLDER PUPILS

The same arguments give the same bytes. Identity codes are artificial (individual numbers 900-999), so a birthday has a
hundred of them for each of the six separators of its century: 219,000 a birth year, enough for two million pupils.
"""

import csv
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from welfare.people.roster.names import RosterFile
from welfare.rules.identity_code import CHECK_CHARACTERS

SCHOOL_YEAR = ("2026-08-11", "2027-06-05")
PUPILS_OF_A_CLASS = 20
CLASSES_OF_A_SCHOOL = 18
GRADES = tuple(f"{grade:02}" for grade in range(1, 10))
SEPARATORS = {1900: "-YXWVU", 2000: "ABCDEF"}
GIVEN = ("Aino", "Åke", "Eeva-Liisa", "Väinö", "Sölve", "Olena", "Maryan", "Zoé", "Ilmari", "Fatima", "Björn", "Tuuli")
FAMILY = ("Koskela", "Mäki-Laurila", "Åberg", "Öhman", "Kovalenko", "Warsame", "Niemi", "Sjö", "Hakala", "Lindén")
TITLES = (
    "rehtori",
    "koulusihteeri",
    "erityisopettaja",
    "opinto-ohjaaja",
    "koulunkäynninohjaaja",
    "kuraattori",
    "psykologi",
    "terveydenhoitaja",
)
HEADERS = {
    RosterFile.ORGS: "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
    RosterFile.ACADEMIC_SESSIONS: (
        "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear"
    ),
    RosterFile.COURSES: (
        "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes"
    ),
    RosterFile.CLASSES: (
        "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,"
        "termSourcedIds,subjects,subjectCodes,periods"
    ),
    RosterFile.USERS: (
        "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,"
        "middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,metadata.personalIdentityCode,"
        "metadata.homeMunicipality,metadata.language,metadata.addressRestricted,metadata.streetAddress,"
        "metadata.postalCode,metadata.city,metadata.decides,metadata.mayReceiveInformation,metadata.title"
    ),
    RosterFile.ENROLLMENTS: (
        "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate"
    ),
    RosterFile.DEMOGRAPHICS: (
        "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,"
        "nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,"
        "countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus"
    ),
}
Rows = Iterable[dict[str, str]]


def artificial_code(year: int, serial: int) -> tuple[str, date]:
    """An artificial identity code and its birth date: every serial of a year, up to 219,000, gives another code."""
    turn, day = divmod(serial, 365)
    separator, number = divmod(turn, 100)
    born = date(year, 1, 1) + timedelta(days=day)
    digits = f"{born:%d%m%y}{900 + number}"
    signs = SEPARATORS[year // 100 * 100]
    return f"{digits[:6]}{signs[separator]}{digits[6:]}{CHECK_CHARACTERS[int(digits) % 31]}", born


@dataclass(frozen=True, slots=True)
class Pupil:
    """Where the pupil of a number belongs: families of two, classes of twenty, schools of eighteen classes."""

    number: int

    @property
    def id(self) -> str:
        """The id in every file."""
        return f"p{self.number:07}"

    @property
    def class_number(self) -> int:
        """The home group."""
        return self.number // PUPILS_OF_A_CLASS

    @property
    def grade_index(self) -> int:
        """The grade, from 0."""
        return self.class_number % len(GRADES)

    @property
    def code(self) -> tuple[str, date]:
        """Identity code and birth date, by grade and by place among the pupils of that grade."""
        place = self.class_number // len(GRADES) * PUPILS_OF_A_CLASS + self.number % PUPILS_OF_A_CLASS
        return artificial_code(2019 - self.grade_index, place)

    @property
    def guardian_ids(self) -> tuple[str, ...]:
        """Both guardians of the family."""
        family = self.number // 2
        return f"g{2 * family:07}", f"g{2 * family + 1:07}"


def make_roster(folder: Path, pupils: int) -> None:
    """Write the eight files of a roster with so many pupils into a folder, which is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    everyone = [Pupil(number) for number in range(pupils)]
    classes = range(-(-pupils // PUPILS_OF_A_CLASS))
    schools = range(-(-len(classes) // CLASSES_OF_A_SCHOOL))
    _write(folder, RosterFile.ORGS, _orgs(schools))
    _write(folder, RosterFile.ACADEMIC_SESSIONS, _sessions())
    _write(folder, RosterFile.COURSES, _courses(schools))
    _write(folder, RosterFile.CLASSES, _classes(classes))
    _write(folder, RosterFile.USERS, (*_staff(schools, classes), *_guardians(everyone), *_pupils(everyone)))
    _write(folder, RosterFile.ENROLLMENTS, _enrollments(everyone, classes))
    _write(folder, RosterFile.DEMOGRAPHICS, _demographics(everyone))
    lines = ["propertyName,value", "manifest.version,1.0", "oneroster.version,1.1"]
    lines += [f"file.{file.value},bulk" for file in RosterFile]
    (folder / "manifest.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _write(folder: Path, file: RosterFile, rows: Rows) -> None:
    with (folder / file.file_name).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, HEADERS[file].split(","), restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _school_id(class_number: int) -> str:
    return f"o999-{class_number // CLASSES_OF_A_SCHOOL + 1}"


def _orgs(schools: range) -> Rows:
    yield {"sourcedId": "o18", "name": "Keksitty hyvinvointialue", "type": "local", "identifier": "18"}
    yield {
        "sourcedId": "o999",
        "name": "Keksitty kunta – Påhittad kommun",
        "type": "district",
        "identifier": "999",
        "parentSourcedId": "o18",
    }
    for school in schools:
        yield {
            "sourcedId": f"o999-{school + 1}",
            "name": f"Koulu {school + 1}",
            "type": "school",
            "identifier": f"999{school + 1:04}",
            "parentSourcedId": "o999",
        }


def _sessions() -> Rows:
    start, end = SCHOOL_YEAR
    year = {"sourcedId": "sy2026", "title": "2026–2027", "schoolYear": "2027", "startDate": start, "endDate": end}
    yield year | {"type": "schoolYear"}
    yield year | {"sourcedId": "t2026", "type": "term", "endDate": "2026-12-21", "parentSourcedId": "sy2026"}


def _courses(schools: range) -> Rows:
    for school in schools:
        for grade in GRADES:
            yield {
                "sourcedId": f"c{school + 1}-{grade}",
                "title": f"Perusopetus, vuosiluokka {int(grade)}",
                "schoolYearSourcedId": "sy2026",
                "orgSourcedId": f"o999-{school + 1}",
                "grades": grade,
            }


def _classes(classes: range) -> Rows:
    for number in classes:
        grade = GRADES[number % len(GRADES)]
        shared = {
            "grades": grade,
            "courseSourcedId": f"c{number // CLASSES_OF_A_SCHOOL + 1}-{grade}",
            "schoolSourcedId": _school_id(number),
            "termSourcedIds": "t2026",
        }
        yield shared | {"sourcedId": f"k{number:06}", "title": f"{int(grade)}A", "classType": "homeroom"}
        yield shared | {"sourcedId": f"m{number:06}", "title": f"Matematiikka {int(grade)}", "classType": "scheduled"}


def _person(source_id: str, role: str, number: int, code: str) -> dict[str, str]:
    return {
        "sourcedId": source_id,
        "enabledUser": "true",
        "role": role,
        "username": f"{source_id}.invented",
        "givenName": GIVEN[number % len(GIVEN)],
        "familyName": FAMILY[number // 2 % len(FAMILY)],
        "email": f"{source_id}@roster.example.fi",
        "sms": f"+35848{number % 10_000_000:07}",
        "metadata.personalIdentityCode": code,
        "metadata.homeMunicipality": "999",
        "metadata.language": ("fi", "fi", "sv", "uk", "so")[number % 5],
        "metadata.addressRestricted": "true" if number % 500 == 0 else "false",
        "metadata.streetAddress": f"Keksitynkatu {number // 2} A {number % 97}",
        "metadata.postalCode": f"69{number // 2 % 1000:03}",
        "metadata.city": "Lakeuskoski",
    }


def _adult_code(serial: int) -> str:
    return artificial_code(1965 + serial % 25, serial // 25)[0]


def _staff(schools: range, classes: range) -> Iterator[dict[str, str]]:
    for number in classes:
        person = _person(f"t{number:06}", "teacher", number, _adult_code(number))
        yield person | {"orgSourcedIds": _school_id(number), "metadata.title": "luokanopettaja"}
    for number, (school, title) in enumerate((school, title) for school in schools for title in TITLES):
        person = _person(f"s{number:06}", "administrator", number, _adult_code(len(classes) + number))
        yield person | {"orgSourcedIds": f"o999-{school + 1}", "metadata.title": title}


def _guardians(everyone: list[Pupil]) -> Iterator[dict[str, str]]:
    families: dict[str, list[Pupil]] = {}
    for pupil in everyone:
        for guardian_id in pupil.guardian_ids:
            families.setdefault(guardian_id, []).append(pupil)
    for number, (guardian_id, children) in enumerate(families.items()):
        ids = ",".join(child.id for child in children)
        person = _person(guardian_id, "guardian", number, _adult_code(1_000_000 + number))
        yield person | {
            "orgSourcedIds": ",".join(sorted({_school_id(child.class_number) for child in children})),
            "agentSourcedIds": ids,
            "metadata.decides": ids,
            "metadata.mayReceiveInformation": ids,
        }


def _pupils(everyone: list[Pupil]) -> Iterator[dict[str, str]]:
    for pupil in everyone:
        yield _person(pupil.id, "student", pupil.number, pupil.code[0]) | {
            "orgSourcedIds": _school_id(pupil.class_number),
            "agentSourcedIds": ",".join(pupil.guardian_ids),
            "grades": GRADES[pupil.grade_index],
        }


def _enrollments(everyone: list[Pupil], classes: range) -> Rows:
    start, end = SCHOOL_YEAR
    for kind in ("k", "m"):
        for number in classes:
            yield _enrollment(kind, number, f"t{number:06}") | {"role": "teacher", "primary": "true"}
        for pupil in everyone:
            row = _enrollment(kind, pupil.class_number, pupil.id) | {"role": "student", "primary": "false"}
            yield row | {"beginDate": start, "endDate": end}


def _enrollment(kind: str, class_number: int, user_id: str) -> dict[str, str]:
    return {
        "sourcedId": f"e{kind}{user_id}",
        "classSourcedId": f"{kind}{class_number:06}",
        "schoolSourcedId": _school_id(class_number),
        "userSourcedId": user_id,
    }


def _demographics(everyone: list[Pupil]) -> Rows:
    for pupil in everyone:
        yield {"sourcedId": pupil.id, "birthDate": pupil.code[1].isoformat()}


if __name__ == "__main__":
    make_roster(Path(sys.argv[1]), int(sys.argv[2]))
