"""Guardians, parents and students: relations both ways, rights only where a relation stands, one person one code.

Each of these decides who may be told about a child (OHL 16 § 3, 18-19 §; LHL 4 §), so nothing is put right silently.
"""

from collections.abc import Iterable
from datetime import date

from welfare.people.roster.codes import ProblemCode
from welfare.people.roster.content import Mode, RosterContent
from welfare.people.roster.known import KnownState
from welfare.people.roster.names import RosterFile
from welfare.people.roster.people_rows import IDENTITY_CODE
from welfare.people.roster.problems import FilePen, ProblemLog
from welfare.people.roster.records import FAMILY_ROLES, STAFF_ROLES, UserRole, UserRow
from welfare.rules.ages import is_minor

AGENTS = "agentSourcedIds"
DECIDES, INFORMED = "metadata.decides", "metadata.mayReceiveInformation"
MAY_BE_AGENT = {UserRole.STUDENT: FAMILY_ROLES} | dict.fromkeys(FAMILY_ROLES, frozenset({UserRole.STUDENT}))


def check_families(content: RosterContent, known: KnownState, log: ProblemLog) -> None:
    """Note relations, rights, identity codes and birth dates that contradict each other."""
    pen = FilePen(RosterFile.USERS.file_name, log)
    users = content.users.records
    for user in users.values():
        _check_relations(user, users, pen)
        _check_rights(user, pen)
    _check_unique_codes(users.values(), pen)
    _check_unique_usernames(users.values(), pen)
    _check_birth_dates(content, known, pen)
    start = content.school_year_start()
    if start is not None and content.users.mode is Mode.BULK:
        _check_minors(content, start, pen)


def _check_relations(user: UserRow, users: dict[str, UserRow], pen: FilePen) -> None:
    """The other end must be of the right kind and name this one too; an end outside this roster cannot be looked at."""
    accepted = MAY_BE_AGENT.get(user.role, frozenset())
    for agent_id in user.agent_ids:
        agent = users.get(agent_id)
        if agent is None:
            continue
        if agent.role not in accepted:
            pen.note_at(user.row, ProblemCode.AGENT_OF_WRONG_ROLE, AGENTS, agent_id)
        elif user.source_id not in agent.agent_ids:
            pen.note_at(user.row, ProblemCode.ONE_SIDED_RELATION, AGENTS, agent_id)


def _check_rights(user: UserRow, pen: FilePen) -> None:
    """Only a guardian decides; only a guardian or parent is told; and only about a student named as theirs."""
    for column, ids, entitled in (
        (DECIDES, user.decides_ids, user.role is UserRole.GUARDIAN),
        (INFORMED, user.informed_ids, user.role in FAMILY_ROLES),
    ):
        if ids and not entitled:
            pen.note_at(user.row, ProblemCode.RIGHT_OF_WRONG_ROLE, column, ",".join(ids))
        elif ids != user.agent_ids:
            for student_id in set(ids).difference(user.agent_ids):
                pen.note_at(user.row, ProblemCode.RIGHT_WITHOUT_RELATION, column, student_id)


def _check_unique_codes(users: Iterable[UserRow], pen: FilePen) -> None:
    """One person, one code: twice among students, among family or among staff is a mistake, across them one person."""
    first: dict[str, UserRow] = {}
    for user in users:
        if not user.identity_code:
            continue
        other = first.setdefault(user.identity_code, user)
        if other is user:
            continue
        is_same_kind = _kind(other) == _kind(user)
        code = ProblemCode.SAME_IDENTITY_CODE_TWICE if is_same_kind else ProblemCode.SHARED_IDENTITY_CODE
        pen.note_at(user.row, code, IDENTITY_CODE, user.identity_code)


def _kind(user: UserRow) -> str:
    if user.role in STAFF_ROLES:
        return "staff"
    return "family" if user.role in FAMILY_ROLES else "student"


def _check_unique_usernames(users: Iterable[UserRow], pen: FilePen) -> None:
    seen: set[str] = set()
    for user in users:
        if user.username and user.username in seen:
            pen.note_at(user.row, ProblemCode.SAME_USERNAME_TWICE, "username", user.username)
        seen.add(user.username)


def _check_birth_dates(content: RosterContent, known: KnownState, pen: FilePen) -> None:
    """The file and the code must agree, and a student needs one of them: age decides who answers (LHL 3 §)."""
    other_pen = pen.beside(RosterFile.DEMOGRAPHICS.file_name)
    known_users = known.of(RosterFile.USERS).active
    for told in content.demographics.records.values():
        user = content.users.records.get(told.source_id)
        if user is not None and user.birth_date != told.birth_date:
            other_pen.note_at(told.row, ProblemCode.BIRTH_DATE_DISAGREES, "birthDate", told.birth_date.isoformat())
    if not content.demographics.is_whole:
        return
    for user in content.users.records.values():
        is_undated = user.role is UserRole.STUDENT and user.birth_date is None
        if is_undated and user.source_id not in known_users:
            pen.note_at(user.row, ProblemCode.NO_BIRTH_DATE, IDENTITY_CODE)


def _check_minors(content: RosterContent, start: date, pen: FilePen) -> None:
    """A minor with nobody who decides is listed: consents would have no giver (LHL 4 §)."""
    decided: set[str] = set()
    for user in content.users.records.values():
        decided.update(user.decides_ids)
    for user in content.users.records.values():
        if user.role is not UserRole.STUDENT or user.source_id in decided:
            continue
        if user.birth_date is not None and is_minor(user.birth_date, start):
            pen.note_at(user.row, ProblemCode.MINOR_WITHOUT_GUARDIAN, AGENTS)
