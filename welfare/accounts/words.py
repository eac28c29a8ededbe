"""Words for roles, as people say them (IND §11), for what happens to credentials, and for lists of staff."""

from flask_babel import lazy_gettext as _l

from welfare.accounts.models import Change
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

CHANGE_WORDS = {
    Change.PASSWORD: _l("Your password was changed"),
    Change.SECOND_FACTOR: _l("An authenticator app was taken into use for your account"),
    Change.RECOVERY_CODES: _l("New recovery codes were made for your account"),
    Change.PASSWORD_RESET: _l("An administrator gave you a one-time password"),
    Change.SECOND_FACTOR_RESET: _l("An administrator removed your authenticator app"),
}

SHOWN_WORDS = {
    "all": _l("Everybody"),
    "without": _l("Without an account"),
    "with": _l("With an account"),
}
