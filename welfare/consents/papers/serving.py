"""How this instance hands out what nobody has scanned."""

from flask import current_app

from config.settings import Settings
from welfare.rules.signed_papers import Serving


def serving_here() -> Serving:
    """By its settings."""
    settings: Settings = current_app.extensions["settings"]
    return Serving(has_scanner=bool(settings.scanner), is_production=settings.is_production)
