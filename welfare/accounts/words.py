"""Words for roles, as people say them (IND §11)."""

from flask_babel import lazy_gettext as _l

from welfare.rules.actors import Role

ROLE_WORDS = {
    Role.TEACHER: _l("Teacher"),
    Role.SPECIAL_TEACHER: _l("Special teacher"),
    Role.STUDY_COUNSELLOR: _l("Study counsellor"),
    Role.SCHOOL_ASSISTANT: _l("School assistant"),
    Role.SCHOOL_SECRETARY: _l("School secretary"),
    Role.PRINCIPAL: _l("Principal"),
    Role.PROVIDER_COORDINATOR: _l("Director of education"),
    Role.WELFARE_COORDINATOR: _l("Student welfare coordinator"),
    Role.CURATOR: _l("Curator"),
    Role.SENIOR_CURATOR: _l("Senior curator"),
    Role.PSYCHOLOGIST: _l("Psychologist"),
    Role.NURSE: _l("School nurse"),
    Role.DOCTOR: _l("School doctor"),
    Role.DATA_PROTECTION_OFFICER: _l("Data protection officer"),
    Role.ADMINISTRATOR: _l("Administrator"),
    Role.STUDENT: _l("Student"),
    Role.GUARDIAN: _l("Guardian"),
}
