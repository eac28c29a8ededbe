"""Schools, classes and who is in them: rows that exist must also fit together."""

from welfare.people.roster.codes import ProblemCode
from welfare.people.roster.content import RosterContent
from welfare.people.roster.names import RosterFile
from welfare.people.roster.problems import FilePen, ProblemLog
from welfare.people.roster.records import (
    STAFF_ROLES,
    EnrollmentRole,
    EnrollmentRow,
    OrgType,
    UserRole,
)

PARENT_TYPE = {OrgType.SCHOOL: OrgType.DISTRICT, OrgType.DISTRICT: OrgType.LOCAL, OrgType.LOCAL: None}


def check_schooling(content: RosterContent, log: ProblemLog) -> None:
    """Note organisations, classes, students and enrolments that contradict each other."""
    _check_parents(content, FilePen(RosterFile.ORGS.file_name, log))
    _check_schools_of_classes(content, FilePen(RosterFile.CLASSES.file_name, log))
    _check_schools_of_students(content, FilePen(RosterFile.USERS.file_name, log))
    _check_enrollments(content, FilePen(RosterFile.ENROLLMENTS.file_name, log))


def _check_parents(content: RosterContent, pen: FilePen) -> None:
    """A school lies under its provider, a provider under its county; a provider may leave the county unsaid."""
    for org in content.orgs.records.values():
        parent = content.orgs.records.get(org.parent_id)
        if org.type is OrgType.SCHOOL and not org.parent_id:
            pen.note_at(org.row, ProblemCode.BLANK, "parentSourcedId")
        if parent is not None and parent.type is not PARENT_TYPE[org.type]:
            pen.note_at(org.row, ProblemCode.WRONG_PARENT, "parentSourcedId", org.parent_id)


def _is_school(content: RosterContent, org_id: str) -> bool:
    """Whether it is a school; an organisation that is not in this roster is taken on trust."""
    org = content.orgs.records.get(org_id)
    return org is None or org.type is OrgType.SCHOOL


def _check_schools_of_classes(content: RosterContent, pen: FilePen) -> None:
    for each in content.classes.records.values():
        if not _is_school(content, each.school_id):
            pen.note_at(each.row, ProblemCode.NOT_A_SCHOOL, "schoolSourcedId", each.school_id)


def _check_schools_of_students(content: RosterContent, pen: FilePen) -> None:
    for user in content.users.records.values():
        if user.role is UserRole.STUDENT and not any(_is_school(content, each) for each in user.org_ids):
            pen.note_at(user.row, ProblemCode.STUDENT_WITHOUT_SCHOOL, "orgSourcedIds", ",".join(user.org_ids))


def _check_enrollments(content: RosterContent, pen: FilePen) -> None:
    responsible: dict[str, str] = {}
    for row in content.enrollments.records.values():
        school_class = content.classes.records.get(row.class_id)
        if school_class is not None and school_class.school_id != row.school_id:
            pen.note_at(row.row, ProblemCode.WRONG_SCHOOL, "schoolSourcedId", row.school_id)
        if not _fits_role(content, row):
            pen.note_at(row.row, ProblemCode.WRONG_ROLE_IN_CLASS, "role", row.role)
        if row.is_primary and responsible.setdefault(row.class_id, row.user_id) != row.user_id:
            pen.note_at(row.row, ProblemCode.SEVERAL_RESPONSIBLE_TEACHERS, "primary", row.class_id)


def _fits_role(content: RosterContent, row: EnrollmentRow) -> bool:
    """A student sits in a class as a student and never as its responsible teacher; staff never sit as students."""
    user = content.users.records.get(row.user_id)
    if user is None:
        return True
    if row.role is EnrollmentRole.STUDENT:
        return user.role is UserRole.STUDENT and not row.is_primary
    return user.role in STAFF_ROLES
