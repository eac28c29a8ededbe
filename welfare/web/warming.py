"""What a serving process does before its first answer, so that nobody waits for it: templates made, garbage set apart.

A template is made when it is first asked for, thirty of them for the page of a school; and a collection of garbage goes
through everything that has been loaded since the start, in the middle of somebody's page. Both are done here, once.
"""

import gc

from flask import Flask


def warmed(app: Flask) -> Flask:
    """The same application, ready to answer its first page as it will answer all others."""
    templates = app.jinja_env
    for name in templates.list_templates(extensions=["html"]):
        templates.get_template(name)
    gc.collect()
    gc.freeze()
    return app
