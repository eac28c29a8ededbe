"""Words of the staffing room."""

from flask_babel import lazy_gettext as _l

from welfare.rules.staffing import WHOLE, ServiceLanguage, StaffedService
from welfare.ui.formats import number_text

SERVICE_TITLES = {
    StaffedService.CURATOR: _l("Curators"),
    StaffedService.PSYCHOLOGIST: _l("Psychologists"),
}
LANGUAGE_TITLES = {
    ServiceLanguage.FINNISH: _l("In Finnish"),
    ServiceLanguage.SWEDISH: _l("In Swedish"),
    ServiceLanguage.OTHER: _l("In another language, or in several"),
}
POST_KINDS = {"filled": _l("Filled"), "bought": _l("Bought"), "vacant": _l("Vacant")}


def posts_text(hundredths: int) -> str:
    """Whole posts with as many decimals as there are: ``2``, ``1,5``, ``0,75``."""
    decimals = 0 if hundredths % WHOLE == 0 else 1 if hundredths % 10 == 0 else 2
    return number_text(hundredths / WHOLE, decimals)
