"""The application for any WSGI server: settings from the environment, then the factory."""

import os

from config.settings import Settings
from welfare.web.app import create_app
from welfare.web.warming import warmed

app = warmed(create_app(Settings.from_env(os.environ)))
